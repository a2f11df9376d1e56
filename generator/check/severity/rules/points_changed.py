"""Points were changed.

Why:
    分值变了。

Instead:
    用文件批准；各级之和仍须正好相等。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Points of anything, whether it is a target, a category or the plan."""
    return change.field == "points"
