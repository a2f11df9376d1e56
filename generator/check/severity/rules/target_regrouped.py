"""Targets were moved, merged, split or given another id.

Why:
    目标移动、合并、拆分或者换了编号。

Instead:
    用文件批准。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, ChangeKind
from generator.model.policy import Severity

SEVERITY = Severity.MAJOR
_REGROUPED = frozenset({ChangeKind.MOVED, ChangeKind.RENAMED, ChangeKind.MERGED, ChangeKind.SPLIT})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Anything that stands elsewhere or goes by another name."""
    return change.kind in _REGROUPED
