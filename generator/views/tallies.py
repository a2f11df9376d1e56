"""Counts of states, as lines and as charts: by category and by unit, each adding up to its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.compute.form import form_items
from generator.compute.progress import Progress
from generator.compute.tally import tally
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.views import phrases
from generator.views.charts import Amount, Bar, BarChart
from generator.views.states import StateName, states

ROUNDING = "百分比按四舍五入取整数，各项之和不一定正好是100%；项数之和等于考评项总数。"


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many items are in a state, their share, and how many more or fewer than a quarter before (or empty)."""

    state: StateName
    count: str
    share: str
    change: str


@dataclass(frozen=True, slots=True)
class TallyLine:
    """The counts of a category or a unit, in the order of the states; together they are its items.

    `key` is the category's key or the unit's ASCII name; `note` says when a unit reported, or that it did not.
    """

    key: str
    name: str
    counts: tuple[str, ...]
    total: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are counted together, under a key and a name."""

    key: str
    name: str
    items: tuple[AssessedItem, ...]


def by_category(year: Year) -> tuple[Group, ...]:
    """The items of each innermost category that holds any."""
    groups = (
        Group(
            category.id,
            category.name,
            tuple(item for indicator in year.held_by(category) for item in indicator.items),
        )
        for category in year.plan.walk()
    )
    return tuple(group for group in groups if group.items)


def by_unit(year: Year, quarter: str = "") -> tuple[Group, ...]:
    """The items of each unit that answers for any; for a quarter, those of the form that it filled in then."""
    groups = (
        Group(
            unit.slug,
            unit.name,
            form_items(year, unit.name, quarter)
            if quarter
            else tuple(item for item in year.items if item.unit == unit.name),
        )
        for unit in year.organisation.units
    )
    return tuple(group for group in groups if group.items)


def used_states(year: Year, counts: Mapping[str, int]) -> tuple[StateName, ...]:
    """The states that any item is in, in the order they are shown."""
    return tuple(state for key, state in states(year.plan).items() if counts.get(key))


def state_counts(
    year: Year, counts: Mapping[str, int], earlier: Mapping[str, int] | None = None
) -> tuple[StateCount, ...]:
    """Counts with their shares and, where there is a quarter before, with what changed since."""
    total = sum(counts.values())
    met = used_states(year, {**counts, **{key: 1 for key, number in (earlier or {}).items() if number}})
    return tuple(
        StateCount(
            state=state,
            count=str(counts.get(state.key, 0)),
            share=f"{_percent(counts.get(state.key, 0), total)}%",
            change="" if earlier is None else _change(counts.get(state.key, 0) - earlier.get(state.key, 0)),
        )
        for state in met
    )


def tally_lines(
    reported: Progress,
    quarter: str,
    groups: Iterable[Group],
    used: tuple[StateName, ...],
    notes: Mapping[str, str],
) -> Iterator[TallyLine]:
    """The counts of groups, each with its note by name."""
    for group in groups:
        counts = tally(reported, quarter, group.items)
        numbers = tuple(phrases.count(counts.get(state.key, 0)) for state in used)
        yield TallyLine(group.key, group.name, numbers, str(len(group.items)), notes.get(group.name, ""))


def tally_chart(title: str, lines: Iterable[TallyLine], used: tuple[StateName, ...], key: str) -> BarChart:
    """Lines of counts as bars."""
    bars = tuple(
        Bar(line.name, tuple(_amount(number) for number in line.counts), f"{line.total}项") for line in lines
    )
    return BarChart(key, title, "项", tuple(state.part for state in used), bars)


def _amount(count: str) -> Amount:
    number = Decimal(0) if count == phrases.NONE else Decimal(count)
    return Amount(number, count)


def _percent(part: int, whole: int) -> int:
    return int((Decimal(100 * part) / max(whole, 1)).quantize(Decimal(1), ROUND_HALF_UP))


def _change(difference: int) -> str:
    return f"增加{difference}项" if difference > 0 else f"减少{-difference}项" if difference else "不变"
