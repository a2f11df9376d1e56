"""Prints a circular as DOCX."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.render.circular_docx.assembly import assembled
from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.package import mirror_margins, opened, saved, template
from generator.render.circular_docx.sections import Sections
from generator.render.circular_docx.sheet import laid
from generator.views.circular import Part, PrintedCircular
from generator.views.sheet import Sheet

_TEMPLATE = Path("theme", "docx")


class DocxPress:
    """Prints circulars as DOCX; `root` is the project's folder.

    The binding edge is the left one of every page, or, `mirrored`, the inner one of sheets printed on both sides.
    """

    def __init__(self, root: Path, *, mirrored: bool = False) -> None:
        self._template = template(root / _TEMPLATE)
        self._mirrored = mirrored

    def docx(self, circular: PrintedCircular) -> bytes:
        """Print a circular; the same circular gives the same bytes."""
        draft = f"（{circular.head.draft}）" if circular.head.draft else ""
        return self._printed(circular, circular.title.text + draft, partial(assembled, circular))

    def annex(self, circular: PrintedCircular, part: Part, sheet: Sheet) -> bytes:
        """Print one annex of a circular, a table laid across, as a file of its own."""

        def content(sections: Sections) -> list[Element]:
            return [*laid(part, sheet).elements, sections.across()]

        return self._printed(circular, f"{circular.head.number} {part.label} {part.title.text}", content)

    def _printed(
        self, circular: PrintedCircular, title: str, content: Callable[[Sections], list[Element]]
    ) -> bytes:
        document = opened(self._template)
        if self._mirrored:
            mirror_margins(document)
        body = document.element.body
        for element in list(body):
            body.remove(element)
        body.extend(content(Sections(document.part, circular.head.draft, mirrored=self._mirrored)))
        return saved(document, title, "、".join(circular.closing.organs), circular.date)
