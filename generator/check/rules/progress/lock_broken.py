"""A closed quarter's reports are not those it was closed with, or its digests do not hang together.

Why:
    封存的季度被改动了，或校验码接不上。
    封存以后报表一个字也不能改；要改的写更正。校验码一环扣一环，前面的季度没有封存，后面的不能封存。

Bad:
    封存以后把 q1 的一个数改了

Good:
    恢复报表，另写一条更正：data/2021/errata/001.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.locks import quarter_digest
from generator.model.dossier import Dossier, Year
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compute the digest of every closed quarter anew."""
    for year in dossier.years.values():
        yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    order = [quarter.id for quarter in year.plan.quarters]
    previous = None
    for place, lock in enumerate(year.locks):
        if place >= len(order) or lock.quarter != order[place]:
            yield Finding(
                f"{lock.quarter} 封存了，前面的季度还没有封存", lock.place("quarter"), "先封存前面的季度"
            )
            return
        if lock.previous != previous:
            hint = f"previous 应为 {previous}" if previous else "第一个封存的季度不写 previous"
            where = "previous" if lock.previous else "digest"
            yield Finding(f"{lock.quarter} 的校验码没有接上前一个季度", lock.place(where), hint)
        digest = quarter_digest(year, lock.quarter, previous)
        if lock.digest != digest:
            hint = f"恢复封存时的报表，改动写成更正；这是新封存的季度，digest 写 {digest}"
            yield Finding(f"{lock.quarter} 封存以后报表有改动", lock.place("digest"), hint)
        previous = digest
