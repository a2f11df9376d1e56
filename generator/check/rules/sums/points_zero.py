"""A category, an indicator or a target carries no points at all.

Why:
    分值是 0。
    0 分的项目不影响得分，多半是漏填或误删了数字；确实不考核的，不列入计划。

Bad:
    id: ZD01-2
    points: 0

Good:
    id: ZD01-2
    points: 0.50
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find what is assessed for nothing."""
    for year in dossier.years.values():
        for category in year.plan.walk():
            if category.points == 0:
                yield Finding(
                    f"“{category.name}”的分值是 0", category.place("points"), "填上分值，或删去这一类"
                )
        for item in year.items:
            if item.points == 0:
                yield Finding(f"{item.id} 的分值是 0", item.place("points"), "填上分值，或删去这一项")
