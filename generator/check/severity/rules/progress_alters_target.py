"""The same changes report on a target and alter it.

Why:
    一边报进展，一边改目标。

Instead:
    分开提交：先按批准的目标报进展，目标要调整的另走批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.compute.fingerprint import NOT_FROZEN
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN


def applies(change: Change, context: Context) -> bool:
    """A frozen field of a target whose progress is touched too."""
    subject = change.subject
    frozen = (What.TARGET, change.field) not in NOT_FROZEN
    return subject.what is What.TARGET and frozen and (subject.year, subject.id) in context.reported
