"""A unit was added, or dropped from the register.

Why:
    股室有增减。

Instead:
    用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """A unit that came or went."""
    return change.subject.what is What.UNIT and not change.field
