"""A table laid across the page as a spreadsheet: typed columns under a fixed head, ready to print on A4 laid across."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from generator.render.worksheet import (
    HEAD_FONT,
    PLAIN,
    Formats,
    column_widths,
    head_row,
    name_book,
    row_height,
    set_up_page,
    title_rows,
)
from generator.views.circular import Leaf
from generator.views.sheet import Column, LineKind, SheetLine, Value

_WIDTH = 130.0
"""How wide all columns are together, in Excel's unit: about half a character."""

_BLANK = 32.0
"""How high a line is that is to be filled in by hand, in points."""

_NUMBER_FORMATS = {date: 'yyyy"年"m"月"d"日"', Decimal: "0.00"}


def annex_xlsx(leaf: Leaf) -> bytes:
    """The workbook with one table, called by its label; the same table gives the same bytes.

    No cell is ever a formula. Who answers for it and its day stand in the file's properties.
    """
    sheet = leaf.sheet
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, PLAIN) as book:
        name_book(book, leaf)
        page = book.add_worksheet(leaf.part.label)
        formats = Formats(book)
        widths = column_widths(sheet.columns, _WIDTH)
        first = _head(page, formats, leaf)
        for place, line in enumerate(sheet.lines, first):
            page.set_row(place, _height(line, widths))
            _line(page, formats, place, line, sheet.columns)
        for place, words in enumerate(sheet.below, first + len(sheet.lines)):
            page.write_string(place, 0, words, formats.of(border=0, text_wrap=False))
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        set_up_page(page, first)
    return packed.getvalue()


def _head(page: Any, formats: Formats, leaf: Leaf) -> int:
    """Label, title, what stands above the table, and its head; the number of the row below them."""
    sheet, last = leaf.sheet, len(leaf.sheet.columns) - 1
    row = title_rows(page, formats, leaf, last)
    if sheet.above:
        page.merge_range(row, 0, row, last, "　　".join(sheet.above), formats.of(border=0, align="center"))
        row += 1
    head_row(page, formats, row, sheet.columns)
    return row + 1


def _line(page: Any, formats: Formats, row: int, line: SheetLine, columns: Sequence[Column]) -> None:
    font = {} if line.kind in (LineKind.ITEM, LineKind.BLANK) else {"font_name": HEAD_FONT}
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


def _height(line: SheetLine, widths: Sequence[float]) -> float:
    match line.kind:
        case LineKind.BLANK:
            return _BLANK
        case LineKind.ITEM:
            return row_height(line.cells, widths)
        case _:
            return row_height((), ())
