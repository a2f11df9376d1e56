"""The record of what was published: on which day, where, what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.dossier import Dossier, Year
from generator.model.publication import Publication
from generator.views import phrases


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """One act of publishing; `sample` where it is made up."""

    day: str
    what: str
    where: str
    reason: str
    sample: bool


def publications(dossier: Dossier) -> Iterator[PublicationLine]:
    """Every act of publishing, the last one first."""
    acts = [(one.date, number, one) for number, year in dossier.years.items() for one in year.publications]
    for _, number, one in sorted(acts, key=lambda act: (act[0], act[1], act[2].number), reverse=True):
        yield PublicationLine(
            day=phrases.day(one.date),
            what="、".join(_contents(dossier.years[number], one)),
            where="、".join(one.where),
            reason=one.reason,
            sample=one.sample,
        )


def _contents(year: Year, one: Publication) -> Iterator[str]:
    yield from one.documents
    names = {quarter.id: quarter.name for quarter in year.plan.quarters}
    for quarter in one.quarters:
        yield f"{year.year}年{names.get(quarter, quarter)}进度"
