"""Which way a value went: points up or down, a deadline later or earlier, a promise loosened or tightened."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.change import Direction, Value, What

_POINTS, _DAYS = (
    frozenset({"points"}),
    frozenset({"deadline", "ends", "report_due", "date", "published", "reported", "locked"}),
)
_GOALS_UP = ("at_least", "rate")
_DEDUCTED = ("deduct",)


def direction(what: What, field: str, old: Value, new: Value) -> Direction | None:
    """Which way a field of a thing went; None where there is no telling."""
    if old is None or new is None:
        return None
    if field in _POINTS:
        return Direction.MORE if Decimal(new) > Decimal(old) else Direction.FEWER
    if field in _DAYS:
        return Direction.LATER if new > old else Direction.EARLIER
    if what is What.TARGET and field == "goal":
        return _of_goal(old, new)
    if what is What.TARGET and field == "rule":
        return _of_rule(old, new)
    return None


def _of_goal(old: dict[str, Any], new: dict[str, Any]) -> Direction | None:
    """A goal of another kind or another unit of measure cannot be compared; 不少于 and 不低于 promise more, the higher."""
    if old.keys() != new.keys() or old.get("unit") != new.get("unit"):
        return None
    for kind in _GOALS_UP:
        if kind in old:
            return _sense(Decimal(new[kind]) - Decimal(old[kind]))
    if "at_most" in old:
        return _sense(Decimal(old["at_most"]) - Decimal(new["at_most"]))
    if "by" in old:
        return Direction.LOOSENED if new["by"] > old["by"] else Direction.TIGHTENED
    return None


def _of_rule(old: dict[str, Any], new: dict[str, Any]) -> Direction | None:
    """Only rules that differ in what one occurrence or one step takes off can be compared."""
    was, now = (rule.get("slope", rule) for rule in (old, new))
    same = {key: value for key, value in was.items() if key not in _DEDUCTED}
    if "deduct" not in was or same != {key: value for key, value in now.items() if key not in _DEDUCTED}:
        return None
    return _sense(Decimal(now["deduct"]) - Decimal(was["deduct"]))


def _sense(more: Decimal) -> Direction | None:
    if more == 0:
        return None
    return Direction.TIGHTENED if more > 0 else Direction.LOOSENED
