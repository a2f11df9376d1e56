"""How many items are in which state at the end of a quarter; what was not reported is counted too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.compute.progress import Progress
from generator.model.indicator import AssessedItem

UNREPORTED = "unreported"
"""Counts beside the plan's states what nobody reported; no state of a plan may be called so."""


def tally(progress: Progress, quarter: str, items: Iterable[AssessedItem]) -> Mapping[str, int]:
    """The number of items in each state, by the state's id; together they are as many as the items."""
    states = (progress.of(quarter, item.id) for item in items)
    return Counter(entry.row.state if entry else UNREPORTED for entry in states)
