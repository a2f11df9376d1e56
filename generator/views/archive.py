"""The years there are, newest first: each plan with its circular and its size; and what was published when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.views import phrases
from generator.views.publications import PublicationLine, publications


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """One year. `serial` is the circular's, None where the circular itself is not in the data."""

    year: int
    title: str
    number: str
    serial: int | None
    items: int
    points: str
    standing: str


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The page: the years, and the record of publishing."""

    years: tuple[ArchiveLine, ...]
    publications: tuple[PublicationLine, ...]


def archive(dossier: Dossier) -> ArchiveView:
    """Every year and every act of publishing, newest first."""
    return ArchiveView(tuple(_years(dossier)), tuple(publications(dossier)))


def _years(dossier: Dossier) -> Iterator[ArchiveLine]:
    newest = max(dossier.years)
    for number, year in sorted(dossier.years.items(), reverse=True):
        held = {circular.number for circular in year.circulars}
        yield ArchiveLine(
            year=number,
            title=year.plan.title,
            number=year.plan.circular,
            serial=document_number_parts(year.plan.circular)[2] if year.plan.circular in held else None,
            items=sum(1 for _ in year.items),
            points=phrases.points(sum(one.points for one in year.plan.categories)),
            standing="现行" if number == newest else "往年",
        )
