"""A workbook as it was read: sheets of cells, each with its value, how it is shown, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import NamedTuple

from generator.problem import Place, column_letters

Spot = tuple[int, int]
"""A row and a column, from 1."""

Value = str | Decimal | date | datetime | time | timedelta | bool | None


class Kind(Enum):
    """What a cell holds, by the words a clerk is told."""

    EMPTY = "空格"
    TEXT = "文字"
    NUMBER = "数"
    DATE = "日期"
    TIME = "时间"
    BOOLEAN = "逻辑值"
    ERROR = "出错的记号"


class Area(NamedTuple):
    """A rectangle of cells, both ends included, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def spots(self) -> Iterator[Spot]:
        """The spots that lie within."""
        return product(range(self.top, self.bottom + 1), range(self.left, self.right + 1))

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. A formula's value is the result it was saved with, and it is `EMPTY` if there is none.

    The value is text as it was typed (NUMBER: a Decimal as it is shown at 15 digits; DATE: a date, or a datetime
    if it has a time of day; TIME: a time or a timedelta; BOOLEAN: a bool; ERROR: its sign, such as #N/A).
    `merged` is the area that the cell is part of. `epoch` is the day whose serial number is 0 in this workbook.
    """

    place: Place
    kind: Kind = Kind.EMPTY
    value: Value = None
    number_format: str = "General"
    formula: str = ""
    comment: str = ""
    merged: Area | None = None
    epoch: date = date(1899, 12, 30)

    @property
    def blank(self) -> bool:
        """Whether nothing is to be read here: no value, no formula, no comment, or white space alone."""
        bare = self.kind is Kind.EMPTY or (isinstance(self.value, str) and not self.value.strip())
        return bare and not self.formula and not self.comment


class Visibility(Enum):
    """Whether a sheet shows, is hidden, or is hidden from the clerk's menu too."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the cells that hold anything, and the area of each spot that is merged with others."""

    file: str
    name: str
    visibility: Visibility
    cells: Mapping[Spot, Cell]
    merged: Mapping[Spot, Area] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a spot; one that holds nothing is EMPTY, and may be part of a merged area."""
        found = self.cells.get((row, column))
        if found is not None:
            return found
        return Cell(Place(self.file, row, column, self.name), merged=self.merged.get((row, column)))

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """The rows that hold anything, from the top: their number and their cells from the left."""
        rows: dict[int, list[Cell]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append(self.cells[row, column])
        yield from ((row, tuple(cells)) for row, cells in rows.items())


@dataclass(frozen=True, slots=True)
class Workbook:
    """A clerk's workbook: its sheets in their order, and the names it gives to areas."""

    file: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
