"""A report names a unit or a quarter that there is none of, or is not in that unit's file.

Why:
    报表的单位、季度和文件名对不上。
    一个单位一个季度一个文件，文件名是单位在 organisation.yml 里的 slug；写错了单位或放错了文件，
    两份报表会算到同一个单位头上。

Bad:
    data/2021/progress/q1/office.yml 里写 unit: 工程建设股

Good:
    data/2021/progress/q1/works.yml 里写 unit: 工程建设股
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.progress import QuarterlyReport
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the unit and the quarter of every report."""
    for year in dossier.years.values():
        for report in year.progress:
            yield from _of_report(year, report)


def _of_report(year: Year, report: QuarterlyReport) -> Iterator[Finding]:
    quarters = [quarter.id for quarter in year.plan.quarters]
    if report.quarter not in quarters:
        hint = nearest(report.quarter, quarters, year.plan.place().file)
        yield Finding(f"没有代号是“{report.quarter}”的季度", report.place("quarter"), hint)
    unit = year.units.get(report.unit)
    if unit is None:
        hint = nearest(report.unit, year.units, year.organisation.place().file)
        yield Finding(f"没有登记过“{report.unit}”", report.place("unit"), hint)
        return
    file = PurePosixPath(report.place().file)
    if file.stem != unit.slug:
        message = f"这是{report.unit}的报表，文件名却是 {file.name}"
        yield Finding(message, report.place("unit"), f"文件名改为 {unit.slug}.yml，或改正单位")
