"""What was posted, on pages of their own: each bulletin at an address for good, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compute.bulletins import Bulletin, bulletins, past_bulletins
from generator.model.dossier import Dossier
from generator.model.posting import Posting
from generator.views import phrases
from generator.views.boards.amendment import Amendment, amendment
from generator.views.boards.facts import Facts, kinds, matter, page, spaced
from generator.views.boards.poster import Poster, poster
from generator.views.downloads import SHEETS, Document, DownloadGroup, grouped
from generator.views.sample import Sample, sample_page, sample_progress, sample_sums


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One posting: what hung where, from when to when, and what is to be said of it."""

    sheets: str
    where: str
    posted: str
    taken_down: str
    standing: str
    sample: bool


@dataclass(frozen=True, slots=True)
class BulletinPage:
    """A bulletin in one version, as a poster or as the notice of an amendment says it; neither, where the data no longer
    gives that version. `files` are its sheets where the site offers them, `newer` is the page of the version that replaced it, empty if it is the current one; `data` the
    folder of the plan's version in the open data, empty if the site does not offer it.
    """

    address: str
    title: str
    digest: str
    poster: Poster | None
    amendment: Amendment | None
    quarter: str
    data: str
    files: tuple[DownloadGroup, ...]
    newer: str
    postings: tuple[PostingLine, ...]
    sample: Sample

    @property
    def facts(self) -> Facts | None:
        """What its sheets say of themselves."""
        shown = self.poster or self.amendment
        return shown.facts if shown else None


@dataclass(frozen=True, slots=True)
class BoardsView:
    """All bulletins of a year, the current ones first, and whether there is any record of posting."""

    current: tuple[BulletinPage, ...]
    past: tuple[BulletinPage, ...]
    recorded: bool


def boards_view(dossier: Dossier, number: int, files: Iterable[Document], *, draft: bool) -> BoardsView:
    """The bulletins of a year of a public dossier, and those that only the posting record still knows.

    `files` are those that the site offers.
    """
    year = dossier.years[number]
    offered = tuple(files)
    current = {one.key: one for one in bulletins(dossier, number)}
    past = past_bulletins(dossier, number)
    known = {(one.key, one.digest) for one in (*current.values(), *past)}
    lost = dict.fromkeys((one.bulletin, one.digest) for one in year.postings)
    gone = [(key, digest) for key, digest in lost if (key, digest) not in known and key in current]
    return BoardsView(
        current=tuple(_page(dossier, one, "", offered, draft=draft) for one in current.values()),
        past=(
            *(_page(dossier, one, page(current[one.key]), offered, draft=draft) for one in past),
            *(_gone(dossier, current[key], digest) for key, digest in gone),
        ),
        recorded=bool(year.postings),
    )


def _page(
    dossier: Dossier, bulletin: Bulletin, newer: str, offered: tuple[Document, ...], *, draft: bool
) -> BulletinPage:
    approval, number = bulletin.amendment, bulletin.year.year
    notice = amendment(dossier, bulletin, approval, "", draft=draft) if approval else None
    data = "" if approval else f"data/{number}/v{len(bulletin.circulars)}"
    own = f"{SHEETS}/{number}/{bulletin.key}-"
    told = None if notice else poster(dossier, bulletin, "", draft=draft)
    return BulletinPage(
        address=page(bulletin),
        title=told.title if told else matter(bulletin),
        digest=spaced(bulletin.digest),
        poster=told,
        amendment=notice,
        quarter=bulletin.quarter.id if bulletin.quarter else "",
        data=data if any(one.address == f"{data}/targets.csv" for one in offered) else "",
        files=() if newer else grouped(one for one in offered if one.address.startswith(own)),
        newer=newer,
        postings=tuple(_lines(dossier, number, bulletin.key, bulletin.digest, current=not newer)),
        sample=_sample(bulletin),
    )


def _sample(bulletin: Bulletin) -> Sample:
    if bulletin.amendment:
        return sample_page(composed=bulletin.amendment.sample)
    if bulletin.quarter:
        return sample_progress(composed=any(one.sample for one in bulletin.year.progress))
    return sample_sums((one.sample for one in bulletin.year.indicators), beside_declared=True)


def _gone(dossier: Dossier, current: Bulletin, digest: str) -> BulletinPage:
    """A version that the data no longer gives."""
    number = current.year.year
    return BulletinPage(
        address=page(current).replace(current.digest, digest),
        title=matter(current),
        digest=spaced(digest),
        poster=None,
        amendment=None,
        quarter="",
        data="",
        files=(),
        newer=page(current),
        postings=tuple(_lines(dossier, number, current.key, digest, current=False)),
        sample=sample_page(composed=False),
    )


def _lines(dossier: Dossier, number: int, key: str, digest: str, *, current: bool) -> Iterator[PostingLine]:
    for one in dossier.years[number].postings:
        if (one.bulletin, one.digest) == (key, digest):
            yield PostingLine(
                sheets=kinds(one),
                where=one.where,
                posted=phrases.day(one.posted),
                taken_down=phrases.day(one.taken_down) if one.taken_down else phrases.NONE,
                standing=_standing(one, current=current),
                sample=one.sample,
            )


def _standing(one: Posting, *, current: bool) -> str:
    if one.taken_down:
        return "已撤下"
    return "在贴" if current else "待换"
