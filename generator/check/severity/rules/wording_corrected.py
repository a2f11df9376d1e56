"""A wording was corrected that promises the same.

Why:
    文字更正：数字、日期、计量单位、否定词、限定词都没有变。

Instead:
    一人审核即可，网上说明更正。
"""

from __future__ import annotations

from generator.check.severity.context import Context
from generator.check.severity.wording import WORDED
from generator.model.change import Change
from generator.model.policy import Severity

SEVERITY = Severity.CORRECTION


def applies(change: Change, context: Context) -> bool:  # noqa: ARG001  # the signature of every rule
    """Any change of a wording; a weightier rule speaks where the promise differs."""
    return bool(change.field) and change.field in WORDED
