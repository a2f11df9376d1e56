"""Reads a clerk's workbook: guarded first, then opened with openpyxl, then as plain values that know their cells."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # it has no types

from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.container import MAX_BYTES, unpacked
from generator.load.spreadsheet.guard import guard
from generator.load.spreadsheet.refusals import SAVE_AS
from generator.load.spreadsheet.scan import area
from generator.load.spreadsheet.workbook import Area, Cell, Kind, Sheet, Value, Visibility, Workbook
from generator.load.syntax import shortened
from generator.model.scalars import quantity_text
from generator.problem import Level, Place, Problem, UndecidedError

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DDE = re.compile(r"[=+@-]?\s*[\w.]+\s*\|\s*'?.*!", re.DOTALL)
_LENGTH = 40
_DIGITS = 15
"""How many digits a spreadsheet shows of a number; what follows is the dust of binary fractions."""


def read_spreadsheet(file: Path) -> tuple[Workbook | None, tuple[Problem, ...]]:
    """Read a clerk's file. The workbook is None when nothing in it can be trusted.

    A workbook that is read may still have errors beside it, such as a pasted picture: then all its cells are there
    to be looked at in the same run, but nothing of it may be taken. Raises `UndecidedError` for no file at all.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        message = f"{file} 读不了：没有这个文件，或没有权限"
        raise UndecidedError(Problem("unreadable", Level.ERROR, message, Place(str(file)))) from None
    return workbook_from(data, str(file))


def workbook_from(data: bytes, file: str) -> tuple[Workbook | None, tuple[Problem, ...]]:
    """Read a workbook from its bytes; `file` is what it is called in messages."""
    parts, problems = unpacked(data, file)
    if not parts:
        return None, problems
    guarded = guard(parts, file)
    if not guarded.sound:
        return None, guarded.problems
    try:
        opened = _opened(data, results=False)
        results = _opened(data, results=True) if guarded.formulas else opened
        read = _workbook(opened, results, file)
    except Exception:  # noqa: BLE001  # a library of 20,000 lines meets a stranger's file: all it can say is that it is unsound
        hint = "下载一张空白表，把填好的内容粘贴过去，只粘贴数值"
        return None, (
            *guarded.problems,
            refusals.WORKBOOK_DAMAGED.at(Place(file), "工作簿的内容不合规矩，读不了", hint),
        )
    if not read.sheets:
        return None, (
            *guarded.problems,
            refusals.WORKBOOK_DAMAGED.at(Place(file), "工作簿里没有工作表", SAVE_AS),
        )
    return read, (*guarded.problems, *_told(read))


def _opened(data: bytes, *, results: bool) -> Any:
    if not openpyxl.DEFUSEDXML:
        raise ImportError(name="defusedxml")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=results, keep_links=False)


def _workbook(opened: Any, results: Any, file: str) -> Workbook:
    sheets = tuple(
        _sheet(sheet, results[sheet.title], opened.epoch.date(), file) for sheet in opened.worksheets
    )
    names = {name: str(defined.attr_text) for name, defined in opened.defined_names.items()}
    return Workbook(file, sheets, names)


def _sheet(sheet: Any, results: Any, epoch: date, file: str) -> Sheet:
    merged = tuple(sorted(area(str(one)) for one in sheet.merged_cells.ranges))
    cells = {
        (cell.row, cell.column): made
        for cell in sorted(sheet._cells.values(), key=lambda cell: (cell.row, cell.column))
        if not (made := _cell(cell, results, merged, epoch, file)).blank
    }
    return Sheet(
        file,
        str(sheet.title),
        Visibility(sheet.sheet_state),
        cells,
        merged,
        frozenset(row for row, about in sheet.row_dimensions.items() if about.hidden),
        frozenset(
            column
            for about in sheet.column_dimensions.values()
            if about.hidden
            for column in range(about.min, about.max + 1)
        ),
    )


def _cell(cell: Any, results: Any, merged: tuple[Area, ...], epoch: date, file: str) -> Cell:
    spot = (cell.row, cell.column)
    formula, result = "", cell
    if getattr(cell, "data_type", "") == "f":
        written = cell.value
        formula = str(getattr(written, "text", written) or "=")
        result = results._cells.get(spot, cell)
    kind, value = _value(result.value, getattr(result, "data_type", "n"))
    return Cell(
        Place(file, *spot, cell.parent.title),
        kind,
        value,
        str(getattr(cell, "number_format", "General")),
        formula,
        cell.comment.text if getattr(cell, "comment", None) is not None else "",
        next((one for one in merged if one.holds(*spot)), None),
        epoch,
    )


def _value(value: Any, data_type: str) -> tuple[Kind, Value]:
    """What a cell holds. openpyxl tells an error by the type of its cell alone."""
    match value:
        case None:
            return Kind.EMPTY, None
        case _ if data_type == "e":
            return Kind.ERROR, str(value)
        case bool():
            return Kind.BOOLEAN, value
        case int() | float():
            number = _number(value)
            return (Kind.NUMBER, number) if number.is_finite() else (Kind.ERROR, str(value))
        case date() | time() | timedelta():
            return _moment(value)
        case _:
            return Kind.TEXT, _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))


def _moment(value: date | time | timedelta) -> tuple[Kind, Value]:
    """A day, alone if it is midnight, or a time without a day."""
    if isinstance(value, datetime) and value.time() == time():
        return Kind.DATE, value.date()
    return (Kind.DATE if isinstance(value, date) else Kind.TIME), value


def _number(value: float) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        number = +Decimal(repr(value))
    return Decimal(quantity_text(number))


def _told(workbook: Workbook) -> Iterator[Problem]:
    """What is said of cells wherever they stand: a call to another program, and a comment."""
    for sheet in workbook.sheets:
        for cell in sheet.cells.values():
            if cell.formula and _DDE.match(cell.formula.strip("{}")):
                message = "这个公式会去运行别的程序"
                yield refusals.WORKBOOK_LINK.at(cell.place, message, "删去公式，只留数")
            if cell.comment:
                message = f"批注不会导入：“{shortened(' '.join(cell.comment.split()), _LENGTH)}”"
                yield refusals.CELL_COMMENT.at(cell.place, message, "需要上报的内容写进单元格")
