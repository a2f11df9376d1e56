"""When what is due: the publication of circulars, the quarterly reports, and the targets by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compute.working_days import PUBLICATION, publication_due
from generator.model.circular import Circular
from generator.model.dossier import Year
from generator.model.scalars import document_number_parts
from generator.views import phrases

_UNKNOWN = "该年放假安排尚未公布"


@dataclass(frozen=True, slots=True)
class Publication:
    """A circular: when it was made, by when it is to be published, when it was, and what that means."""

    serial: int
    number: str
    title: str
    created: str
    due: str
    published: str
    standing: str


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A quarter's report: when the quarter ends, when units report, and by when it is to be published."""

    quarter: str
    ends: str
    due: str
    publication: str
    note: str


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The items due within a month: `month` is how their days begin in the table of targets."""

    name: str
    month: str
    items: int


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """The page of deadlines. `limit` is the number of working days for publication."""

    limit: int
    publications: tuple[Publication, ...]
    reports: tuple[ReportDue, ...]
    months: tuple[DueMonth, ...]


def deadlines(year: Year) -> DeadlinesView:
    """What is due in a year, in the order of days."""
    return DeadlinesView(
        limit=PUBLICATION,
        publications=tuple(_publication(circular) for circular in year.circulars),
        reports=tuple(
            ReportDue(
                quarter=quarter.name,
                ends=phrases.day(quarter.ends),
                due=phrases.day(quarter.report_due),
                publication=_day(publication_due(quarter.report_due)),
                note="补报" if quarter.retrospective else "",
            )
            for quarter in year.plan.quarters
        ),
        months=tuple(_months(year)),
    )


def _publication(circular: Circular) -> Publication:
    due, published = publication_due(circular.date), circular.disclosure.published
    return Publication(
        serial=document_number_parts(circular.number)[2],
        number=circular.number,
        title=circular.title,
        created=phrases.day(circular.date),
        due=_day(due),
        published=phrases.day(published) if published else phrases.NONE,
        standing=_standing(due, published),
    )


def _standing(due: date | None, published: date | None) -> str:
    if published is None:
        return "未登记发布日期"
    if due is None:
        return "已发布"
    return "按时发布" if published <= due else "超过时限发布"


def _day(value: date | None) -> str:
    return phrases.day(value) if value else _UNKNOWN


def _months(year: Year) -> Iterator[DueMonth]:
    numbers = Counter((item.deadline.year, item.deadline.month) for item in year.items)
    for (number, month), items in sorted(numbers.items()):
        yield DueMonth(f"{number}年{month}月", f"{month}月", items)
