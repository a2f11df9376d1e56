"""An id or a document number stands for another thing.

Why:
    编号或文号挪给了别的内容。

Instead:
    恢复原来的内容；新的内容用新的编号。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.check.severity.wording import unlike
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN
_TELLING = frozenset({(What.CIRCULAR, "title"), (What.TARGET, "text")})


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """A target whose text has next to nothing in common with what it was, and promises another thing."""
    telling = (change.subject.what, change.field) in _TELLING
    return telling and unlike(change.old, change.new)
