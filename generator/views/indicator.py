"""One indicator: what it is worth and its targets, or, assessed as a whole, what it demands itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.progress import progress
from generator.model.dossier import Year
from generator.model.indicator import Single
from generator.views import category, phrases
from generator.views.category import CategoryName
from generator.views.history import ItemHistory, histories
from generator.views.item import ItemGroup, group
from generator.views.progress import ItemProgress, item_progress
from generator.views.sample import Sample, sample
from generator.views.target import Requirement, requirement


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator's page. `requirement` is there when the indicator has no targets."""

    id: str
    name: str
    term: str
    target_term: str
    points: str
    source: str
    above: tuple[CategoryName, ...]
    group: ItemGroup
    requirement: Requirement | None
    progress: ItemProgress | None
    history: ItemHistory | None
    sample: Sample


def indicators(year: Year) -> Iterator[IndicatorView]:
    """Every indicator of the year, in the order of ids."""
    reported, told = progress(year), histories(year)
    for indicator in year.indicators:
        yield IndicatorView(
            id=indicator.id,
            name=indicator.name,
            term=year.plan.terms.indicator,
            target_term=year.plan.terms.target,
            points=phrases.points(indicator.points),
            source=indicator.source,
            above=category.trail(year, indicator.category),
            group=group(year, indicator),
            requirement=requirement(year, indicator) if isinstance(indicator, Single) else None,
            progress=item_progress(year, indicator, reported) if isinstance(indicator, Single) else None,
            history=told.get(indicator.id),
            sample=sample((indicator.sample,)),
        )
