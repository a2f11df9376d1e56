"""Every sheet there is to post of a project, in the order in which they hang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compute.bulletins import Bulletin, bulletins
from generator.model.dossier import Dossier
from generator.model.settings import Settings
from generator.problem import Place
from generator.views.boards.poster import Poster, poster


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, of one page or more: its file's name below the output's folder, its title, day and paper (width and
    height in millimetres), and what it shows.
    """

    name: str
    title: str
    author: str
    day: date
    place: Place
    paper: tuple[int, int]
    view: Poster


def sheets(dossier: Dossier, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    """The sheets of every year of a public dossier."""
    for number in sorted(dossier.years):
        for bulletin in bulletins(dossier, number):
            yield from _sheets(dossier, bulletin, settings, draft=draft)


def _sheets(dossier: Dossier, bulletin: Bulletin, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    year = bulletin.year
    if bulletin.amendment:
        return
    view = poster(dossier, bulletin, settings.site_url or "", draft=draft)
    yield Sheet(
        name=f"{year.year}/{bulletin.key}-poster",
        title=f"{view.bureau}{view.title}",
        author=view.bureau,
        day=bulletin.day or date(year.year, 1, 1),
        place=year.plan.place(),
        paper=settings.boards.poster.millimetres,
        view=view,
    )
