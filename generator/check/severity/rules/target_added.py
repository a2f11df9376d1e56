"""A target, an indicator or a category was added.

Why:
    增加了目标、指标或类别。

Instead:
    用文件批准；项数和分值之和仍须正好相等。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, ChangeKind, What
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR
_ASSESSED = frozenset({What.CATEGORY, What.INDICATOR, What.TARGET})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """A new thing that is assessed."""
    return change.kind is ChangeKind.ADDED and change.subject.what in _ASSESSED
