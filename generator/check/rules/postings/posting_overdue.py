"""A term of posting is over and the sheet still hangs.

Why:
    公示期满了还没有撤下。
    是公示的，到期就撤下并写上 taken_down。程序不看今天的日期，只看数据里有没有比公示期更晚的事。

Bad:
    until: 2021-07-20       # 2021年8月5日已经有新的记录，这张还没有撤下

Good:
    until: 2021-07-20
    taken_down: 2021-07-21
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.registry import Finding
from generator.compute.postings import overdue
from generator.model.dossier import Dossier, Year
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare terms with the newest day that the year's data tells."""
    for year in dossier.years.values():
        newest = max(_days(year), default=date.min)
        for one in overdue(year, newest):
            message = f"公示期到 {one.until} 为止，{newest} 还没有撤下的记录"
            yield Finding(message, one.place("until"), "撤下以后写 taken_down")


def _days(year: Year) -> Iterator[date]:
    for one in year.postings:
        yield one.taken_down or one.posted
    yield from (report.reported for report in year.progress)
    yield from (erratum.date for erratum in year.errata)
    yield from (approval.date for approval in year.approvals)
