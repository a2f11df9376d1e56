"""One assessed item in full: its text, points, goal, who, when, milestones and how it is scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compute.progress import Progress, progress
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem, Composite
from generator.views import category, phrases
from generator.views.category import CategoryName
from generator.views.history import ItemHistory, histories
from generator.views.item import UnitName, unit_name
from generator.views.progress import ItemProgress, item_progress
from generator.views.sample import Sample, sample


@dataclass(frozen=True, slots=True)
class Milestone:
    """What is to be done by the end of a quarter."""

    quarter: str
    ends: str
    text: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an assessed item demands, of whom and by when, and how it is scored."""

    id: str
    text: str
    points: str
    goal: str
    deadline: str
    unit: UnitName
    partners: tuple[UnitName, ...]
    leader: str
    milestones: tuple[Milestone, ...]
    expected: str
    scoring: str


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target's page: its requirement, the indicator and categories it belongs to, and its neighbours' ids."""

    requirement: Requirement
    indicator_id: str
    indicator: str
    term: str
    indicator_term: str
    above: tuple[CategoryName, ...]
    source: str
    before: str
    after: str
    progress: ItemProgress | None
    history: ItemHistory | None
    sample: Sample


def targets(year: Year) -> Iterator[TargetView]:
    """Every target of the year that belongs to an indicator with several, in the order of ids."""
    reported, told = progress(year), histories(year)
    for indicator in year.indicators:
        if isinstance(indicator, Composite):
            yield from _targets(year, indicator, reported, told)


def requirement(year: Year, item: AssessedItem) -> Requirement:
    """What one assessed item demands."""
    return Requirement(
        id=item.id,
        text=item.text,
        points=phrases.points(item.points),
        goal=phrases.goal(item.goal),
        deadline=phrases.day(item.deadline),
        unit=unit_name(year.units[item.unit]),
        partners=tuple(unit_name(year.units[partner]) for partner in item.partners),
        leader=item.leader,
        milestones=tuple(
            Milestone(quarter.name, phrases.day_in_year(quarter.ends), item.milestones[quarter.id])
            for quarter in year.plan.quarters
            if quarter.id in item.milestones
        ),
        expected=item.expected,
        scoring=item.scoring,
    )


def _targets(
    year: Year, indicator: Composite, reported: Progress, told: Mapping[str, ItemHistory]
) -> Iterator[TargetView]:
    above = category.trail(year, indicator.category)
    ids = ("", *(target.id for target in indicator.targets), "")
    for before, target, after in zip(ids, indicator.targets, ids[2:], strict=False):
        yield TargetView(
            requirement=requirement(year, target),
            indicator_id=indicator.id,
            indicator=indicator.name,
            term=year.plan.terms.target,
            indicator_term=year.plan.terms.indicator,
            above=above,
            source=indicator.source,
            before=before,
            after=after,
            progress=item_progress(year, target, reported),
            history=told.get(target.id),
            sample=sample((indicator.sample,)),
        )
