"""What the sheets of the notice boards claim, and the pages that keep what they say: what they are, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from generator.compute.bulletins import Bulletin
from generator.publish.reading.tables import text_of
from generator.publish.verify import spelling
from generator.publish.verify.change_claims import change_claims
from generator.publish.verify.chart_claims import printed_claims
from generator.publish.verify.context import Context
from generator.publish.verify.facts import WHOLE, Fields
from generator.publish.verify.labels import CARD_LABELS
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import Spellings, squeezed
from generator.publish.verify.table_claims import Claim, without_sign

_HEAD = re.compile(
    r"公开事项：(?P<matter>.*?)公开依据：(?P<basis>.*?)公开主体：(?P<organ>.*?)公开时间：.*?监督电话：(?P<phone>.*?)"
    r"意见受理地址：(?P<address>.*?)(?P<version>第[0-9]+版(?:（[^）]*）)?)校验码(?P<digest>[0-9a-f]{8})"
    r"第[0-9]+页，共[0-9]+页"
)
_LABELS = {
    "公开事项": "matter",
    "公开依据": "basis",
    "公开主体": "organ",
    "监督电话": "phone",
    "意见受理地址": "address",
    "版本": "version",
    "校验码": "digest",
}
_RECORDED = re.compile(r"(?P<matter>[0-9]{4}年[^：]{2,20})：(?:海报|全表|卡片|通知)(?P<digest>[0-9a-f]{8})")
_APPROVED = re.compile(
    r"(?P<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)，(?P<organ>[^，。]+?)以(?P<document>[^，。]+?)批准调整(?P<number>[0-9]+)项目标"
)
_ID = "[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?"
_COUNT = re.compile("[0-9]+项")
_SAMPLE = "（示例）"
_MISSING = frozenset({"【待补】"})


def sheet_claims(pages: Sequence[str], address: str, context: Context) -> Iterator[Claim]:
    """Every claim of the sheets in a PDF, beside those of its items."""
    key = PurePosixPath(address).stem.rpartition("-")[0]
    for number, page in enumerate(pages, 1):
        text, place = squeezed(page), f"第{number}页"
        for told in _RECORDED.finditer(text):
            bulletin = context.bulletins.get(told["digest"])
            matter = told["matter"].removesuffix("（补报）")
            yield Claim(matter, "digest", place, told["digest"], _digests(context, matter=matter))
        head = _HEAD.search(text)
        if head is None:
            continue
        bulletin = context.bulletins.get(head["digest"])
        yield Claim("公示件", "digest", place, head["digest"], _digests(context, key=key))
        if bulletin is not None:
            expected = _of(bulletin, context)
            for field, said in head.groupdict().items():
                yield Claim(bulletin.key, field, place, _plain(said), expected[field])
            yield from _told(page, text[head.end() :], bulletin, context, place)


def bulletin_claims(root: Any, bulletin: Bulletin, context: Context) -> Iterator[Claim]:
    """Every claim of the page of a bulletin, beside those that any page makes."""
    expected = _of(bulletin, context)
    for label in root.iter("dt"):
        field, value = _LABELS.get(text_of(label), ""), label.getnext()
        if field and value is not None:
            yield Claim(
                bulletin.key, field, f"第{label.sourceline}行", _plain(text_of(value)), expected[field]
            )
        elif value is not None:
            state, place = without_sign(text_of(label)), f"第{label.sourceline}行"
            yield from _in_state(state, text_of(value), bulletin, context, place)
    for paragraph in root.iter("p"):
        place, said = f"第{paragraph.sourceline}行", text_of(paragraph)
        yield from _approved(said, bulletin, place)
        yield from _promised(squeezed(said), context, place)
        yield from _item(paragraph, bulletin, context, place)


def _item(paragraph: Any, bulletin: Bulletin, context: Context, place: str) -> Iterator[Claim]:
    """An item by its id and unit, then its promise and, each on a line of its own, cause and remedy."""
    head = paragraph.find("strong")
    item, _, unit = text_of(head).partition(" ") if head is not None else ("", "", "")
    if item not in context.facts.items:
        if re.fullmatch(_ID, item):
            yield Claim(item, "id", place, item, frozenset({"数据里有的编号"}))
        return
    quarter = bulletin.quarter.id if bulletin.quarter else ""
    fields: Fields = {**context.facts.items[item], **context.facts.reported(item, quarter)}
    yield Claim(item, "text", place, head.tail or "", fields["text"])
    if unit:
        yield Claim(item, "unit", place, unit, fields["unit"])
    for line in paragraph.iter("br"):
        label, colon, said = (line.tail or "").partition("：")
        field = CARD_LABELS.get(label, "")
        if colon and field in fields:
            yield Claim(item, field, place, said, fields[field])


def _of(bulletin: Bulletin, context: Context) -> Fields:
    """What a sheet must say of itself."""
    bureau = context.dossier.bureau
    day = f"（{spelling.full_day(bulletin.day)}）" if bulletin.day else ""
    contacts = bureau.contacts
    return {
        "matter": frozenset({_matter(bulletin)}),
        "basis": spelling.names(bulletin.circulars),
        "organ": spelling.words(bureau.name),
        "phone": spelling.words(contacts.supervision_phone) if contacts.supervision_phone else _MISSING,
        "address": spelling.words(contacts.address) if contacts.address else _MISSING,
        "version": frozenset({f"第{bulletin.version}版{day}"}),
        "digest": frozenset({bulletin.digest}),
    }


def _matter(bulletin: Bulletin) -> str:
    number = bulletin.year.year
    if bulletin.amendment is not None:
        return f"{number}年度目标调整"
    return f"{number}年{bulletin.quarter.name}目标进度" if bulletin.quarter else f"{number}年度工作目标"


def _digests(context: Context, *, key: str = "", matter: str = "") -> Spellings:
    """The digests of what is posted now under a key or as some matter; of all where neither is known."""
    posted = context.bulletins.values()
    return frozenset(one.digest for one in posted if key in ("", one.key) and matter in ("", _matter(one)))


def _plain(said: str) -> str:
    return squeezed(said).replace(_SAMPLE, "").removesuffix("（补报）")


def _told(page: str, text: str, bulletin: Bulletin, context: Context, place: str) -> Iterator[Claim]:
    """What a sheet tells: sentences, charts, the counts of a unit's cards, what was promised, what was changed."""
    quarter = bulletin.quarter.name if bulletin.quarter else ""
    yield from saying_claims(text, context, place, quarter)
    yield from printed_claims(page, context, place)
    yield from change_claims(text, context, place)
    yield from _approved(text, bulletin, place)
    units = "|".join(re.escape(one.name) for one in context.facts.year.organisation.units)
    for told in re.finditer(f"({units})[0-9]{{4}}年[^：。]*：([^。]*。)", text):
        yield from saying_claims(told[1] + told[2], context, place, quarter)
    for line, following in pairwise(page.splitlines()):
        state = without_sign(following)
        if _COUNT.fullmatch(line):
            yield from _in_state(state, line, bulletin, context, place)
    yield from _promised(text, context, place)
    yield from _headed(text, context, place)


