"""A report, a lock, a correction, an approval or a circular came in.

Why:
    新增报表、封存、更正、批准或公文。

Instead:
    一人审核即可。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, ChangeKind, What
from generator.model.policy import Severity

SEVERITY = Severity.CORRECTION
_PLAN = frozenset(
    {What.PLAN, What.CATEGORY, What.ORGANISATION, What.UNIT, What.PERSON, What.INDICATOR, What.TARGET}
)


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """What is not part of the plan, and new."""
    return change.kind is ChangeKind.ADDED and change.subject.what not in _PLAN
