"""The year at a glance: every item with its state at the end of each quarter that was reported."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.compute.progress import progress
from generator.compute.tally import UNREPORTED, tally
from generator.model.dossier import Year
from generator.views.charts import Amount, Bar, BarChart
from generator.views.progress import QuarterName, quarters_reported
from generator.views.sample import Sample, sample_progress
from generator.views.states import StateName, states


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One item: its id, what it is about, and its state in each quarter."""

    id: str
    name: str
    cells: tuple[StateName, ...]


@dataclass(frozen=True, slots=True)
class GlanceGroup:
    """The items of one innermost category."""

    key: str
    name: str
    rows: tuple[GlanceRow, ...]


@dataclass(frozen=True, slots=True)
class GlanceView:
    """The page: a chart of the quarters, the signs with their meaning, and every item by category."""

    year: int
    quarters: tuple[QuarterName, ...]
    signs: tuple[StateName, ...]
    chart: BarChart
    groups: tuple[GlanceGroup, ...]
    sample: Sample


def glance(year: Year) -> GlanceView | None:
    """The year at a glance; None where nothing was reported yet."""
    quarters = quarters_reported(year)
    if not quarters:
        return None
    reported, shown, items = progress(year), states(year.plan), tuple(year.items)
    counts = [tally(reported, quarter.key, items) for quarter in quarters]
    used = tuple(state for key, state in shown.items() if any(one.get(key) for one in counts))
    return GlanceView(
        year=year.year,
        quarters=quarters,
        signs=used,
        chart=BarChart(
            key="progress-of-year",
            title=f"{year.year}年度各季度进度",
            unit="项",
            parts=tuple(state.part for state in used),
            bars=tuple(
                Bar(
                    quarter.name,
                    tuple(_amount(one.get(state.key, 0)) for state in used),
                    f"{len(items)}项",
                )
                for quarter, one in zip(quarters, counts, strict=True)
            ),
        ),
        groups=tuple(
            GlanceGroup(
                category.id,
                category.name,
                tuple(
                    GlanceRow(
                        item.id,
                        indicator.name,
                        tuple(
                            shown[entry.row.state if entry and entry.row.state in shown else UNREPORTED]
                            for entry in (reported.of(quarter.key, item.id) for quarter in quarters)
                        ),
                    )
                    for indicator in year.held_by(category)
                    for item in indicator.items
                ),
            )
            for category in year.plan.walk()
            if year.held_by(category)
        ),
        sample=sample_progress(composed=any(report.sample for report in year.progress)),
    )


def _amount(number: int) -> Amount:
    return Amount(Decimal(number), str(number))
