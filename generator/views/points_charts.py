"""Where the points lie, as charts: by category and by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from generator.model.dossier import Year
from generator.views import phrases
from generator.views.charts import Amount, Bar, BarChart, Part, Texture


def by_category(year: Year) -> BarChart:
    """The declared points of every innermost category, in the order of the plan."""
    innermost = (category for category in year.plan.walk() if not category.categories)
    return _chart(
        "points-by-category",
        f"{year.year}年度各类别分值",
        ((category.name, category.points) for category in innermost),
    )


def by_unit(year: Year) -> BarChart:
    """The points each unit answers for, most first; a unit that answers for nothing is left out."""
    worth: dict[str, int] = defaultdict(int)
    for item in year.items:
        worth[item.unit] += item.points
    named = ((unit.name, worth[unit.name]) for unit in year.organisation.units if worth[unit.name])
    return _chart(
        "points-by-unit",
        f"{year.year}年度各责任单位承担的分值",
        sorted(named, key=lambda one: -one[1]),
    )


def _chart(key: str, title: str, points: Iterable[tuple[str, int]]) -> BarChart:
    """A chart of names with their points in hundredths."""
    return BarChart(
        key=key,
        title=title,
        unit="分",
        parts=(Part("分值", Texture.SOLID),),
        bars=tuple(_bar(name, hundredths) for name, hundredths in points),
    )


def _bar(name: str, hundredths: int) -> Bar:
    words = phrases.points(hundredths)
    return Bar(name, (Amount(Decimal(hundredths).scaleb(-2), words),), f"{words}分")
