"""A record of publishing names what is not there, or gives a circular another day than the circular does.

Why:
    发布记录与数据对不上。
    记录里的文号、季度都要在当年的数据里有；公文第一次发布的日期，就是公文里写的发布日期。

Bad:
    # publications/001.yml
    date: 2021-03-12
    documents: [云水〔2021〕7号]      # 公文里写的是 published: 2021-03-10

Good:
    # publications/001.yml
    date: 2021-03-10
    documents: [云水〔2021〕7号]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Hold every record against the circulars and quarters of its year."""
    for year in dossier.years.values():
        yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    days = {circular.number: circular.disclosure.published for circular in year.circulars}
    quarters = {quarter.id for quarter in year.plan.quarters}
    told: set[str] = set()
    for one in year.publications:
        place = one.place("documents")
        for number in one.documents:
            if number not in days:
                yield Finding(f"{year.year} 年的公文里没有 {number}", place, "核对文号")
            elif number not in told and days[number] != one.date:
                said = days[number] or "没有写"
                message = f"{number} 第一次发布是 {one.date}，公文里的发布日期是 {said}"
                yield Finding(message, place, "照实际发布的日期，把两处改成一致")
            told.add(number)
        for quarter in one.quarters:
            if quarter not in quarters:
                yield Finding(f"计划里没有 {quarter} 这个季度", one.place("quarters"), "核对季度的代号")
