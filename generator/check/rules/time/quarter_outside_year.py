"""A quarter does not end in the plan's year.

Why:
    季度的截止日不在计划年度之内。
    序时进度按季度截止日计算；年份写错，全部目标的进度都会算错。

Bad:
    year: 2021
    quarters:
      - {id: q1, name: 第一季度, ends: 2018-03-31, report_due: 2021-04-10}

Good:
    year: 2021
    quarters:
      - {id: q1, name: 第一季度, ends: 2021-03-31, report_due: 2021-04-10}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the year of every quarter's last day with the plan's."""
    for year in dossier.years.values():
        for quarter in year.plan.quarters:
            if quarter.ends.year != year.year:
                message = f"{quarter.name}的截止日是 {quarter.ends}，不在 {year.year} 年之内"
                yield Finding(message, quarter.place("ends"), f"改成 {year.year} 年的日期")
