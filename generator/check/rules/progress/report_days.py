"""The days of a report cannot be as they are written.

Why:
    报表里的日期不合情理。
    季度没有结束不会报全季度的数；完成的事，完成日期不会晚于上报日期。

Bad:
    quarter: q1
    reported: 2021-03-20

Good:
    quarter: q1
    reported: 2021-04-08
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.progress import QuarterlyReport
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the day of every report with its quarter, and the days of its rows with it."""
    for year in dossier.years.values():
        for report in year.progress:
            yield from _of_report(year, report)


def _of_report(year: Year, report: QuarterlyReport) -> Iterator[Finding]:
    ends = {quarter.id: quarter.ends for quarter in year.plan.quarters}.get(report.quarter)
    if ends is None:
        return
    if report.reported <= ends:
        message = f"上报日期 {report.reported} 在季度结束（{ends}）以前"
        yield Finding(message, report.place("reported"), "核对上报日期")
    for row in report.rows:
        if row.done_on is not None and row.done_on > ends:
            message = f"{row.target} 的完成日期 {row.done_on} 在季度结束（{ends}）以后"
            yield Finding(message, row.place("done_on"), "完成在下个季度的，本季度不写完成日期")