def _in_state(name: str, said: str, bulletin: Bulletin, context: Context, place: str) -> Iterator[Claim]:
    """How many items of all are in a state."""
    facts = context.facts
    counted = facts.tallied(WHOLE, bulletin.quarter.id if bulletin.quarter else "")
    if counted and name in facts.states:
        field = f"state:{facts.states[name]}"
        yield Claim(WHOLE, field, place, said, counted[field])


def _headed(text: str, context: Context, place: str) -> Iterator[Claim]:
    """Items, each by its id with its unit or its state, before what it promises."""
    facts = context.facts
    named = [unit.name for unit in facts.year.organisation.units]
    named += [state.name for state in facts.year.plan.states]
    for told in re.finditer(rf"({_ID})[^0-9A-Za-z一-鿿]?(?:{'|'.join(map(re.escape, named))})：?", text):
        for promise in facts.items.get(told[1], {}).get("text", ()):
            yield Claim(
                told[1], "text", place, text[told.end() : told.end() + len(promise)], frozenset({promise})
            )


def _promised(text: str, context: Context, place: str) -> Iterator[Claim]:
    """Categories, each with its points and the names of its indicators."""
    facts = context.facts
    for category in facts.year.plan.walk():
        for told in re.finditer(rf"{re.escape(category.name)}（([0-9.]+)分）：([^。]+)。", text):
            names = spelling.names(one.name for one in facts.year.indicators_in(category))
            yield Claim(category.name, "points", place, told[1], facts.groups[category.name]["points"])
            yield Claim(category.name, "indicators", place, told[2], names)


def _approved(said: str, bulletin: Bulletin, place: str) -> Iterator[Claim]:
    """Who approved how many changes by which document on what day."""
    told, approval = _APPROVED.search(squeezed(said)), bulletin.amendment
    if told is not None and approval is not None:
        expected = {
            "day": frozenset({spelling.full_day(approval.date)}),
            "organ": spelling.words(approval.organ),
            "document": spelling.words(approval.document),
            "number": spelling.count(len({one.target for one in approval.changes})),
        }
        for field, words in expected.items():
            yield Claim(bulletin.key, field, place, told[field], words)
