"""An indicator's id does not open with its category's letters.

Why:
    一级指标的编号与分类的字头不符。
    编号的字头表明它属于哪一类（如 ZD 是重点任务）；字头不符，不是编号写错就是分类写错。

Bad:
    id: CG01
    category: 重点任务    # 字头是 ZD

Good:
    id: ZD07
    category: 重点任务
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the letters of every indicator's id with the prefix of its category."""
    for year in dossier.years.values():
        prefixes = {category.prefix: category.name for category in year.plan.walk() if category.prefix}
        for indicator in year.indicators:
            category = year.categories.get(indicator.category)
            letters = indicator.id.rstrip("0123456789-")
            if category is None or category.prefix in (None, letters):
                continue
            meant = f"“{prefixes[letters]}”的字头是 {letters}；" if letters in prefixes else ""
            yield Finding(
                f"编号 {indicator.id} 的字头是 {letters}，“{category.name}”的字头是 {category.prefix}",
                indicator.place("id"),
                f"{meant}改编号或改分类，使两者一致",
            )
