"""An indicator stands directly in a category that is itself divided into categories.

Why:
    一级指标直接挂在了还要细分的大类下。
    大类已经分成几个小类，一级指标只能归入其中一个小类；直接挂在大类下，印表时就没有地方放。

Bad:
    category: 业务任务     # 下分重点、日常两类

Good:
    category: 重点任务
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find indicators held by a category that has categories."""
    for year in dossier.years.values():
        for category in year.plan.walk():
            if not category.categories:
                continue
            choice = "、".join(inner.name for inner in category.walk() if not inner.categories)
            for indicator in year.held_by(category):
                message = f"“{category.name}”还分小类，{indicator.id} 不能直接归在它下面"
                yield Finding(message, indicator.place("category"), f"归入其中一类：{choice}")
