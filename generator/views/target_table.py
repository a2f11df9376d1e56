"""Every assessed item of a year in one table, by category and indicator, and by what it can be narrowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compute.progress import progress
from generator.compute.tally import UNREPORTED
from generator.model.dossier import Year
from generator.views import category, phrases
from generator.views.category import CategoryName, CategoryView
from generator.views.progress import quarters_reported
from generator.views.sample import Sample, sample
from generator.views.states import states

_DEADLINE_COLUMN, _UNIT_COLUMN, _STATE_COLUMN = 5, 6, 7


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one innermost category, under the names of the categories around it."""

    above: tuple[CategoryName, ...]
    category: CategoryView


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: what is looked for, and how it reads with the number of items."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the table.

    `column`, counted from 1, holds the values; `begins` if a cell only begins with them. Column 0 stands for the
    categories, which are no column.
    """

    key: str
    label: str
    column: int
    options: tuple[Option, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The table of a year, one part for each category that holds indicators.

    `states` are the names of the items' states at the end of `quarter`, the newest that was reported; both are empty
    where nothing was.
    """

    lead: str
    items: int
    parts: tuple[Part, ...]
    filters: tuple[Filter, ...]
    quarter: str
    states: Mapping[str, str]
    sample: Sample


def target_table(year: Year) -> TargetTable:
    """The table of all assessed items of a year, in the order of the plan."""
    held = tuple(one for one in category.categories(year) if one.groups)
    items = sum(len(group.rows) for one in held for group in one.groups)
    quarter = next(reversed(quarters_reported(year)), None)
    stands = dict(_states(year, quarter.key)) if quarter else {}
    return TargetTable(
        lead=f"{year.year}年度的{items}个考评项，按类别和{year.plan.terms.indicator}排列。",
        items=items,
        parts=tuple(Part(one.above, one) for one in held),
        filters=(
            Filter("unit", "责任单位", _UNIT_COLUMN, tuple(_units(year))),
            Filter("category", "类别", 0, tuple(_categories(year))),
            Filter("deadline", "完成时限", _DEADLINE_COLUMN, tuple(_months(year)), begins=True),
            *(
                (Filter("state", f"{quarter.name}进度", _STATE_COLUMN, tuple(_named(year, stands))),)
                if quarter
                else ()
            ),
        ),
        quarter=quarter.name if quarter else "",
        states=stands,
        sample=sample(indicator.sample for indicator in year.indicators),
    )


def _units(year: Year) -> Iterator[Option]:
    numbers = Counter(item.unit for item in year.items)
    for unit in year.organisation.units:
        if numbers[unit.name]:
            yield _option(unit.name, numbers[unit.name])


def _categories(year: Year) -> Iterator[Option]:
    for line in category.lines(year):
        if line.items != phrases.NONE:
            yield Option(line.key, f"{'　' * line.depth}{line.name}（{line.items}项）")


def _months(year: Year) -> Iterator[Option]:
    numbers = Counter((item.deadline.year, item.deadline.month) for item in year.items)
    for (_, month), number in sorted(numbers.items()):
        yield _option(f"{month}月", number)


def _states(year: Year, quarter: str) -> Iterator[tuple[str, str]]:
    """The items with the names of their states."""
    reported, names = progress(year), states(year.plan)
    for item in year.items:
        entry = reported.of(quarter, item.id)
        yield item.id, names[entry.row.state if entry else UNREPORTED].name


def _named(year: Year, stands: Mapping[str, str]) -> Iterator[Option]:
    numbers = Counter(stands.values())
    for state in states(year.plan).values():
        if numbers[state.name]:
            yield _option(state.name, numbers[state.name])


def _option(value: str, number: int) -> Option:
    return Option(value, f"{value}（{number}项）")
