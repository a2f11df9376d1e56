"""The form a unit fills in each quarter: which items are on it, and the prints by which an import knows it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compute.approvals import quarter_ends, unit_in
from generator.compute.fingerprint import digest
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter

FORM_VERSION = "1"
"""Counted up when forms sent out before can no longer be read."""
_PRINT = 16
"""So many digits tell a form, or a row of it, from what the plan says now."""
_SHOWN = {"id", "text", "points", "goal", "deadline"}
"""What a form shows of an item: a unit that saw another value reported of another item."""


def form_items(year: Year, unit: str, quarter: str) -> tuple[AssessedItem, ...]:
    """The items that a unit must report for a quarter, in the order of ids: those it answered for as the quarter ended."""
    ends = quarter_ends(year, quarter)
    return tuple(item for item in year.items if unit_in(year, item.id, item.unit, ends) == unit)


def item_prints(items: Iterable[AssessedItem]) -> Mapping[str, str]:
    """For each item by id a short digest over what a form shows of it."""
    return {item.id: digest(item.model_dump(mode="json", include=_SHOWN))[:_PRINT] for item in items}


def form_fingerprint(prints: Mapping[str, str]) -> str:
    """A short digest over a form's items: it changes with any of them, and with which there are."""
    return digest(prints)[:_PRINT]


def open_quarters(year: Year) -> Iterator[Quarter]:
    """The quarters that are not closed, so that forms of them can still come in."""
    closed = {lock.quarter for lock in year.locks}
    return (quarter for quarter in year.plan.quarters if quarter.id not in closed)
