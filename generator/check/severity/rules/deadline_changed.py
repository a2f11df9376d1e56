"""A deadline went to another quarter, or was changed when it had passed.

Why:
    完成时限跨季度变动，或者到期以后才改。

Instead:
    用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR


def applies(change: Change, context: Context) -> bool:
    """A deadline across quarters, of a quarter not known, or that was due."""
    if change.subject.what is not What.TARGET or change.field != "deadline":
        return False
    year = change.subject.year
    before, after = context.quarter(year, change.old), context.quarter(year, change.new)
    return before is None or before != after or change.old < context.today.isoformat()
