"""A quarter does not end later than the one listed before it.

Why:
    季度没有按先后排列。
    季度一个接一个，后一个的截止日要晚于前一个；次序乱了，“上一季度”就不知道指哪一个。

Bad:
    quarters:
      - {id: q1, name: 第一季度, ends: 2021-06-30, report_due: 2021-07-10}
      - {id: q2, name: 第二季度, ends: 2021-03-31, report_due: 2021-04-10}

Good:
    quarters:
      - {id: q1, name: 第一季度, ends: 2021-03-31, report_due: 2021-04-10}
      - {id: q2, name: 第二季度, ends: 2021-06-30, report_due: 2021-07-10}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each quarter's last day with that of the one before."""
    for year in dossier.years.values():
        for before, quarter in pairwise(year.plan.quarters):
            if quarter.ends <= before.ends:
                message = f"{quarter.name}的截止日 {quarter.ends} 不晚于前面{before.name}的 {before.ends}"
                yield Finding(message, quarter.place("ends"), "按先后次序排列，核对截止日")
