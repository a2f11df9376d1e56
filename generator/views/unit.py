"""One unit: its duties, its people, what it answers for and what it helps with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.progress import progress
from generator.model.dossier import Year
from generator.model.organisation import Unit
from generator.views import phrases
from generator.views.charts import Overview
from generator.views.item import ItemRow, UnitName, row, unit_name
from generator.views.sample import Sample, sample
from generator.views.unit_overview import unit_overview


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in an overview: how many items it answers for, and their points."""

    unit: UnitName
    kind: str
    items: str
    points: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the post they hold."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit's page: `short` are its other names, `answers` the items it is responsible for, `helps` those of other units."""

    unit: UnitName
    short: tuple[str, ...]
    kind: str
    duties: str
    people: tuple[PersonLine, ...]
    items: int
    points: str
    answers: tuple[ItemRow, ...]
    helps: tuple[ItemRow, ...]
    overview: Overview | None
    beside: tuple[UnitName, ...]
    sample: Sample


def units(year: Year) -> Iterator[UnitView]:
    """Every unit of the year, in the order the organisation registers them."""
    answers, helps = _rows(year)
    worth = _points(year)
    reported = progress(year)
    names = tuple(unit_name(unit) for unit in year.organisation.units)
    for unit, name in zip(year.organisation.units, names, strict=True):
        rows = (*answers[unit.name], *helps[unit.name])
        yield UnitView(
            unit=name,
            short=unit.short,
            kind=_kind(year, unit),
            duties=unit.duties or "",
            people=tuple(
                PersonLine(person.name, person.post)
                for person in year.organisation.people
                if person.unit == unit.name
            ),
            items=len(answers[unit.name]),
            points=phrases.points(worth[unit.name]),
            answers=tuple(answers[unit.name]),
            helps=tuple(helps[unit.name]),
            overview=unit_overview(year, unit, (one.id for one in answers[unit.name]), reported),
            beside=tuple(other for other in names if other != name),
            sample=sample(one.sample for one in rows),
        )


def lines(year: Year) -> tuple[UnitLine, ...]:
    """The overview of all units: number and points of the items each answers for."""
    worth = _points(year)
    numbers: dict[str, int] = defaultdict(int)
    for item in year.items:
        numbers[item.unit] += 1
    return tuple(
        UnitLine(
            unit=unit_name(unit),
            kind=_kind(year, unit),
            items=phrases.count(numbers[unit.name]),
            points=phrases.points_column(worth[unit.name]) if numbers[unit.name] else phrases.NONE,
        )
        for unit in year.organisation.units
    )


def _rows(year: Year) -> tuple[dict[str, list[ItemRow]], dict[str, list[ItemRow]]]:
    answers: dict[str, list[ItemRow]] = defaultdict(list)
    helps: dict[str, list[ItemRow]] = defaultdict(list)
    in_plan_order = (one for category in year.plan.walk() for one in year.held_by(category))
    for indicator in in_plan_order:
        for item in indicator.items:
            printed = row(year, indicator, item)
            answers[item.unit].append(printed)
            for partner in item.partners:
                helps[partner].append(printed)
    return answers, helps


def _points(year: Year) -> dict[str, int]:
    worth: dict[str, int] = defaultdict(int)
    for item in year.items:
        worth[item.unit] += item.points
    return worth


def _kind(year: Year, unit: Unit) -> str:
    return next(kind.name for kind in year.organisation.kinds if kind.id == unit.kind)
