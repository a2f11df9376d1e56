"""What a bureau posts elsewhere in the year does not hang: a bulletin without any posting of its present content.

Why:
    应当张贴的没有张贴的记录。
    一年里登记过张贴，就是在张贴；计划、每个报了的季度、每次调整，现在的内容都要有张贴记录。
    计划改了还没有批准的时候不提醒。

Bad:
    # q2 报了，postings/ 里没有 bulletin: q2 的记录

Good:
    # postings/003.yml
    bulletin: q2
    digest: 1a2b3c4d
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.postings import unposted
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for a posting of each bulletin; one whose old version still hangs is reported there."""
    for number, year in dossier.years.items():
        for one in unposted(dossier, number):
            hint = f"打印、张贴以后登记一条：bulletin: {one.key}，digest: {one.digest}"
            yield Finding(f"{one.key} 现在的内容没有张贴的记录", year.postings[-1].place(), hint)
