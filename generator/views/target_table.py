"""Every assessed item of a year in one table, by category and indicator."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dossier import Year
from generator.views import category
from generator.views.category import CategoryName, CategoryView
from generator.views.sample import Sample, sample


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one innermost category, under the names of the categories around it."""

    above: tuple[CategoryName, ...]
    category: CategoryView


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The table of a year, one part for each category that holds indicators."""

    items: int
    parts: tuple[Part, ...]
    sample: Sample


def target_table(year: Year) -> TargetTable:
    """The table of all assessed items of a year, in the order of the plan."""
    held = tuple(one for one in category.categories(year) if one.groups)
    return TargetTable(
        items=sum(len(group.rows) for one in held for group in one.groups),
        parts=tuple(Part(one.above, one) for one in held),
        sample=sample(indicator.sample for indicator in year.indicators),
    )
