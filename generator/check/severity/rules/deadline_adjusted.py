"""A deadline moved within its quarter before it was due.

Why:
    完成时限在本季度内、到期以前调整。

Instead:
    由管理绩效的股室记录在案。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.ORDINARY


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """A deadline; another rule weighs those across quarters and those that had passed."""
    return change.subject.what is What.TARGET and change.field == "deadline"
