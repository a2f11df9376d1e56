"""A unit reported later than the plan asks and does not say why.

Why:
    报表报晚了，没有写原因。
    报送时间是计划定的；晚报不影响公布，但要说得出原因，季度页上也会写明。

Bad:
    report_due: 2021-04-10
    reported: 2021-04-25

Good:
    reported: 2021-04-25
    late_reason: 机构改革交接，报表补报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the day of every report that gives no reason with the day it was due."""
    for year in dossier.years.values():
        due = {quarter.id: quarter.report_due for quarter in year.plan.quarters}
        for report in year.progress:
            late = (report.reported - due.get(report.quarter, report.reported)).days
            if late > 0 and report.late_reason is None:
                message = f"{report.unit}的报表晚报 {late} 天（应在 {due[report.quarter]} 前）"
                yield Finding(message, report.place("reported"), "核对上报日期；确实晚报的，写 late_reason")
