"""The text of an issued circular was changed.

Why:
    已经印发的公文被改动了。

Instead:
    恢复原文；要改内容，另发一份公文。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.model.change import Change, What
from generator.model.policy import Severity

SEVERITY = Severity.FORBIDDEN
_ABOUT = frozenset({"disclosure", "sign_offs"})


def applies(change: Change, context: Context) -> bool:
    """A circular that was issued, or its prose. What is only said about it on the site may be completed."""
    subject = change.subject
    if subject.what not in (What.CIRCULAR, What.PROSE) or subject.id not in context.issued:
        return False
    return change.field not in _ABOUT
