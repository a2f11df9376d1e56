"""What every sheet on a notice board says of itself: what it is, on what ground, since when, whom to ask, which version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.bulletins import Bulletin
from generator.model.dossier import Dossier
from generator.views import phrases
from generator.views.circular import DRAFT
from generator.views.sample import sample_sheet
from generator.views.states import StateName

BY_HAND = "　　　　年　　月　　日"
"""Where the day of posting is written by hand."""
GAP = "【待补】"
ASK = "有疑问、有意见，或者发现与实际不符，请打监督电话，当面或来信也可以；扫二维码可以核对本件。"
"""How to ask or complain."""

_IN_PRINT = {"✓": "√"}
"""Signs that fonts for print lack, and those that stand for them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; `missing` if a release may not go out without it."""

    name: str
    value: str
    missing: bool = False


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
        digest=f"{bulletin.digest[:4]} {bulletin.digest[4:]}",
        address=f"{site.rstrip('/')}/{page(bulletin)}" if site else "",
        draft=DRAFT if draft else "",
    )


def page(bulletin: Bulletin) -> str:
    """The permanent page of exactly this content, below the site's address."""
    return f"{bulletin.year.year}/boards/{bulletin.key}-{bulletin.digest}.html"


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


def in_print(state: StateName) -> str:
    """A state by its sign and its name."""
    return f"{_IN_PRINT.get(state.sign, state.sign)}{state.name}"


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
    yield _contact("监督电话", contacts.supervision_phone)
    yield _contact("意见受理地址", contacts.address)


def _contact(name: str, value: str | None) -> Fact:
    return Fact(name, value or GAP, missing=value is None)


def _ground(bulletin: Bulletin) -> Iterator[str]:
    """The documents that it rests on; an example is called one."""
    composed = {one.number for one in bulletin.year.circulars if one.sample}
    for number in bulletin.circulars:
        yield f"{number}（示例）" if number in composed else number


def _published(bulletin: Bulletin) -> str:
    """The day on which the circular that made the plan so was published; of quarters no such day is known."""
    if bulletin.quarter:
        return ""
    known = {one.number: one.disclosure.published for one in bulletin.year.circulars}
    day = known.get(bulletin.circulars[-1])
    return phrases.day(day) if day else ""
