"""A table of open data: what each column holds, in words for people and in types for programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

Cell = str | int | Decimal | date | bool | tuple[str, ...] | None
"""What a row holds in a column; None where there is nothing to say."""


class Kind(Enum):
    """What a column holds."""

    TEXT = "string"
    COUNT = "integer"
    NUMBER = "number"
    DAY = "date"
    YES_NO = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its ASCII key for programs, its heading, what it holds and means; `needed` if no row is without."""

    key: str
    title: str
    kind: Kind
    meaning: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values stand in a column of another table, both by key."""

    field: str
    table: str
    there: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table by its ASCII key. The columns `primary` together tell each row; every row has a cell for each field."""

    key: str
    title: str
    fields: tuple[Field, ...]
    primary: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class DataSet:
    """The tables of one year as they are published: those of the plan, of which `version` counts the versions from 1,
    and those that go on growing.

    `day` is the newest in the data, `composed` says what is an example, empty if nothing is.
    """

    year: int
    title: str
    publisher: str
    source: str
    version: int
    day: date | None
    composed: str
    plan: tuple[DataTable, ...]
    growing: tuple[DataTable, ...] = ()

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """All of them."""
        return (*self.plan, *self.growing)
