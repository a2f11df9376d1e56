"""A table laid across the page, ready to print: columns, lines, what stands above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from math import sqrt
from statistics import mean

Value = str | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `characters` is what its cells hold on a line; a flexible one shares what the others leave."""

    title: str
    characters: float
    flexible: bool = False
    centred: bool = False


class LineKind(Enum):
    """What a line of a table is."""

    HEADING = "heading"
    ITEM = "item"
    SUM = "sum"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line. Its first cell covers `span` columns, each further one a column.

    `values` are the cells as numbers, days and words, for a spreadsheet. A heading's `depth` counts from 0. By its
    `name`, the id of what it tells of, a line is known again in another version of the table; it may be empty.
    """

    kind: LineKind
    cells: tuple[str, ...]
    values: tuple[Value, ...]
    span: int = 1
    depth: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its head; `above` stands on one line over it, `below` in a line each under it."""

    columns: tuple[Column, ...]
    lines: tuple[SheetLine, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


_LEAST = 3
"""What a flexible column holds on a line, in characters, however wide the others would be."""


def wide(words: str) -> float:
    """How wide words are, in characters."""
    return sum(0.5 if char.isascii() else 1 for char in words)


def fullness(cells: Sequence[str]) -> float:
    """What a flexible column's cells hold, for its share of the room: the root of their mean square.

    It is the long cells that make a line high.
    """
    return sqrt(mean(wide(cell) ** 2 for cell in cells))


def widths(columns: Sequence[Column], room: float, beside: float) -> tuple[float, ...]:
    """How wide the columns of a table are that has `room`, all in characters; edges take `beside` of each.

    Columns of their own width are narrowed where they would leave too little for the flexible ones.
    """
    own = sum(column.characters + beside for column in columns if not column.flexible)
    flexible = [column.characters for column in columns if column.flexible]
    narrowed = min(1, (room - len(flexible) * (_LEAST + beside)) / own) if own else 1
    left = room - own * narrowed
    return tuple(
        left * column.characters / sum(flexible)
        if column.flexible
        else (column.characters + beside) * narrowed
        for column in columns
    )
