"""Prints a circular as DOCX."""

from __future__ import annotations

from pathlib import Path

from generator.render.circular_docx.assembly import assembled
from generator.render.circular_docx.package import opened, saved, template
from generator.render.circular_docx.sections import Sections
from generator.views.circular import PrintedCircular

_TEMPLATE = Path("theme", "docx")


class DocxPress:
    """Prints circulars as DOCX; `root` is the project's folder."""

    def __init__(self, root: Path) -> None:
        self._template = template(root / _TEMPLATE)

    def docx(self, circular: PrintedCircular) -> bytes:
        """Print a circular; the same circular gives the same bytes."""
        document = opened(self._template)
        body = document.element.body
        for element in list(body):
            body.remove(element)
        body.extend(assembled(circular, Sections(document.part, circular.head.draft)))
        draft = f"（{circular.head.draft}）" if circular.head.draft else ""
        return saved(document, circular.title.text + draft, "、".join(circular.closing.organs), circular.date)
