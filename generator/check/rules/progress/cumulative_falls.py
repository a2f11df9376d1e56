"""A cumulative figure is lower than in the quarter before.

Why:
    累计完成数比上个季度少。
    累计数只增不减；少了，不是这次填错，就是上次填错。上次填错的，没有封存的直接改，封存了的写更正。
    百分率和“不超过”的百分率可以有升有降，不在此列。

Bad:
    第一季度 cumulative: 12
    第二季度 cumulative: 9

Good:
    第一季度 cumulative: 12
    第二季度 cumulative: 19
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.progress import progress
from generator.model.dossier import Dossier, Year
from generator.model.goal import AtLeast, AtMost, Exactly
from generator.model.indicator import AssessedItem
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each item's figure with the last one reported before it."""
    for year in dossier.years.values():
        if year.progress:
            yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    reported = progress(year)
    for item in filter(_accumulates, year.items):
        before, named = None, ""
        for quarter in year.plan.quarters:
            entry = reported.of(quarter.id, item.id)
            if entry is None or entry.row.cumulative is None:
                continue
            value = entry.row.cumulative
            if before is not None and value < before:
                message = f"{item.id} 累计完成 {value}，比{named}的 {before} 少"
                hint = "核对两个季度的数；已封存季度的错，写一条更正"
                yield Finding(message, entry.row.place("cumulative"), hint)
            before, named = value, quarter.name


def _accumulates(item: AssessedItem) -> bool:
    match item.goal:
        case AtLeast(unit=unit) | Exactly(unit=unit) | AtMost(unit=unit):
            return unit != "%"
        case _:
            return False
