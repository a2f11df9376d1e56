"""A goal is to be reached on a day later than the target's deadline.

Why:
    目标日期晚于完成时限。
    时限到了目标还没到期，是否逾期就有两个答案。目标日期可以早于完成时限，不能更晚。

Bad:
    goal: {by: 2021-12-31}
    deadline: 2021-09-30

Good:
    goal: {by: 2021-09-30}
    deadline: 2021-09-30
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.goal import By
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the day of every goal that has one with the deadline."""
    for year in dossier.years.values():
        for item in year.items:
            if isinstance(item.goal, By) and item.goal.by > item.deadline:
                yield Finding(
                    f"{item.id} 要在 {item.goal.by} 前完成，完成时限却是 {item.deadline}",
                    item.goal.place("by"),
                    "两处核对后改成一致，或把完成时限放到目标日期之后",
                )
