"""An indicator names a category that the plan does not have.

Why:
    分类没有登记。
    一级指标要写 plan.yml 里的分类名称，一字不差；写错了，它的分值就不算在任何一类里。

Bad:
    category: 重点项目        # 登记的是“重点任务”

Good:
    category: 重点任务
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every indicator's category."""
    for year in dossier.years.values():
        for indicator in year.indicators:
            if indicator.category not in year.categories:
                hint = nearest(indicator.category, year.categories, year.plan.place().file)
                message = f"没有叫“{indicator.category}”的分类"
                yield Finding(message, indicator.place("category"), hint)
