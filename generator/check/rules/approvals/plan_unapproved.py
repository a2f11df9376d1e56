"""The plan differs from what was approved last.

Why:
    计划有改动还没有批准。
    草稿里可以有，网页写明“已修订待批准”；正式发布以前，要有批准文件和记录。

Bad:
    points: 1.80      # 批准的是 1.50

Good:
    zhengben approve --circular 文号
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.approvals import Standing, standings, uncovered
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the plan with the fingerprint of the last approval."""
    for year in dossier.years.values():
        if uncovered(year):
            pending = [name for name, one in standings(year).items() if one.standing is Standing.PENDING]
            what = f"：{'、'.join(pending)}" if pending else ""
            message = f"计划和最近一次批准的不同，已修订待批准{what}"
            hint = "用 zhengben review 看改了什么；批准以后运行 zhengben approve --circular 文号"
            yield Finding(message, year.approvals[-1].place("plan"), hint)
