"""A table laid across the page as a spreadsheet: typed columns under a fixed head, ready to print on A4 laid across."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import ceil
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from generator.views.circular import Leaf, Part
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, Value

_FONT, _HEAD_FONT = "宋体", "黑体"
_WIDTH = 130.0
"""How wide all columns are together, in Excel's unit: about half a character."""

_LEAST, _CHARACTER, _EDGES = 6.0, 1.9, 0.8
"""The least width of a column, a character's, and what a cell's edges take, in the same unit."""

_LINE, _ABOVE, _BLANK = 13.5, 5.0, 32.0
"""Heights in points: of a line of words, of the blank around them, and of a line to be filled in by hand."""

_NUMBER_FORMATS = {date: 'yyyy"年"m"月"d"日"', Decimal: "0.00"}
_TEXT = {"font_name": _FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter", "border": 1}
_PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def annex_xlsx(leaf: Leaf) -> bytes:
    """The workbook with one table, called by its label; the same table gives the same bytes.

    No cell is ever a formula. Who answers for it and its day stand in the file's properties.
    """
    part, sheet = leaf.part, leaf.sheet
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, **_PLAIN}) as book:
        book.set_properties(
            {
                "title": part.title.text,
                "author": "、".join(leaf.organs),
                "created": datetime.combine(leaf.date, time()),
            }
        )
        page = book.add_worksheet(part.label)
        formats = _Formats(book)
        widths = _widths(sheet.columns)
        first = _head(page, formats, part, sheet)
        for place, line in enumerate(sheet.lines, first):
            page.set_row(place, _height(line, widths))
            _line(page, formats, place, line, sheet.columns)
        for place, words in enumerate(sheet.below, first + len(sheet.lines)):
            page.write_string(place, 0, words, formats.of(border=0, text_wrap=False))
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        _set_up(page, first)
    return packed.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **changes: object) -> Any:
        """The usual format of a cell with some changes."""
        key = tuple(sorted(changes.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_TEXT, **changes})
        return self._made[key]


def _head(page: Any, formats: _Formats, part: Part, sheet: Sheet) -> int:
    """Label, title, what stands above the table, and its head; the number of the row below them."""
    last = len(sheet.columns) - 1
    page.write_string(0, 0, part.label, formats.of(border=0, font_name=_HEAD_FONT, text_wrap=False))
    title = formats.of(border=0, align="center", font_name=_HEAD_FONT, font_size=16)
    page.merge_range(1, 0, 1, last, part.title.text, title)
    row = 2
    if sheet.above:
        page.merge_range(row, 0, row, last, "　　".join(sheet.above), formats.of(border=0, align="center"))
        row += 1
    for place, column in enumerate(sheet.columns):
        page.write_string(row, place, column.title, formats.of(align="center", font_name=_HEAD_FONT))
    return row + 1


def _line(page: Any, formats: _Formats, row: int, line: SheetLine, columns: Sequence[Column]) -> None:
    font = {} if line.kind in (LineKind.ITEM, LineKind.BLANK) else {"font_name": _HEAD_FONT}
    for place, value in _placed(line):
        centred = line.kind is not LineKind.HEADING and (columns[place].centred or place < line.span - 1)
        align = {"align": "center"} if centred else {}
        cell = formats.of(**font, **align, **_number_format(value))
        if place == 0 and line.span > 1:
            page.merge_range(row, 0, row, line.span - 1, str(value), cell)
        else:
            _write(page, row, place, value, cell)


def _placed(line: SheetLine) -> Iterator[tuple[int, Value]]:
    """The cells of a line with the columns they begin in."""
    yield 0, line.values[0]
    yield from enumerate(line.values[1:], line.span)


def _number_format(value: Value) -> dict[str, str]:
    return {"num_format": _NUMBER_FORMATS[type(value)]} if type(value) in _NUMBER_FORMATS else {}


def _write(page: Any, row: int, column: int, value: Value, cell: Any) -> None:
    match value:
        case date():
            page.write_datetime(row, column, datetime.combine(value, time()), cell)
        case int() | Decimal():
            page.write_number(row, column, float(value), cell)
        case "":
            page.write_blank(row, column, None, cell)
        case _:
            page.write_string(row, column, value, cell)


def _widths(columns: Sequence[Column]) -> list[float]:
    fixed = [
        0.0 if column.flexible else max(_LEAST, _CHARACTER * column.characters + 3) for column in columns
    ]
    shares = sum(column.characters for column in columns if column.flexible)
    left = _WIDTH - sum(fixed)
    return [own or left * column.characters / shares for own, column in zip(fixed, columns, strict=True)]


def _height(line: SheetLine, widths: Sequence[float]) -> float:
    """How high a row must be for its words: spreadsheet programs do not all find that out by themselves."""
    if line.kind is LineKind.BLANK:
        return _BLANK
    if line.kind is not LineKind.ITEM:
        return _LINE + _ABOVE
    most = max(_lines(words, width) for words, width in zip(line.cells, widths, strict=True))
    return most * _LINE + _ABOVE


def _lines(words: str, width: float) -> int:
    wide = sum(_CHARACTER / 2 if char.isascii() else _CHARACTER for char in words)
    return max(1, ceil(wide / (width - _EDGES)))


def _set_up(page: Any, first: int) -> None:
    """A4 laid across, as wide as the page, the head fixed on the screen and repeated in print."""
    page.freeze_panes(first, 0)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(first - 1)
    page.set_footer("&C— &P —")
