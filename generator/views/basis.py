"""Where a year's pages come from, as the foot of every page says: the issuing circular, the bureau, the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.compute.newest import updated
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.views import phrases


@dataclass(frozen=True, slots=True)
class Basis:
    """The bureau, the issuing circular, and `updated`, the newest day that the year's data tells.

    Of the circular there is always the number; title, day and serial only where it is itself in the data, and the day
    it was `published` only where that is known.
    """

    bureau: str
    number: str
    title: str
    date: str
    serial: int | None
    updated: str
    published: dt.date | None


def basis(dossier: Dossier, number: int) -> Basis:
    """Where the pages of a year come from."""
    year = dossier.years[number]
    issuing = next((one for one in year.circulars if one.number == year.plan.circular), None)
    newest = updated(year)
    return Basis(
        bureau=dossier.bureau.name,
        number=year.plan.circular,
        title=issuing.title if issuing else "",
        date=phrases.day(issuing.date) if issuing else "",
        serial=document_number_parts(issuing.number)[2] if issuing else None,
        updated=phrases.day(newest) if newest else "",
        published=issuing.disclosure.published if issuing else None,
    )
