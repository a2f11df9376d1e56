"""A deadline, or the day of a goal, is not in the plan's year.

Why:
    完成时限不在计划年度之内。
    年度计划只考核当年完成的事；写成别的年份，多半是从上一年复制过来没有改。

Bad:
    year: 2021               # plan.yml
    deadline: 2018-12-31     # 目标里

Good:
    deadline: 2021-12-31
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.goal import By
from generator.model.record import Record
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the year of every deadline and of every goal's day with the plan's."""
    for year in dossier.years.values():
        for item in year.items:
            yield from _outside("完成时限", item.deadline, item, "deadline", year.year)
            if isinstance(item.goal, By):
                yield from _outside("目标日期", item.goal.by, item.goal, "by", year.year)


def _outside(what: str, day: date, record: Record, field: str, year: int) -> Iterator[Finding]:
    if day.year != year:
        message = f"{what}是 {day}，不在 {year} 年之内"
        yield Finding(message, record.place(field), f"改成 {year} 年的日期")
