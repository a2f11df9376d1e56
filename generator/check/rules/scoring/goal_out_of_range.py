"""A goal is met by doing nothing, or can never be met.

Why:
    目标值不成立。
    “至少 0 次”什么也不做就达到了；比率至多是 100。要求不发生的，写 at_most: 0。

Bad:
    goal: {at_least: 0, unit: 起}
    goal: {rate: 980}

Good:
    goal: {at_most: 0, unit: 起}
    goal: {rate: 98}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.goal import AtLeast, Exactly, Rate
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find quantities of nothing, and rates that are none."""
    for year in dossier.years.values():
        for item in year.items:
            match item.goal:
                case AtLeast(at_least=quantity) | Exactly(exactly=quantity) if quantity == 0:
                    kind = "at_least" if isinstance(item.goal, AtLeast) else "exactly"
                    message = f"{item.id} 的目标值是 0，什么也不做就达到了"
                    yield Finding(message, item.goal.place(kind), "填上数量；要求不发生的，写 at_most: 0")
                case Rate(rate=rate) if not 0 < rate <= 100:
                    message = f"{item.id} 的目标值是 {rate}%，比率应大于 0、不超过 100"
                    yield Finding(message, item.goal.place("rate"), "98% 写 rate: 98")
