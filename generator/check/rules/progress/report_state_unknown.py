"""A row has a state that the plan does not offer.

Why:
    进度状态不是计划规定的那几种。
    汇总按状态计数，写成别的就没有地方归。

Bad:
    state: 快完成了

Good:
    state: on_schedule
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the state of every row."""
    for year in dossier.years.values():
        states = {state.id: state.name for state in year.plan.states}
        offered = "、".join(f"{key}（{name}）" for key, name in states.items())
        for report in year.progress:
            for row in report.rows:
                if row.state not in states:
                    message = f"没有代号是“{row.state}”的进度状态"
                    yield Finding(message, row.place("state"), f"可以写的有：{offered}")
