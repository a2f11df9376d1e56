"""The data words that prose may use, and what each one says: a closed list, taken from the data.

Figures are counted and summed from what the data holds, never taken from what the plan declares, so that
prose, tables and boards cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.compute.progress_words import progress_blocks, progress_words
from generator.model.dossier import Year
from generator.model.indicator import Composite
from generator.model.plan import Category

LEADING_GROUP = "organisation.leading_group"
"""The block that prints the leading group's roster, its office and the office's people."""


def words(year: Year) -> Mapping[str, str]:
    """Every word that stands within a sentence, such as `plan.function.targets`, with what it says."""
    said = {}
    for category in year.plan.walk():
        for figure, text in _figures(category, year).items():
            said[f"plan.{category.id}.{figure}"] = text
    for kind in year.organisation.kinds:
        names = [unit.name for unit in year.organisation.units if unit.kind == kind.id]
        said[f"units.{kind.id}.count"] = str(len(names))
        said[f"units.{kind.id}.names"] = "、".join(names)
    return {**said, **dict(progress_words(year))}


def blocks(year: Year) -> tuple[str, ...]:
    """Every word that stands for a whole block, such as `organisation.leading_group`."""
    group = (LEADING_GROUP,) if year.organisation.leading_group else ()
    return (*group, *progress_blocks(year))


def _figures(category: Category, year: Year) -> dict[str, str]:
    indicators = tuple(year.indicators_in(category))
    targets = sum(len(indicator.targets) for indicator in indicators if isinstance(indicator, Composite))
    return {
        "points": _points(sum(indicator.points for indicator in indicators)),
        "indicators": str(len(indicators)),
        "targets": str(targets),
    }


def _points(hundredths: int) -> str:
    """Points without needless zeros: 4500 is 45, 150 is 1.5."""
    return format(Decimal(hundredths).scaleb(-2).normalize(), "f")
