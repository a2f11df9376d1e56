"""A day of publication, approval or correction was set back or taken away.

Why:
    日期往前改了。

Instead:
    恢复原来的日期；发布日期不得伪造。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, Direction, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN
_DATED = frozenset(
    {What.CIRCULAR, What.REPORT, What.LOCK, What.ERRATUM, What.APPROVAL, What.PUBLICATION, What.CLEARANCE}
)
_DAYS = frozenset({"date", "reported", "locked"})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """An earlier day of a circular, a report or a correction than was committed."""
    subject, field = change.subject, change.field
    if field == "disclosure" and subject.what is What.CIRCULAR:
        before, after = change.old.get("published"), change.new.get("published")
        return before is not None and (after is None or after < before)
    return subject.what in _DATED and field in _DAYS and change.direction is Direction.EARLIER
