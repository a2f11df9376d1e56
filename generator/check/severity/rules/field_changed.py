"""A field was changed of which nothing lighter is known.

Why:
    改动了其他规定的内容。

Instead:
    用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.check.severity.wording import WORDED, corrective
from generator.compute.fingerprint import NOT_FROZEN
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR
_PLAN = frozenset({What.PLAN, What.CATEGORY, What.ORGANISATION, What.UNIT, What.INDICATOR, What.TARGET})
_TOLD = frozenset({"points", "goal", "deadline", "unit", "rule", "milestones", "person"})
"""The fields of a target of which other rules speak."""


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Any frozen field of the plan that no other rule knows to be lighter."""
    subject, field = change.subject, change.field
    if not field or subject.what not in _PLAN or (subject.what, field) in NOT_FROZEN:
        return False
    if field == "points" or (subject.what is What.TARGET and field in _TOLD):
        return False
    worded = isinstance(change.old, str) and isinstance(change.new, str) and field in WORDED
    return not (worded and corrective(change.old, change.new))
