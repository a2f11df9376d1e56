"""Approvals are not numbered one after the other, or one is dated before the one it follows.

Why:
    批准记录的序号或日期乱了。
    序号从 1 起一个接一个；后面的批准不会早于前面的。日期往前写，就是倒签。

Bad:
    number: 2
    date: 2021-02-01      # 第 1 条是 2021-03-01

Good:
    number: 2
    date: 2021-09-01
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each approval with the one before it."""
    for year in dossier.years.values():
        before = None
        for place, approval in enumerate(year.approvals, start=1):
            if approval.number != place:
                message = f"批准记录应是第 {place} 条，写的是第 {approval.number} 条"
                yield Finding(message, approval.place("number"), "恢复缺少的记录；记录只增不减")
            if before is not None and approval.date < before:
                message = f"批准日期 {approval.date} 早于前一条的 {before}"
                yield Finding(message, approval.place("date"), "照批准文件的成文日期写")
            before = approval.date
