"""An annex that is a table laid across the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.lengths import (
    CHARACTER,
    GAP,
    LINE,
    SIZE,
    TITLE_SIZE,
    WIDTH,
    body_in,
    twips,
)
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.table import Cell, Type, framed, row, row_height
from generator.render.circular_docx.text import Face, line_break, runs, tab
from generator.views.circular import Part
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, widths

_LARGE = Type("SheetCell", 210, 280, beside=60, above=40)
_SMALL = Type("SheetCellSmall", 180, 240, beside=60, above=40)
"""五号 (10.5 pt), and 小五 (9 pt) for a table that would take more than so many pages."""

_MOST_PAGES = 10

_SPARE = 0.6
"""What a column of its own width has more than its longest cell, in characters: for gaps around figures."""

_ACROSS, _HIGH = twips(225), WIDTH
"""The type area of a page laid across."""

_HEAD, _NOTE, _NOTE_SIZE = 400, 320, 210
"""The line above the table, and the lines below it."""

_BLANK = twips(11)
_FACES = {
    LineKind.HEADING: Face.KAI,
    LineKind.SUM: Face.KAI,
    LineKind.ITEM: Face.FANGSONG,
    LineKind.BLANK: Face.FANGSONG,
}


@dataclass(frozen=True, slots=True)
class Laid:
    """The paragraphs and the table of a sheet, and how many pages they are likely to take."""

    elements: tuple[Element, ...]
    pages: int


def laid(part: Part, sheet: Sheet) -> Laid:
    """An annex with its label on the first line, its title on the third, and the table below."""
    head = [Cell(column.title, Face.HEI, align="center") for column in sheet.columns]
    rows = [_cells(line, sheet.columns) for line in sheet.lines]
    pages = _pages(sheet, head, rows, _LARGE)
    set_as = _LARGE if pages <= _MOST_PAGES else _SMALL
    columns = _widths(sheet.columns, set_as)
    made = [row(head, columns, set_as, head=True)]
    made += [_row(line, cells, columns, set_as) for line, cells in zip(sheet.lines, rows, strict=True)]
    below = [paragraph("SheetNote", runs(words)) for words in sheet.below] or [
        paragraph("SheetNote", line=20)
    ]
    elements = (*_opening(part), *_above(sheet.above), framed(columns, made, set_as), *below)
    return Laid(elements, pages if set_as is _LARGE else _pages(sheet, head, rows, set_as))


def _row(line: SheetLine, cells: Sequence[Cell], columns: Sequence[int], set_as: Type) -> Element:
    return row(cells, columns, set_as, kept=line.kind is LineKind.HEADING, least=_least(line))


def _opening(part: Part) -> list[Element]:
    in_title = body_in(LINE, TITLE_SIZE)
    before = 2 * LINE - SIZE // 2 - TITLE_SIZE // 2 - in_title
    content: list[Element] = []
    for index, words in enumerate(part.title.lines):
        content += [line_break()] if index else []
        content += runs(words, Face.TITLE)
    label = paragraph("AnnexLabel", runs(part.label, Face.HEI), line=SIZE)
    return [label, paragraph("Heading1", content, before=before, after=LINE // 4)]


def _above(words: Sequence[str]) -> list[Element]:
    """What stands on the line above the table: one thing in the middle, several from edge to edge."""
    if not words:
        return []
    if len(words) == 1:
        return [paragraph("SheetHead", runs(words[0]), align="center", keep_next=True)]
    stops = [("left", _ACROSS * place // len(words)) for place in range(1, len(words))]
    content = [run for index, one in enumerate(words) for run in (*([tab()] if index else []), *runs(one))]
    return [paragraph("SheetHead", content, tabs=stops, keep_next=True)]


def _cells(line: SheetLine, columns: Sequence[Column]) -> list[Cell]:
    face = Face.HEI if line.kind is LineKind.HEADING and not line.depth else _FACES[line.kind]
    first = Cell(line.cells[0], face, line.span, _first_align(line, columns))
    others = zip(line.cells[1:], columns[line.span :], strict=True)
    return [
        first,
        *(Cell(words, face, align="center" if column.centred else None) for words, column in others),
    ]


def _least(line: SheetLine) -> int:
    return _BLANK if line.kind is LineKind.BLANK else 0


def _first_align(line: SheetLine, columns: Sequence[Column]) -> str | None:
    if line.kind is LineKind.SUM:
        return "center"
    return "center" if line.kind is not LineKind.HEADING and columns[0].centred else None


def _widths(columns: Sequence[Column], set_as: Type) -> list[int]:
    """Columns in twips; what rounding leaves is the last one's."""
    beside = 2 * set_as.beside / set_as.size + _SPARE
    found = [int(width * set_as.size) for width in widths(columns, _ACROSS / set_as.size, beside)]
    if any(column.flexible for column in columns):
        found[-1] += _ACROSS - sum(found)
    return found


def _pages(sheet: Sheet, head: Sequence[Cell], rows: Sequence[Sequence[Cell]], set_as: Type) -> int:
    """How many pages the sheet will take."""
    columns = _widths(sheet.columns, set_as)
    heading = row_height(head, columns, set_as)
    heights = [
        row_height(cells, columns, set_as, _least(line))
        for line, cells in zip(sheet.lines, rows, strict=True)
    ]
    pages, bottom = 1, 3 * LINE + (_HEAD if sheet.above else 0) + heading
    for height in (*heights, *map(_note_height, sheet.below)):
        if bottom + height > _HIGH:
            pages, bottom = pages + 1, heading
        bottom += height
    return pages


def _note_height(words: str) -> int:
    room = _ACROSS * CHARACTER // _NOTE_SIZE
    return len(lines_of(words, room, room, GAP)) * _NOTE
