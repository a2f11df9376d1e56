"""One category: what it is worth, what it holds, and every item in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.dossier import Year
from generator.model.indicator import Composite, Single
from generator.model.plan import Category
from generator.views import phrases
from generator.views.item import ItemGroup, group
from generator.views.sample import Sample, sample


@dataclass(frozen=True, slots=True)
class CategoryName:
    """A category by name, with its key for addresses."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category in an overview: its depth from 0, points, and how much it holds."""

    key: str
    name: str
    depth: int
    points: str
    indicators: str
    targets: str
    items: str


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category's page. `inside` are the categories just below it; `groups` the items it holds itself."""

    key: str
    name: str
    note: str
    indicator_term: str
    target_term: str
    above: tuple[CategoryName, ...]
    inside: tuple[CategoryLine, ...]
    beside: tuple[CategoryName, ...]
    points: str
    items: int
    groups: tuple[ItemGroup, ...]
    sample: Sample


def categories(year: Year) -> Iterator[CategoryView]:
    """Every category of the year, outermost first."""
    yield from _below(year, year.plan.categories, ())


def lines(year: Year) -> tuple[CategoryLine, ...]:
    """The overview of all categories, in the order of the plan."""
    return tuple(_lines(year, year.plan.categories, 0))


def trail(year: Year, category: str) -> tuple[CategoryName, ...]:
    """The categories around and including the one of this name, outermost first."""
    return _path(year.plan.categories, category)


def _below(
    year: Year, siblings: tuple[Category, ...], above: tuple[CategoryName, ...]
) -> Iterator[CategoryView]:
    names = tuple(CategoryName(category.id, category.name) for category in siblings)
    for category, name in zip(siblings, names, strict=True):
        held = tuple(year.indicators_in(category))
        own = tuple(group(year, one) for one in year.held_by(category))
        yield CategoryView(
            key=category.id,
            name=category.name,
            note=category.note or "",
            indicator_term=year.plan.terms.indicator,
            target_term=year.plan.terms.target,
            above=above,
            inside=tuple(_lines(year, category.categories, 0)),
            beside=tuple(other for other in names if other != name),
            points=phrases.points(category.points),
            items=_items(held),
            groups=own,
            sample=sample(one.sample for one in own),
        )
        yield from _below(year, category.categories, (*above, name))


def _lines(year: Year, siblings: tuple[Category, ...], depth: int) -> Iterator[CategoryLine]:
    for category in siblings:
        held = tuple(year.indicators_in(category))
        yield CategoryLine(
            key=category.id,
            name=category.name,
            depth=depth,
            points=phrases.points(category.points),
            indicators=phrases.count(len(held)),
            targets=phrases.count(_targets(held)),
            items=phrases.count(_items(held)),
        )
        yield from _lines(year, category.categories, depth + 1)


def _targets(held: tuple[Composite | Single, ...]) -> int:
    return sum(len(one.targets) for one in held if isinstance(one, Composite))


def _items(held: tuple[Composite | Single, ...]) -> int:
    return sum(len(one.items) for one in held)


def _path(
    siblings: tuple[Category, ...], name: str, above: tuple[CategoryName, ...] = ()
) -> tuple[CategoryName, ...]:
    for category in siblings:
        here = (*above, CategoryName(category.id, category.name))
        found = here if category.name == name else _path(category.categories, name, here)
        if found:
            return found
    return ()
