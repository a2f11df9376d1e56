"""The scale of grades does not fall from one grade to the next.

Why:
    等次没有从高到低排列。
    得分从最高的等次起逐个比对；后一个等次的起点不低于前一个，就永远没有人评得上。

Bad:
    scale:
      - {name: 良好, at_least: 80}
      - {name: 优秀, at_least: 90}

Good:
    scale:
      - {name: 优秀, at_least: 90}
      - {name: 良好, at_least: 80}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.scalars import points_text
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each grade's points with those of the one above it."""
    for year in dossier.years.values():
        if year.plan.grades is None:
            continue
        for above, grade in pairwise(year.plan.grades.scale):
            if grade.at_least >= above.at_least:
                yield Finding(
                    f"“{grade.name}”从 {points_text(grade.at_least)} 分起，不低于前面“{above.name}”的 "
                    f"{points_text(above.at_least)} 分",
                    grade.place("at_least"),
                    "从高到低排列，核对各等次的起点",
                )
