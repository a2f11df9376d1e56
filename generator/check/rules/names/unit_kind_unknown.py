"""A unit is of a kind that the organisation does not list.

Why:
    单位类别没有登记。
    单位按类别分组列出（如内设股室、直属单位）；类别写错，这个单位就不知道列在哪一组。

Bad:
    kinds:
      - id: section
        name: 内设股室
    units:
      - name: 办公室
        kind: sction

Good:
    units:
      - name: 办公室
        kind: section
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the kind of every unit."""
    for year in dossier.years.values():
        organisation = year.organisation
        kinds = {kind.id for kind in organisation.kinds}
        for unit in organisation.units:
            if unit.kind not in kinds:
                place = unit.place("kind")
                yield Finding(
                    f"没有登记代号是“{unit.kind}”的单位类别", place, nearest(unit.kind, kinds, "kinds")
                )
