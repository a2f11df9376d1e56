"""Cells as a workbook gives them, made from a value."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from generator.load.clerk.reading import Reading
from generator.load.spreadsheet.workbook import Cell, Kind, Value
from generator.problem import Place

PLACE = Place("报表.xlsx", 12, 6, "季度报表")
_KINDS = (
    (bool, Kind.BOOLEAN),
    (str, Kind.TEXT),
    (Decimal, Kind.NUMBER),
    (date, Kind.DATE),
    ((time, timedelta), Kind.TIME),
)


def cell(value: Value, **other: Any) -> Cell:
    """The cell F12 with a value, of the kind that it has; other fields as they are given."""
    kinds = (kind for types, kind in _KINDS if isinstance(value, types))
    return Cell(PLACE, **{"kind": next(kinds, Kind.EMPTY), "value": value, **other})


def rules(reading: Reading[Any]) -> list[str]:
    """The ids of what is told of a reading."""
    return [problem.rule for problem in reading.problems]
