"""The circular a plan was issued with, as the foot of every page about that plan names it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dossier import Year
from generator.model.scalars import document_number_parts
from generator.views import phrases


@dataclass(frozen=True, slots=True)
class Basis:
    """The issuing circular: number, and where the circular itself is in the data its title, day and serial."""

    number: str
    title: str
    date: str
    serial: int | None


def basis(year: Year) -> Basis:
    """The circular that issued the year's plan."""
    number = year.plan.circular
    for circular in year.circulars:
        if circular.number == number:
            serial = document_number_parts(number)[2]
            return Basis(number, circular.title, phrases.day(circular.date), serial)
    return Basis(number, "", "", None)
