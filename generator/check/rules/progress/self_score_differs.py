"""A unit gives itself another score than the scoring rule does.

Why:
    自评得分和按计分规则算的不一样。
    内部考评时要说得出差在哪里；自评不公开，程序只提醒。

Bad:
    scoring: 每发生1起扣0.5分
    cumulative: 1      # 满分 1.50，应得 1.00
    self_score: 1.50

Good:
    self_score: 1.00
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.progress import progress
from generator.compute.score import score
from generator.model.dossier import Dossier, Year
from generator.model.scalars import points_text
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compute the points of every row that has a self-given score."""
    for year in dossier.years.values():
        if year.progress:
            yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    reported = progress(year)
    for quarter in year.plan.quarters:
        for item in year.items:
            entry = reported.of(quarter.id, item.id)
            if entry is None or entry.row.self_score is None:
                continue
            own, computed = entry.row.self_score, score(item, entry.row, quarter.ends)
            if computed is not None and own != computed:
                message = f"{item.id} 自评 {points_text(own)} 分，按计分规则是 {points_text(computed)} 分"
                yield Finding(message, entry.row.place("self_score"), f"计分办法：{item.scoring}")
