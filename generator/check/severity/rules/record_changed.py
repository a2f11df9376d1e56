"""An approval, a publication, a clearance, a lock or an erratum was altered or taken away.

Why:
    批准、发布、公开审查、封存、更正的记录被改动或删去。

Instead:
    恢复原来的记录；有新的情况，另加一条。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, ChangeKind, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN
_RECORDS = frozenset({What.APPROVAL, What.PUBLICATION, What.CLEARANCE, What.LOCK, What.ERRATUM})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Such a record may only be added."""
    return change.subject.what in _RECORDS and change.kind is not ChangeKind.ADDED
