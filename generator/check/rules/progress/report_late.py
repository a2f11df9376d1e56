"""A unit reported later than the plan asks.

Why:
    报表报晚了。
    报送时间是计划定的；晚报不影响公布，但要说得出原因。

Bad:
    report_due: 2021-04-10
    reported: 2021-04-25

Good:
    reported: 2021-04-09
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the day of every report with the day it was due."""
    for year in dossier.years.values():
        due = {quarter.id: quarter.report_due for quarter in year.plan.quarters}
        for report in year.progress:
            late = (report.reported - due.get(report.quarter, report.reported)).days
            if late > 0:
                message = f"{report.unit}的报表晚报 {late} 天（应在 {due[report.quarter]} 前）"
                yield Finding(message, report.place("reported"), "核对上报日期；确实晚报的不用改")
