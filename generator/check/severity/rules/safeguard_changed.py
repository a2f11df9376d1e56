"""What guards the plan was changed: the policy on changes, what may be published of persons, accepted flaws.

Why:
    改动的规定、隐私登记或者“原文如此”的认可变了，以后的检查和审核会放过原来不放过的。

Instead:
    两人审核，写明理由和依据；与用得上它的改动分开提交。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR
_GUARDS = frozenset({What.POLICY, What.PRIVACY, What.ACCEPTANCES})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Any change of such a register, also one that only adds to it."""
    return change.subject.what in _GUARDS
