"""An approval names a change that the plan does not show.

Why:
    批准的改动和计划对不上。
    记录里每一条改动，目标要有，改后的值要和计划里的一样；有一条对不上，就说不清批准的是什么。

Bad:
    changes:
      - {target: ZD09-9, field: points, from: 1, to: 2}      # 没有这个目标

Good:
    changes:
      - {target: ZD01-1, field: points, from: '1.70', to: '1.80'}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.approvals import unmatched
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Seek each approved change in the plan, and each of them once."""
    for year in dossier.years.values():
        for one, known in unmatched(year):
            field = f"的 {one.field}" if one.field else ""
            message = (
                f"计划里看不到批准的这一条：{one.target}{field}" if known else f"计划里没有 {one.target}"
            )
            hint = (
                "先照批准改计划，再用 zhengben approve 写记录"
                if known
                else "核对编号；记录由 zhengben approve 写出"
            )
            yield Finding(message, one.place("target"), hint)
