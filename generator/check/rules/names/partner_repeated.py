"""A unit stands twice among those who answer for a target.

Why:
    协办股室重复。
    责任股室又写成协办，或同一个协办写了两次，多半是本想写另一个股室。

Bad:
    unit: 办公室
    with: [办公室, 人事股]

Good:
    unit: 办公室
    with: [人事股]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find partners that are the responsible unit, or stand twice."""
    for year in dossier.years.values():
        for item in year.items:
            met = {item.unit}
            for index, partner in enumerate(item.partners):
                if partner in met:
                    role = "已是责任股室" if partner == item.unit else "写了两次"
                    yield Finding(
                        f"{item.id} 的协办“{partner}”{role}",
                        item.place("with", index),
                        "删去重复的，或改成别的股室",
                    )
                met.add(partner)
