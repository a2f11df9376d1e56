"""A unit answers for no target.

Why:
    有单位没有承担任何目标。
    全年没有一项由它负责，它的页面和季度报表都是空的，年终也无从评定；多半是漏分了任务，或任务写到了别的股室名下。
    确实不承担目标的单位，这条提醒不妨碍发布。

Bad:
    units:
      - name: 档案室     # 没有一项目标写 unit: 档案室

Good:
    unit: 档案室         # 在一项目标里
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find units that no target names as the one responsible."""
    for year in dossier.years.values():
        used = {item.unit for item in year.items}
        for unit in year.organisation.units:
            if unit.name not in used:
                message = f"{year.year} 年没有一项目标由“{unit.name}”负责"
                yield Finding(message, unit.place("name"), "给它分派目标；已撤并的单位从名单里删去")
