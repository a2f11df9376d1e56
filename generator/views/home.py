"""What a year promises, on one page: points, categories, units, and where to read on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite
from generator.views import category, organisation, phrases, points_charts
from generator.views.category import CategoryLine
from generator.views.charts import BarChart
from generator.views.circular_page import CircularPage
from generator.views.history import ChangesView, HistoryLine
from generator.views.organisation import UnitsOfKind
from generator.views.progress import ProgressLine, QuarterName
from generator.views.quarter import QuarterView
from generator.views.sample import Sample, sample_sums
from generator.views.tallies import StateCount

_NEWEST = 3
"""How many circulars the front page shows."""
_LAGGING = 5
"""How many of the items that lag it shows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be read at a glance: number, its unit, and what it counts. `alert` sets it apart from others."""

    number: str
    unit: str
    label: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the plan stands at the end of the newest quarter; of what lags, the first few, and how many there are."""

    quarter: QuarterName
    lead: str
    counts: tuple[StateCount, ...]
    by_category: BarChart
    lagging: tuple[ProgressLine, ...]
    behind: int
    sample: Sample


@dataclass(frozen=True, slots=True)
class HomeView:
    """A year's front page. `circulars` are its newest, `others` the other years there are, newest first."""

    bureau: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    indicator_term: str
    target_term: str
    categories: tuple[CategoryLine, ...]
    total: CategoryLine
    points_by_category: BarChart
    points_by_unit: BarChart
    kinds: tuple[UnitsOfKind, ...]
    standing: Standing | None
    circulars: tuple[CircularPage, ...]
    amendments: tuple[HistoryLine, ...]
    catalogued: bool
    others: tuple[int, ...]
    sample: Sample


def home(
    dossier: Dossier,
    number: int,
    circulars: Sequence[CircularPage],
    quarters: Sequence[QuarterView],
    changes: ChangesView | None,
) -> HomeView:
    """The front page of one year. `circulars` and `quarters` are all of the year's, in their order."""
    year = dossier.years[number]
    plan = year.plan
    items = sum(1 for _ in year.items)
    targets = sum(len(one.targets) for one in year.indicators if isinstance(one, Composite))
    points = phrases.points(sum(one.points for one in plan.categories))
    units = len(year.organisation.units)
    return HomeView(
        bureau=dossier.bureau.name,
        title=plan.title,
        lead=f"{number}年度共考评{items}项，满分{points}分，由{units}个单位负责。"
        "每一项的内容、分值、完成时限和责任单位都公开在这里。",
        figures=figures(year),
        indicator_term=plan.terms.indicator,
        target_term=plan.terms.target,
        categories=category.lines(year),
        total=CategoryLine(
            key="",
            name="合计",
            depth=0,
            points=points,
            indicators=phrases.count(len(year.indicators)),
            targets=phrases.count(targets),
            items=phrases.count(items),
        ),
        points_by_category=points_charts.by_category(year),
        points_by_unit=points_charts.by_unit(year),
        kinds=organisation.organisation(year).kinds,
        standing=_standing(quarters[-1]) if quarters else None,
        circulars=tuple(reversed(circulars[-_NEWEST:])),
        amendments=changes.amendments if changes else (),
        catalogued=year.catalogue is not None,
        others=tuple(sorted((other for other in dossier.years if other != number), reverse=True)),
        sample=sample_sums((one.sample for one in year.indicators), beside_declared=True),
    )


def figures(year: Year) -> tuple[Figure, ...]:
    """A year's points, indicators, targets (if it has any) and units, at a glance."""
    targets = sum(len(one.targets) for one in year.indicators if isinstance(one, Composite))
    return (
        Figure(phrases.points(sum(one.points for one in year.plan.categories)), "分", "考评总分"),
        Figure(str(len(year.indicators)), "项", year.plan.terms.indicator),
        *((Figure(str(targets), "项", year.plan.terms.target),) if targets else ()),
        Figure(str(len(year.organisation.units)), "个", "责任单位"),
    )


def _standing(quarter: QuarterView) -> Standing:
    return Standing(
        quarter=quarter.quarter,
        lead=quarter.lead,
        counts=tuple(one for one in quarter.counts if one.state in quarter.states),
        by_category=quarter.by_category,
        lagging=quarter.lagging[:_LAGGING],
        behind=len(quarter.lagging),
        sample=quarter.sample,
    )
