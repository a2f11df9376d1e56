"""Tables: rows and cells, how wide columns are, and how high rows will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.elements import Element, w
from generator.render.circular_docx.lengths import CHARACTER, GAP, SMALL, WIDTH
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.text import Face, runs
from generator.views.prose import Table


@dataclass(frozen=True, slots=True)
class Type:
    """How a table's words are set: paragraph style, size, height of a line, and the blank around a cell's words."""

    style: str
    size: int
    line: int
    beside: int
    above: int


class Cell(NamedTuple):
    """One cell: its words and their font, how many columns it covers, and how it is aligned."""

    words: str
    face: Face = Face.FANGSONG
    span: int = 1
    align: str | None = None


_IN_TEXT = Type("Cell", SMALL, 360, beside=100, above=60)
_THICKNESS = 4
"""Of a table's lines, in eighths of a point."""

_APART = 120
"""A table's distance from the text around it."""


def plain_table(table: Table) -> Iterator[Element]:
    """A table that stands in the text, its head repeated on each page."""
    widths = _natural_widths([table.head, *table.rows], _IN_TEXT)
    head = [Cell(words, Face.HEI, align="center") for words in table.head]
    rows = [row(head, widths, _IN_TEXT, head=True)]
    rows += [row([Cell(words) for words in cells], widths, _IN_TEXT) for cells in table.rows]
    yield paragraph("Cell", line=_APART)
    yield framed(widths, rows, _IN_TEXT)
    yield paragraph("Cell", line=_APART)


def framed(widths: Sequence[int], rows: Sequence[Element], set_as: Type) -> Element:
    """A table with lines around every cell."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblBorders", *(w(edge, val="single", sz=_THICKNESS, space=0, color="000000") for edge in edges)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=set_as.beside, type="dxa") for side in ("left", "right"))),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(
    cells: Sequence[Cell],
    widths: Sequence[int],
    set_as: Type,
    *,
    head: bool = False,
    kept: bool = False,
    least: int = 0,
) -> Element:
    """A row that stays on one page; `head` is repeated on each page, `kept` stays with the next row."""
    made, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        made.append(
            w(
                "tc",
                w(
                    "tcPr",
                    w("tcW", w=width, type="dxa"),
                    w("gridSpan", val=cell.span) if cell.span > 1 else None,
                    w("vAlign", val="center"),
                ),
                paragraph(
                    set_as.style, runs(cell.words, cell.face, within=True), keep_next=kept, align=cell.align
                ),
            )
        )
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=row_height(cells, widths, set_as, least), hRule="atLeast"),
        w("tblHeader") if head else None,
    )
    return w("tr", properties, *made)


def row_height(cells: Sequence[Cell], widths: Sequence[int], set_as: Type, least: int = 0) -> int:
    """How high a row must be for its words, at least."""
    height, column = least, 0
    for cell in cells:
        height = max(height, _height(cell.words, sum(widths[column : column + cell.span]), set_as))
        column += cell.span
    return height


def _height(words: str, width: int, set_as: Type) -> int:
    """How high a row must be for a cell's words, as the program with the wider gaps sets them."""
    room = (width - 2 * set_as.beside) * CHARACTER // set_as.size
    return len(lines_of(words, room, room, GAP)) * set_as.line + 2 * set_as.above


def _natural_widths(rows: Sequence[Sequence[str]], set_as: Type) -> list[int]:
    """Columns as wide as their longest cell; if that is too much, the widest ones share what is left."""
    wanted = [
        max(sum(0.5 if char.isascii() else 1 for char in words) for words in column) * set_as.size
        + 3 * set_as.beside
        for column in zip(*rows, strict=True)
    ]
    limit = float(WIDTH)
    while sum(min(width, limit) for width in wanted) > WIDTH:
        limit *= 0.95
    return [int(min(width, limit)) for width in wanted]
