"""A report holds an item that the plan does not have, or that another unit answers for.

Why:
    报表里有不归本单位负责的目标。
    各单位只报自己负责的目标，编号照计划写；协办的由责任单位报，不然会报两遍。

Bad:
    unit: 办公室
    rows:
      - target: ZD01-1        # 工程建设股负责

Good:
    unit: 办公室
    rows:
      - target: RC01
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.compute.approvals import quarter_ends, unit_in
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the item of every row and the unit that answers for it."""
    for year in dossier.years.values():
        owners = {item.id: item.unit for item in year.items}
        for report in year.progress:
            ends = quarter_ends(year, report.quarter)
            for row in report.rows:
                owner = owners.get(row.target)
                owner = owner and unit_in(year, row.target, owner, ends)
                if owner is None:
                    hint = nearest(row.target, owners, "data/…/indicators/")
                    yield Finding(f"计划里没有编号是 {row.target} 的目标", row.place("target"), hint)
                elif owner != report.unit and owner in year.units:
                    message = f"{row.target} 由{owner}负责，不由{report.unit}填报"
                    yield Finding(message, row.place("target"), f"删去这一行，移到{owner}的报表里")
