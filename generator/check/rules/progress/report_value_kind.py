"""A row's figure is not of the kind that its goal asks for.

Why:
    填的数和目标值不是一类。
    数量、百分率填累计完成数；按期完成、完成即可的填完成日期。百分率不会超过 100。

Bad:
    goal: {done: yes}
    cumulative: 80

Good:
    goal: {done: yes}
    done_on: 2021-05-20
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.goal import By, Done, Rate
from generator.model.indicator import AssessedItem
from generator.model.progress import ProgressRow
from generator.problem import Level

LEVEL = Level.ERROR

_WHOLE = 100


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the figure of every row with the goal of its item."""
    for year in dossier.years.values():
        items = {item.id: item for item in year.items}
        for report in year.progress:
            for row in report.rows:
                if row.target in items:
                    yield from _of_row(items[row.target], row)


def _of_row(item: AssessedItem, row: ProgressRow) -> Iterator[Finding]:
    deed = isinstance(item.goal, By | Done)
    if deed and row.cumulative is not None:
        message = f"{row.target} 是完成与否的目标，不填累计完成数"
        yield Finding(message, row.place("cumulative"), "删去 cumulative；完成了的写 done_on")
    if not deed and row.done_on is not None:
        message = f"{row.target} 的目标值是数量，不填完成日期"
        yield Finding(message, row.place("done_on"), "删去 done_on，写 cumulative")
    if not deed and row.cumulative is None:
        message = f"{row.target} 没有填累计完成数"
        yield Finding(message, row.place("target"), "加一行 cumulative；一件没有的写 0")
    if isinstance(item.goal, Rate) and row.cumulative is not None and row.cumulative > _WHOLE:
        message = f"{row.target} 的完成率是 {row.cumulative}%，超过了 100%"
        yield Finding(message, row.place("cumulative"), "核对分子和分母")
