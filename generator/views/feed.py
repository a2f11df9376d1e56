"""What has been published, newest first, for those who follow it from afar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.views.quarter import quarter_views


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that was published. `id` stays what it is for ever.

    It is found at the page of a circular by year and `serial`, of an `item` by year and id, or of a `quarter`.
    """

    id: str
    title: str
    summary: str
    day: date
    year: int
    serial: int | None = None
    item: str = ""
    quarter: str = ""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed of a bureau, its newest day, and its entries."""

    id: str
    title: str
    bureau: str
    day: date | None
    entries: tuple[FeedEntry, ...]


def feed(dossier: Dossier) -> FeedView:
    """Every circular by the day it was published, or while that is not known, by its own; every quarter; every correction."""
    bureau = dossier.bureau
    entries = (*_circulars(dossier), *_quarters(dossier), *_corrections(dossier))
    ordered = tuple(sorted(entries, key=lambda one: (one.day, one.year, one.id), reverse=True))
    return FeedView(
        id=_id(bureau.name),
        title=f"{bureau.name}：公开信息",
        bureau=bureau.name,
        day=ordered[0].day if ordered else None,
        entries=ordered,
    )


def _circulars(dossier: Dossier) -> Iterator[FeedEntry]:
    bureau = dossier.bureau
    return (
        FeedEntry(
            id=_id(bureau.name, circular.number),
            title=f"{circular.title}（{circular.number}）",
            summary=circular.disclosure.summary,
            day=circular.disclosure.published or circular.date,
            year=number,
            serial=document_number_parts(circular.number)[2],
        )
        for number, year in dossier.years.items()
        for circular in year.circulars
    )


def _quarters(dossier: Dossier) -> Iterator[FeedEntry]:
    """Every quarter by the day of its newest report."""
    for number, year in dossier.years.items():
        for view in quarter_views(year):
            days = (report.reported for report in year.progress if report.quarter == view.quarter.key)
            yield FeedEntry(
                id=_id(dossier.bureau.name, str(number), "progress", view.quarter.key),
                title=f"{number}年{view.quarter.name}目标落实情况",
                summary=view.lead,
                day=max(days),
                year=number,
                quarter=view.quarter.key,
            )


def _corrections(dossier: Dossier) -> Iterator[FeedEntry]:
    for number, year in dossier.years.items():
        quarters = {quarter.id: quarter.name for quarter in year.plan.quarters}
        for one in year.errata:
            yield FeedEntry(
                id=_id(dossier.bureau.name, str(number), "errata", str(one.number)),
                title=f"更正：{one.target} {number}年{quarters.get(one.quarter, one.quarter)}进展",
                summary=f"由“{one.was}”更正为“{one.now}”。{one.reason}",
                day=one.date,
                year=number,
                item=one.target,
            )


def _id(*names: str) -> str:
    """An id made from names alone, so that it never changes and needs no address."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, '/'.join(names))}"
