"""Prints a circular as DOCX."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.render.circular_docx.assembly import assembled
from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.package import mirror_margins, opened, saved, template
from generator.render.circular_docx.sections import Sections
from generator.render.circular_docx.sheet import laid
from generator.views.circular import Leaf, PrintedCircular

_TEMPLATE = Path("theme", "docx")


class _About(NamedTuple):
    """What stands in the file's properties, and the word of a draft."""

    title: str
    organs: tuple[str, ...]
    date: date
    draft: str


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
        about = _About(
            circular.title.text + draft, circular.closing.organs, circular.date, circular.head.draft
        )
        return self._printed(about, partial(assembled, circular))

    def leaf(self, leaf: Leaf) -> bytes:
        """Print a table laid across that is a file of its own."""

        def content(sections: Sections) -> list[Element]:
            return [*laid(leaf.part, leaf.sheet).elements, sections.across()]

        return self._printed(_About(leaf.title, leaf.organs, leaf.date, leaf.draft), content)

    def _printed(self, about: _About, content: Callable[[Sections], list[Element]]) -> bytes:
        document = opened(self._template)
        if self._mirrored:
            mirror_margins(document)
        body = document.element.body
        for element in list(body):
            body.remove(element)
        body.extend(content(Sections(document.part, about.draft, mirrored=self._mirrored)))
        return saved(document, about.title, "、".join(about.organs), about.date)
