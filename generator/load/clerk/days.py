"""Days as clerks write them: with 年月日, points or strokes, or as the serial number that a spreadsheet keeps."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from generator.load.clerk.reading import Bare, Reading, bare, original
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.workbook import Cell

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]?",
        r"(?P<year>[0-9]{4})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    )
)
_MIDNIGHT = re.compile(r" 0{1,2}:00(?::00)?$")
_YEARLESS = re.compile(r"(?:[0-9]{2}[-./年])?[0-9]{1,2}[-./月][0-9]{1,2}[日号]?")
_SHOWS_YEAR = re.compile("[yeg]|^General$", re.IGNORECASE)
"""A format that does not show the year hides the one that the spreadsheet added when 9月30日 was typed."""

_YEARS = range(1950, 2101)
"""A serial number, or a cell that shows a date, is taken for a day only within these years."""

_HINT = "写成 2019年9月30日 的样子"


def day(cell: Cell) -> Reading[date]:
    """A day of the calendar with its year: `2019年9月30日`, `2019.9.30`, `20190930`, or the spreadsheet's own date."""
    plain = bare(cell)
    nothing = plain.nothing()
    return _dated(plain, cell) if nothing is None else nothing


def _dated(plain: Bare, cell: Cell) -> Reading[date]:
    match cell.value:
        case datetime():
            return _plausible(plain, cell.value.date(), "去掉钟点")
        case date():
            told = () if _SHOWS_YEAR.search(cell.number_format) else ("格子里没有显示年份",)
            return _plausible(plain, cell.value, *told)
        case Decimal() if 1000_00_00 <= cell.value < 10000_00_00:
            return _written(plain, str(cell.value))
        case Decimal() if cell.value == int(cell.value) and 0 < cell.value < 1000_00_00:
            return _plausible(plain, cell.epoch + timedelta(int(cell.value)), "表格软件的日期序号")
        case str():
            return _written(plain, _MIDNIGHT.sub("", plain.text).replace(" ", ""))
    message = f"这里要一个日期，格子里却是{cell.kind.value}“{original(cell)}”"
    return plain.doubt(refusals.CELL_DAY, message, _HINT)


def _written(plain: Bare, text: str) -> Reading[date]:
    """A day in words."""
    met = next((met for form in _FORMS if (met := form.fullmatch(text))), None)
    shown = original(plain.cell)
    if met is None:
        message = f"“{shown}”没有写全年份" if _YEARLESS.fullmatch(text) else f"“{shown}”不是一个确定的日期"
        return plain.doubt(refusals.CELL_DAY, message, _HINT)
    try:
        found = date(int(met["year"]), int(met["month"]), int(met["day"]))
    except ValueError:
        return plain.doubt(refusals.CELL_DAY, f"日历上没有“{shown}”这一天", "核对月份和日子")
    return _plausible(plain, found, *(() if plain.text == found.isoformat() else ("统一日期写法",)))


def _plausible(plain: Bare, found: date, *done: str) -> Reading[date]:
    if found.year not in _YEARS:
        message = f"“{original(plain.cell)}”是 {found.year} 年，多半是别的数误成了日期"
        return plain.doubt(refusals.CELL_DAY, message, _HINT)
    return plain.read(found, found.isoformat(), *done)
