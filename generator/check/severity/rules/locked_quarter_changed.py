"""A report of a closed quarter was changed.

Why:
    封存的季度被改动了。

Instead:
    恢复报表，另写一条更正。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN


def applies(change: Change, context: Context) -> bool:
    """A report or a row of a quarter that was closed before."""
    subject = change.subject
    quarter = subject.id.partition("/")[0]
    return subject.what in (What.REPORT, What.ROW) and (subject.year, quarter) in context.locked
