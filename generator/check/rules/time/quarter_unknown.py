"""A milestone is set for a quarter that the plan does not have.

Why:
    进度安排写了没有的季度。
    各季度的代号在 plan.yml 的 quarters 里；写错代号，这个季度的安排就印不出来，也无从比对进度。

Bad:
    milestones: {q5: 完成全部排查}

Good:
    milestones: {q4: 完成全部排查}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the quarter of every milestone."""
    for year in dossier.years.values():
        quarters = {quarter.id for quarter in year.plan.quarters}
        for item in year.items:
            for quarter in item.milestones:
                if quarter not in quarters:
                    hint = nearest(quarter, quarters, year.plan.place().file)
                    yield Finding(f"没有代号是“{quarter}”的季度", item.place("milestones", quarter), hint)
