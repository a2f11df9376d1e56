"""How a target is scored was changed.

Why:
    计分规则变了。

Instead:
    用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """The rule of a target: what is computed."""
    return change.subject.what is What.TARGET and change.field == "rule"
