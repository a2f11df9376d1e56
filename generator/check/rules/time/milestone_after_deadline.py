"""A milestone is set for a quarter that begins after the target's deadline.

Why:
    进度安排晚于完成时限。
    时限过后不会再有进度；不是时限写早了，就是安排写到了后面的季度。

Bad:
    deadline: 2021-06-30
    milestones: {q2: 完成半年排查, q4: 全年排查4次}

Good:
    deadline: 2021-12-31
    milestones: {q2: 完成半年排查, q4: 全年排查4次}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the quarter of every milestone with the deadline."""
    for year in dossier.years.values():
        begins_after = _begins_after(year)
        for item in year.items:
            for quarter in item.milestones:
                if quarter in begins_after and begins_after[quarter] >= item.deadline:
                    yield Finding(
                        f"{item.id} 的完成时限是 {item.deadline}，进度却安排到 {quarter}",
                        item.place("milestones", quarter),
                        "核对完成时限和进度安排，改正其中一处",
                    )


def _begins_after(year: Year) -> dict[str, date]:
    """The last day before each quarter, save the first."""
    quarters = sorted(year.plan.quarters, key=lambda quarter: quarter.ends)
    return {following.id: quarter.ends for quarter, following in pairwise(quarters)}
