"""A report has two rows for one item.

Why:
    同一个目标报了两行。
    两行的数不一样时，不知道以哪一行为准。

Bad:
    rows:
      - target: RC01
      - target: RC01

Good:
    rows:
      - target: RC01
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find the second row of an item in a report."""
    for year in dossier.years.values():
        for report in year.progress:
            met: dict[str, int] = {}
            for row in report.rows:
                place = row.place("target")
                if row.target in met:
                    message = f"{row.target} 在第 {met[row.target]} 行已经报过"
                    yield Finding(message, place, "两行合成一行，留下对的数")
                met.setdefault(row.target, place.line)
