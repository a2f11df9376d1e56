"""What every sheet on a notice board says of itself: what it is, on what ground, since when, whom to ask, which version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compute.bulletins import Bulletin
from generator.model.dossier import Dossier
from generator.model.posting import PostedSheet, Posting
from generator.views import phrases
from generator.views.circular import DRAFT
from generator.views.sample import sample_sheet
from generator.views.states import StateName

BY_HAND = "　　　　年　　月　　日"
"""Where the day of posting is written by hand."""
GAP = "【待补】"
PHONE = "监督电话"
ASK = "有疑问、意见，或发现与实际不符，请打监督电话或来信、来访；扫二维码可核对本件。"
"""How to ask or complain."""
KINDS = {
    PostedSheet.POSTER: "海报",
    PostedSheet.TABLE: "全表",
    PostedSheet.CARDS: "卡片",
    PostedSheet.NOTICE: "通知",
}
"""What the kinds of sheets are called."""

_IN_PRINT = {"✓": "√"}
"""Signs that fonts for print lack, and those that stand for them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; `missing` if a release may not go out without it."""

    name: str
    value: str
    missing: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether it is to be written in by hand."""
        return self.value == BY_HAND


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one bulletin. `address` is that of its permanent page, empty where the site has none yet; `draft`
    is empty in a release.
    """

    facts: tuple[Fact, ...]
    version: str
    digest: str
    address: str
    draft: str

    @property
    def missing(self) -> tuple[str, ...]:
        """What a release lacks."""
        return tuple(fact.name for fact in self.facts if fact.missing)


def facts(dossier: Dossier, bulletin: Bulletin, site: str, *, draft: bool) -> Facts:
    """The facts of a bulletin of a public dossier; `site` is the website's address, or empty."""
    return Facts(
        facts=tuple(_facts(dossier, bulletin)),
        version=version(bulletin),
        digest=spaced(bulletin.digest),
        address=f"{site.rstrip('/')}/{page(bulletin)}" if site else "",
        draft=DRAFT if draft else "",
    )


def page(bulletin: Bulletin) -> str:
    """The permanent page of exactly this content, below the site's address."""
    return f"{bulletin.year.year}/boards/{bulletin.key}-{bulletin.digest}.html"


def spaced(digest: str) -> str:
    """A digest in two groups, as one compares it."""
    return f"{digest[:4]} {digest[4:]}"


def version(bulletin: Bulletin) -> str:
    """Which version it is, and from when: 第2版（2019年10月25日）."""
    day = f"（{phrases.day(bulletin.day)}）" if bulletin.day else ""
    return f"第{bulletin.version}版{day}"


def matter(bulletin: Bulletin) -> str:
    """What is disclosed, in the words of the catalogue of disclosure."""
    number = bulletin.year.year
    if bulletin.amendment:
        return f"{number}年度目标调整"
    return f"{number}年{bulletin.quarter.name}目标进度" if bulletin.quarter else f"{number}年度工作目标"


def kinds(posting: Posting) -> str:
    """The kinds of sheets that were posted."""
    return "、".join(KINDS[sheet] for sheet in posting.sheets)


def in_print(state: StateName) -> str:
    """A state by its sign and its name, which is sign enough where the sign is its first character."""
    sign = "" if state.name.startswith(state.sign) else state.sign
    return f"{_IN_PRINT.get(sign, sign)}{state.name}"


def sample_notice(bulletin: Bulletin) -> str:
    """What of it was composed as an example, or nothing."""
    return sample_sheet(
        items=any(one.sample for one in bulletin.year.indicators),
        progress=bulletin.quarter is not None and any(one.sample for one in bulletin.year.progress),
    )


def _facts(dossier: Dossier, bulletin: Bulletin) -> Iterator[Fact]:
    contacts = dossier.bureau.contacts
    yield Fact("公开事项", matter(bulletin))
    yield Fact("公开依据", "、".join(_ground(bulletin)))
    yield Fact("公开主体", dossier.bureau.name)
    yield Fact("公开时间", _published(bulletin) or BY_HAND)
    yield from _term(bulletin)
    yield _contact(PHONE, contacts.supervision_phone)
    yield _contact("意见受理地址", contacts.address)


def _contact(name: str, value: str | None) -> Fact:
    return Fact(name, value or GAP, missing=value is None)


def _ground(bulletin: Bulletin) -> Iterator[str]:
    """The documents that it rests on; an example is called one."""
    composed = {one.number for one in bulletin.year.circulars if one.sample}
    for number in bulletin.circulars:
        yield f"{number}（示例）" if number in composed else number


def _posted(bulletin: Bulletin) -> Iterator[Posting]:
    """The postings of exactly this content."""
    for one in bulletin.year.postings:
        if (one.bulletin, one.digest) == (bulletin.key, bulletin.digest):
            yield one


def _published(bulletin: Bulletin) -> str:
    """The day on which it was first published or posted, as far as that is recorded; an example is called one."""
    days = sorted(_days(bulletin))
    return f"{phrases.day(days[0][0])}{'（示例）' if days[0][1] else ''}" if days else ""


def _days(bulletin: Bulletin) -> Iterator[tuple[date, bool]]:
    """The days of publishing and posting, each with whether it is an example."""
    year, newest = bulletin.year, bulletin.circulars[-1]
    yield from ((one.posted, one.sample) for one in _posted(bulletin))
    for one in year.publications:
        if bulletin.quarter.id in one.quarters if bulletin.quarter else newest in one.documents:
            yield one.date, one.sample
    for circular in year.circulars:
        published = circular.disclosure.published
        if circular.number == newest and not bulletin.quarter and published:
            yield published, circular.sample


def _term(bulletin: Bulletin) -> Iterator[Fact]:
    """公示期, only where it really is one."""
    for one in _posted(bulletin):
        if one.until:
            yield Fact("公示期", f"{phrases.day(one.posted)}至{phrases.day(one.until)}")
            return
