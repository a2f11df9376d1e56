"""A person of another unit does the work.

Why:
    直接责任人换成了别的股室的人。

Instead:
    责任股室一并调整的，用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR


def applies(change: Change, context: Context) -> bool:
    """A person who belongs to another unit than the target did."""
    subject = change.subject
    if subject.what is not What.TARGET or change.field != "person" or change.new is None:
        return False
    unit = context.unit_of(subject.year, change.new)
    return unit is not None and unit != context.unit_before(subject)
