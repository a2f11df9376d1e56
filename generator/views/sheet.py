"""A table laid across the page, ready to print: columns, lines, what stands above and below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

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

    `values` are the cells as numbers, days and words, for a spreadsheet. A heading's `depth` counts from 0.
    """

    kind: LineKind
    cells: tuple[str, ...]
    values: tuple[Value, ...]
    span: int = 1
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its head; `above` stands on one line over it, `below` in a line each under it."""

    columns: tuple[Column, ...]
    lines: tuple[SheetLine, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
