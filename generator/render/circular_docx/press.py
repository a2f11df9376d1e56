"""Prints a circular as DOCX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.render.circular_docx.assembly import assembled
from generator.render.circular_docx.elements import Element, qualified
from generator.render.circular_docx.package import mirror_margins, opened, saved, template
from generator.render.circular_docx.redline.merging import Names, Revision, merged
from generator.render.circular_docx.sections import Sections
from generator.render.circular_docx.sheet import laid
from generator.views.circular import Leaf, Part, PrintedCircular
from generator.views.prose import Block, Table

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
        return self._printed(_about(circular), partial(assembled, circular))

    def leaf(self, leaf: Leaf) -> bytes:
        """Print a table laid across that is a file of its own."""
        return self._printed(_about_leaf(leaf), partial(_laid, leaf))

    def redline(self, old: PrintedCircular, new: PrintedCircular, revision: Revision) -> bytes:
        """Print a circular with its differences from an earlier version as tracked changes."""

        def content(sections: Sections) -> list[Element]:
            was, now = assembled(old, sections), assembled(new, sections)
            return merged(was, now, {**_row_names(was, _rows(old)), **_row_names(now, _rows(new))}, revision)

        return self._printed(_about(new), content)

    def leaf_redline(self, old: Leaf, new: Leaf, revision: Revision) -> bytes:
        """Print a table laid across with its differences from an earlier version as tracked changes."""

        def content(sections: Sections) -> list[Element]:
            was, now = _laid(old, sections), _laid(new, sections)
            rows = [_part_rows(leaf.part) for leaf in (old, new)]
            return merged(was, now, {**_row_names(was, rows[0]), **_row_names(now, rows[1])}, revision)

        return self._printed(_about_leaf(new), content)

    def _printed(self, about: _About, content: Callable[[Sections], list[Element]]) -> bytes:
        document = opened(self._template)
        if self._mirrored:
            mirror_margins(document)
        body = document.element.body
        for element in list(body):
            body.remove(element)
        body.extend(content(Sections(document.part, about.draft, mirrored=self._mirrored)))
        return saved(document, about.title, "、".join(about.organs), about.date)


def _about(circular: PrintedCircular) -> _About:
    draft = f"（{circular.head.draft}）" if circular.head.draft else ""
    return _About(circular.title.text + draft, circular.closing.organs, circular.date, circular.head.draft)


def _about_leaf(leaf: Leaf) -> _About:
    return _About(leaf.title, leaf.organs, leaf.date, leaf.draft)


def _laid(leaf: Leaf, sections: Sections) -> list[Element]:
    return [*laid(leaf.part, leaf.sheet).elements, sections.across()]


def _row_names(body: Iterable[Element], rows: Sequence[Sequence[str]]) -> Names:
    """What each row of each table is about; a mark of several organs is a table too, but stands before them."""
    tables = [element for element in body if element.tag == qualified("w:tbl")]
    return dict(zip(tables[len(tables) - len(rows) :], rows, strict=True))


def _rows(circular: PrintedCircular) -> list[Sequence[str]]:
    """What the rows of its tables are about, table by table; of tables in the text nothing is known."""
    in_parts = (rows for part in circular.parts for rows in _part_rows(part))
    return [*_in_text(circular.blocks), *in_parts]


def _part_rows(part: Part) -> list[Sequence[str]]:
    if part.sheet is None:
        return _in_text(part.blocks)
    return [["", *(line.name for line in part.sheet.lines)]]


def _in_text(blocks: Iterable[Block]) -> list[Sequence[str]]:
    return [() for block in blocks if isinstance(block, Table)]
