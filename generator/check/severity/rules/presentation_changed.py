"""What is no part of the plan was changed.

Why:
    计划以外的内容有变动。

Instead:
    一人审核即可。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.compute.fingerprint import NOT_FROZEN
from generator.model.change import Change, ChangeKind, What
from generator.model.policy import Severity

SEVERITY = Severity.CORRECTION
_PLAN = frozenset(
    {What.PLAN, What.CATEGORY, What.ORGANISATION, What.UNIT, What.PERSON, What.INDICATOR, What.TARGET}
)


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """The site's pages, the registers, drafts of circulars, and reports of open quarters."""
    told = change.subject.what not in _PLAN and change.kind is not ChangeKind.ADDED
    return told or (change.subject.what, change.field) in NOT_FROZEN
