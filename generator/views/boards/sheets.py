"""Every sheet there is to post of a project, in the order in which they hang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compute.bulletins import Bulletin, bulletins
from generator.model.dossier import Dossier
from generator.model.settings import Paper, Settings
from generator.problem import Place
from generator.views.boards.poster import Poster, poster
from generator.views.boards.table import Table, table

View = Poster | Table


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
    view: View


def sheets(dossier: Dossier, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    """The sheets of every year of a public dossier."""
    for number in sorted(dossier.years):
        for bulletin in bulletins(dossier, number):
            yield from _sheets(dossier, bulletin, settings, draft=draft)


def _sheets(dossier: Dossier, bulletin: Bulletin, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    site, year = settings.site_url or "", bulletin.year
    kinds: tuple[tuple[str, View, Paper], ...] = ()
    if not bulletin.amendment:
        kinds = (
            ("poster", poster(dossier, bulletin, site, draft=draft), settings.boards.poster),
            ("table", table(dossier, bulletin, site, draft=draft), settings.boards.table),
        )
    for kind, view, paper in kinds:
        yield Sheet(
            name=f"{year.year}/{bulletin.key}-{kind}",
            title=f"{view.bureau}{view.title}",
            author=view.bureau,
            day=bulletin.day or date(year.year, 1, 1),
            place=year.plan.place(),
            paper=paper.millimetres,
            view=view,
        )
