"""Every sheet there is to post of a project, in the order in which they hang."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compute.bulletins import Bulletin, bulletins
from generator.model.dossier import Dossier
from generator.model.posting import PostedSheet
from generator.model.settings import Paper, Settings
from generator.problem import Place
from generator.views.boards.amendment import Amendment, amendment
from generator.views.boards.cards import Cards, cards
from generator.views.boards.facts import KINDS, matter
from generator.views.boards.poster import Poster, poster
from generator.views.boards.table import Table, table

View = Poster | Table | Cards | Amendment


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, of one page or more: its year, its file's name below the output's folder, its title, what it is in
    words, its day and paper (by name, and width and height in millimetres), and what it shows.
    """

    year: int

    name: str
    title: str
    author: str
    day: date
    place: Place
    name_in_words: str
    paper_name: str
    paper: tuple[int, int]
    view: View


def sheets(dossier: Dossier, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    """The sheets of every year of a public dossier."""
    for number in sorted(dossier.years):
        for bulletin in bulletins(dossier, number):
            yield from _sheets(dossier, bulletin, settings, draft=draft)


def _sheets(dossier: Dossier, bulletin: Bulletin, settings: Settings, *, draft: bool) -> Iterator[Sheet]:
    year = bulletin.year
    for kind, view, paper in _views(dossier, bulletin, settings, draft=draft):
        yield Sheet(
            year=year.year,
            name=f"{year.year}/{bulletin.key}-{kind}",
            title=f"{view.bureau}{view.title}",
            author=view.bureau,
            day=bulletin.day or date(year.year, 1, 1),
            place=year.plan.place(),
            name_in_words=f"{matter(bulletin)}：{KINDS[PostedSheet(kind)]}",
            paper_name=paper.value,
            paper=paper.millimetres,
            view=view,
        )


def _views(
    dossier: Dossier, bulletin: Bulletin, settings: Settings, *, draft: bool
) -> Iterator[tuple[str, View, Paper]]:
    site, options = settings.site_url or "", settings.boards
    if bulletin.amendment:
        yield (
            "notice",
            amendment(dossier, bulletin, bulletin.amendment, site, draft=draft),
            options.poster,
        )
    else:
        yield "poster", poster(dossier, bulletin, site, draft=draft), options.poster
        yield "table", table(dossier, bulletin, site, draft=draft), options.table
        yield "cards", cards(dossier, bulletin, site, draft=draft), options.cards
