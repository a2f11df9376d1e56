"""A circular, or a quarter's progress, is to be published without a record of it.

Why:
    要发布的内容没有发布记录。
    每次发布记一条：哪天、在哪里、发布了什么。网站的“历年”页列出全部记录，什么时候公开的，有据可查。

Bad:
    # publications/001.yml
    documents: [云水〔2021〕7号]      # 第一季度的进度也要发布，没有写

Good:
    # publications/001.yml
    documents: [云水〔2021〕7号]
    quarters: [q1]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.problem import Level

LEVEL = Level.ERROR
DRAFT = False

_HINT = "在 publications 文件夹里写进这次发布的记录"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for every circular and every reported quarter in the year's records."""
    for year in dossier.years.values():
        yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    documents = {number for one in year.publications for number in one.documents}
    quarters = {quarter for one in year.publications for quarter in one.quarters}
    for circular in year.circulars:
        if circular.number not in documents:
            yield Finding(f"{circular.number} 没有发布记录", circular.place("number"), _HINT)
    for quarter in year.plan.quarters:
        reports = [one for one in year.progress if one.quarter == quarter.id]
        if reports and quarter.id not in quarters:
            yield Finding(f"{quarter.name}的进度没有发布记录", reports[0].place("quarter"), _HINT)
