"""One assessed item as every table prints it: a row with its id, text, points, goal, deadline and unit."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dossier import Year
from generator.model.indicator import AssessedItem, Composite, Single
from generator.model.organisation import Unit
from generator.views import phrases


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit by its registered name, with its ASCII name for addresses."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An assessed item in a table. `name` is its indicator's name where the row stands for the indicator."""

    id: str
    name: str
    text: str
    points: str
    goal: str
    deadline: str
    unit: UnitName
    sample: bool


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The items of one indicator, under its name; an indicator without targets is its own only item."""

    id: str
    name: str
    points: str
    whole: bool
    sample: bool
    rows: tuple[ItemRow, ...]


def group(year: Year, indicator: Composite | Single) -> ItemGroup:
    """The group of an indicator. `whole` says that it is assessed as a whole, without targets."""
    return ItemGroup(
        id=indicator.id,
        name=indicator.name,
        points=phrases.points_column(indicator.points),
        whole=isinstance(indicator, Single),
        sample=indicator.sample,
        rows=tuple(row(year, indicator, item) for item in indicator.items),
    )


def row(year: Year, indicator: Composite | Single, item: AssessedItem) -> ItemRow:
    """The row of an item of an indicator."""
    return ItemRow(
        id=item.id,
        name=indicator.name if item is indicator else "",
        text=item.text,
        points=phrases.points_column(item.points),
        goal=phrases.goal(item.goal, year.year),
        deadline=phrases.day_in_year(item.deadline),
        unit=unit_name(year.units[item.unit]),
        sample=indicator.sample,
    )


def unit_name(unit: Unit) -> UnitName:
    """A unit's name with its ASCII name."""
    return UnitName(unit.name, unit.slug)
