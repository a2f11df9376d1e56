"""The tables of a year as one workbook: a sheet for each, and one before them that says what they hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from generator.render.open_data.as_csv import SEPARATOR
from generator.views.data_table import Cell, DataSet, DataTable, Field, Kind

_WIDTHS = {Kind.TEXT: 24, Kind.LIST: 24, Kind.COUNT: 10, Kind.NUMBER: 10, Kind.DAY: 12, Kind.YES_NO: 10}
"""Widths of columns by what they hold, in Excel's unit: about half a Chinese character."""

_LONG, _LONG_WIDTH = 30, 48
"""A column of texts with one longer than this is as wide as the second."""

_PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_ABOUT = "说明"


def as_xlsx(data: DataSet) -> bytes:
    """The workbook. Words are written as words, so none is ever a formula; the same data gives the same bytes."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, **_PLAIN}) as book:
        book.set_properties({"title": data.title, "author": data.publisher, "created": _created(data)})
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#F4F6F9", "bottom": 1}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "points": book.add_format({"num_format": "0.00", "valign": "top"}),
        }
        _about(book.add_worksheet(_ABOUT), formats, data)
        for table in data.tables:
            _table(book.add_worksheet(table.title), formats, table)
    return packed.getvalue()


def _created(data: DataSet) -> datetime:
    return datetime.combine(data.day or date(data.year, 1, 1), time())


def _about(sheet: Any, formats: dict[str, Any], data: DataSet) -> None:
    facts = (
        ("名称", data.title),
        ("发布机构", data.publisher),
        ("依据", data.source),
        ("年度", str(data.year)),
        ("方案版本", f"第{data.version}版"),
        ("数据日期", data.day.isoformat() if data.day else ""),
        ("提示", data.composed),
    )
    shown = [fact for fact in facts if fact[1]]
    for row, fact in enumerate(shown):
        for column, words in enumerate(fact):
            sheet.write_string(row, column, words, formats["text"])
    start = len(shown) + 1
    for column, words in enumerate(("工作表", "列", "含义")):
        sheet.write_string(start, column, words, formats["head"])
    for row, line in enumerate(_meanings(data), start + 1):
        for column, words in enumerate(line):
            sheet.write_string(row, column, words, formats["text"])
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 2, _LONG_WIDTH)


def _meanings(data: DataSet) -> Iterator[tuple[str, str, str]]:
    for table in data.tables:
        for field in table.fields:
            yield table.title, field.title, field.meaning


def _table(sheet: Any, formats: dict[str, Any], table: DataTable) -> None:
    for column, field in enumerate(table.fields):
        sheet.write_string(0, column, field.title, formats["head"])
        sheet.set_column(column, column, _width(field, [row[column] for row in table.rows]))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, formats)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)


def _width(field: Field, cells: list[Cell]) -> int:
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    if longest > _LONG:
        return _LONG_WIDTH
    return (
        max(_WIDTHS[field.kind], 2 * len(field.title) + 4)
        if longest > 10
        else 2 * max(len(field.title), longest) + 4
    )


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_string(row, column, "是" if cell else "否", formats["text"])
        case date():
            sheet.write_datetime(row, column, datetime.combine(cell, time()), formats["day"])
        case Decimal():
            sheet.write_number(row, column, float(cell), formats["points"])
        case int():
            sheet.write_number(row, column, cell, formats["text"])
        case tuple():
            sheet.write_string(row, column, SEPARATOR.join(cell), formats["text"])
        case str():
            sheet.write_string(row, column, cell, formats["text"])
