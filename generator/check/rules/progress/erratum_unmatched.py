"""A correction does not fit the report that it corrects.

Why:
    更正和报表对不上。
    更正要写明封存报表里原来的值，一字不差；没有封存的季度直接改报表，不用更正。

Bad:
    from: 18        # 报表里是 16

Good:
    from: 16
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.progress import Progress, corrected, corrected_value, progress
from generator.model.dossier import Dossier
from generator.model.progress import Erratum
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare every correction with what stood before it."""
    for year in dossier.years.values():
        if year.errata:
            reported, closed = progress(year), {lock.quarter for lock in year.locks}
            for erratum in year.errata:
                yield from _of_erratum(erratum, reported, closed)


def _of_erratum(erratum: Erratum, reported: Progress, closed: set[str]) -> Iterator[Finding]:
    if erratum.quarter not in closed:
        message = f"{erratum.quarter} 没有封存，不用更正"
        yield Finding(message, erratum.place("quarter"), "删去这条更正，直接改报表；或先封存这个季度")
        return
    entry = reported.of(erratum.quarter, erratum.target)
    if entry is None:
        message = f"{erratum.quarter} 的报表里没有 {erratum.target}"
        yield Finding(message, erratum.place("target"), "核对季度和目标编号")
        return
    original = next(row for row in entry.report.rows if row.target == erratum.target)
    before = corrected(original, (one for one in entry.errata if one.number < erratum.number))
    value = getattr(before, erratum.field.value)
    if str(value) != erratum.was:
        stands = "没有填" if value is None else f"是“{value}”"
        message = f"更正说原来的值是“{erratum.was}”，报表里{stands}"
        yield Finding(message, erratum.place("from"), "照报表改正 from")
    if corrected_value(erratum) is None:
        yield Finding(
            f"更正后的值“{erratum.now}”不能填在这一栏", erratum.place("to"), "数写成 15，日期写成 2021-05-20"
        )
