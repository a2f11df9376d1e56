"""Everything the website shows, year by year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.compute.newest import newest_day
from generator.model.bureau import Bureau
from generator.model.dossier import Dossier
from generator.views.archive import ArchiveView, archive
from generator.views.basis import Basis, basis
from generator.views.boards.pages import BoardsView, boards_view
from generator.views.catalogue import CatalogueView, catalogue
from generator.views.category import CategoryView, categories
from generator.views.circular import DRAFT
from generator.views.circular_page import CircularPage, circular_pages
from generator.views.deadlines import DeadlinesView, deadlines
from generator.views.disclosure import Label
from generator.views.downloads import Document, DownloadsOfYear, downloads
from generator.views.feed import FeedView, feed
from generator.views.glance import GlanceView, glance
from generator.views.history import ChangesView, changes_view
from generator.views.home import HomeView, home
from generator.views.indicator import IndicatorView, indicators
from generator.views.making import MakingView, making
from generator.views.organisation import OrganisationView, organisation
from generator.views.portal import PortalTags, portal_tags
from generator.views.quarter import QuarterView, UnitQuarterView, quarter_views, unit_quarter_views
from generator.views.target import TargetView, targets
from generator.views.target_table import TargetTable, target_table
from generator.views.unit import UnitView, units


@dataclass(frozen=True, slots=True)
class YearViews:
    """The pages of one year."""

    year: int
    basis: Basis
    home: HomeView
    table: TargetTable
    categories: tuple[CategoryView, ...]
    indicators: tuple[IndicatorView, ...]
    targets: tuple[TargetView, ...]
    units: tuple[UnitView, ...]
    organisation: OrganisationView
    circulars: tuple[CircularPage, ...]
    deadlines: DeadlinesView
    boards: BoardsView
    catalogue: CatalogueView | None
    changes: ChangesView | None
    glance: GlanceView | None
    quarters: tuple[QuarterView, ...]
    unit_quarters: tuple[UnitQuarterView, ...]


@dataclass(frozen=True, slots=True)
class SiteViews:
    """The whole site: its years, newest first, its files, and what every page carries (`notice` may be empty). `updated` is the newest day in the data.

    `synonyms` are terms, each before the everyday words people type for it.
    """

    bureau: str
    contacts: tuple[Label, ...]
    portal: PortalTags
    notice: str
    updated: date | None
    years: tuple[YearViews, ...]
    downloads: tuple[DownloadsOfYear, ...]
    feed: FeedView
    archive: ArchiveView
    making: MakingView
    synonyms: tuple[tuple[str, ...], ...]


def site_views(
    dossier: Dossier, documents: Collection[Document], revision: str, plans: Mapping[int, str], *, draft: bool
) -> SiteViews:
    """The site of a public dossier with the files it offers; `draft` unless this is a release.

    `revision` is the source's, empty if it was not committed; `plans` are the plans' fingerprints by year.
    """
    return SiteViews(
        bureau=dossier.bureau.name,
        contacts=tuple(_contacts(dossier.bureau)),
        portal=portal_tags(dossier.bureau),
        notice=f"{DRAFT}：尚未批准发布，仅供审阅。" if draft else "",
        updated=newest_day(dossier),
        years=tuple(
            _year(dossier, number, documents, draft=draft) for number in sorted(dossier.years, reverse=True)
        ),
        downloads=downloads(documents),
        feed=feed(dossier),
        archive=archive(dossier),
        making=making(dossier, revision, plans, draft=draft),
        synonyms=tuple((one.term, *one.also) for one in dossier.words.terms),
    )


def _year(dossier: Dossier, number: int, documents: Collection[Document], *, draft: bool) -> YearViews:
    year = dossier.years[number]
    circulars = tuple(circular_pages(dossier, number, documents, draft=draft))
    quarters = tuple(quarter_views(year))
    changes = changes_view(year, documents)
    return YearViews(
        year=number,
        basis=basis(dossier, number),
        home=home(dossier, number, circulars, quarters, changes),
        table=target_table(year),
        categories=tuple(categories(year)),
        indicators=tuple(indicators(year)),
        targets=tuple(targets(year)),
        units=tuple(units(year)),
        organisation=organisation(year),
        circulars=circulars,
        deadlines=deadlines(year),
        boards=boards_view(dossier, number, documents, draft=draft),
        changes=changes,
        catalogue=catalogue(year, dossier.bureau.name, files=bool(documents)),
        glance=glance(year),
        quarters=quarters,
        unit_quarters=tuple(unit_quarter_views(year)),
    )


def _contacts(bureau: Bureau) -> Iterable[Label]:
    known = (
        ("主办单位", bureau.name),
        ("地址", bureau.contacts.address),
        ("办公电话", bureau.contacts.office_phone),
        ("监督电话", bureau.contacts.supervision_phone),
    )
    return (Label(name, value) for name, value in known if value)
