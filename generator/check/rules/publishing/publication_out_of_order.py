"""Publications are not numbered one after the other, or one is dated before the one it follows.

Why:
    发布记录的序号或日期乱了。
    序号从 1 起一个接一个；后面的发布不会早于前面的。日期往前写，就是伪造发布日期。

Bad:
    number: 2
    date: 2021-02-01      # 第 1 条是 2021-03-10

Good:
    number: 2
    date: 2021-04-15
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each record with its place and with the one before it."""
    for year in dossier.years.values():
        for place, one in enumerate(year.publications, start=1):
            if one.number != place:
                message = f"发布记录应是第 {place} 条，写的是第 {one.number} 条"
                yield Finding(message, one.place("number"), "恢复缺少的记录；记录只增不减")
        for before, one in pairwise(year.publications):
            if one.date < before.date:
                message = f"发布日期 {one.date} 早于前一条的 {before.date}"
                yield Finding(message, one.place("date"), "照实际发布的日期写")
