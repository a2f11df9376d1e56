"""Another person of the same unit does the work.

Why:
    直接责任人在本股室内调整。

Instead:
    由管理绩效的股室记录在案。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.ORDINARY


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """The person of a target."""
    return change.subject.what is What.TARGET and change.field == "person"
