"""People or their posts were changed.

Why:
    人员名册有变动。

Instead:
    由管理绩效的股室记录在案。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.ORDINARY


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """A person of the register."""
    return change.subject.what is What.PERSON
