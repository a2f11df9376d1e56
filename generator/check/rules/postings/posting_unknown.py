"""A posting names a bulletin that there is not.

Why:
    张贴记录里的公示件不存在。
    年度目标写 plan；季度写计划里的代号，而且那个季度要有报表；目标调整写 change- 加批准文件的序号。

Bad:
    bulletin: plan-2

Good:
    bulletin: plan
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.bulletins import bulletins
from generator.compute.public import public_dossier
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look every bulletin up that a record names."""
    for number, year in dossier.years.items():
        if not year.postings:
            continue
        known = {one.key for one in bulletins(public_dossier(dossier), number)}
        for one in year.postings:
            if one.bulletin not in known:
                hint = f"可以写的有：{'、'.join(sorted(known))}"
                yield Finding(f"没有 {one.bulletin} 这件公示", one.place("bulletin"), hint)
