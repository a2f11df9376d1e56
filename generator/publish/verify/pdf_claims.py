"""What the tables of a PDF claim: its text in reading order, where cell follows cell and no line tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.publish.verify.context import Context
from generator.publish.verify.facts import Fields
from generator.publish.verify.labels import CARD_LABELS
from generator.publish.verify.spelling import NOTHING, Spellings, squeezed
from generator.publish.verify.table_claims import FILLED_IN, Claim, without_sign

_FOLIO = re.compile(r"^(?:[—-] ?[0-9]+ ?[—-]|送审稿)\s*$", re.MULTILINE)
_REACH = 160
"""How far, in characters, what comes next is sought after a value that is not what it should be."""
_LEAST_HEADS = 4
_CARD_HEAD = re.compile(r"(?P<id>[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?)(?P<said>[^0-9A-Za-z。：]{0,16})：?\Z")
_CARD_REACH = 32
_CARD_LABEL = re.compile(f"({'|'.join(CARD_LABELS)})：")


def pdf_text(pages: Sequence[str]) -> str:
    """What the pages say, without page numbers, spaces and line ends."""
    return "".join(squeezed(_FOLIO.sub("", page)) for page in pages)


def pdf_claims(pages: Sequence[str], context: Context) -> Iterator[Claim]:
    """Every claim of a PDF about an item. It is known by what it promises; what is told of it stands after that."""
    labels = context.facts.labels
    known = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    heads = re.compile(f"(?:序号)?(?:{known}){{{_LEAST_HEADS},}}")
    for number, page in enumerate(pages, 1):
        text = pdf_text([page])
        of_page = replace(context, quarter=context.quarter or _quarter(text, context))
        found = heads.search(text)
        columns = [labels[label] for label in re.findall(known, found.group())] if found else []
        text = heads.sub("", text)
        places = sorted(_places(text, context), key=lambda one: one[0].start())
        ends = [*(place.start() for place, _ in places[1:]), len(text)]
        for (place, item), end in zip(places, ends, strict=False):
            claims = (
                _row(text, place, item, columns, of_page)
                if "text" in columns
                else _labelled(text[:end], place, item, of_page)
            )
            yield from (claim._replace(place=f"第{number}页{claim.place}") for claim in claims)


def _places(text: str, context: Context) -> Iterator[tuple[re.Match[str], str]]:
    """Where in a text which item is promised."""
    for promise, item in context.facts.by_text.items():
        for place in re.finditer(re.escape(promise), text) if promise in text else ():
            yield place, item


def _quarter(text: str, context: Context) -> str:
    """The one quarter that a page speaks of; empty if there is none or more."""
    named = [one.id for one in context.facts.year.plan.quarters if one.name in text]
    return named[0] if len(named) == 1 else ""


def _labelled(text: str, place: re.Match[str], item: str, context: Context) -> Iterator[Claim]:
    """What stands on a card around a promise: before it the id with unit or state, after it values after their labels."""
    fields = _fields(item, context)
    where = f"“{place.group()[:8]}…”后"
    yield Claim(item, "text", where, place.group(), fields["text"])
    yield from _before(text[: place.start()], item, fields, context)
    for label in _CARD_LABEL.finditer(text, place.end()):
        field = CARD_LABELS[label[1]]
        if field in fields:
            at = label.end()
            said = _longest(text, at, fields[field])
            yield Claim(item, field, where, text[at : at + 12] if said is None else said, fields[field])


def _before(text: str, item: str, fields: Fields, context: Context) -> Iterator[Claim]:
    told = _CARD_HEAD.search(text[-_CARD_REACH:])
    if told is None:
        return
    yield Claim(item, "id", "", told["id"], fields["id"])
    said = without_sign(told["said"])
    if said:
        units = {unit.name for unit in context.facts.year.organisation.units}
        field = "unit" if said in units or "state" not in fields else "state"
        yield Claim(item, field, "", said, fields[field])


def _fields(item: str, context: Context) -> Fields:
    facts = context.facts
    return {**facts.items[item], **(facts.reported(item, context.quarter) if context.quarter else {})}


def _row(text: str, place: re.Match[str], item: str, columns: list[str], context: Context) -> Iterator[Claim]:
    """What stands after a promise, column by column."""
    facts = context.facts
    fields: Fields = {
        **facts.items[item],
        **(facts.reported(item, context.quarter) if context.quarter else {}),
    }
    after = [column for column in columns[columns.index("text") + 1 :] if column in fields]
    if context.blank:
        after = [column for column in after if column not in FILLED_IN]
    at = place.end()
    where = f"“{place.group()[:8]}…”后"
    yield Claim(item, "text", where, place.group(), fields["text"])
    if "id" in columns and columns.index("id") == columns.index("text") - 1:
        yield Claim(item, "id", where, text[place.start() - len(item) : place.start()], fields["id"])
    for column, following in pairwise((*after, "")):
        if column == "state" and _longest(text, at, fields[column]) is None:
            at += 1  # a sign may stand before the name of a state
        said = _longest(text, at, fields[column])
        if said is not None:
            yield Claim(item, column, where, said, fields[column])
            at += len(said)
        else:
            end = _next(text, at, fields.get(following, NOTHING))
            yield Claim(item, column, where, text[at:end], fields[column])
            at = end


def _longest(text: str, at: int, expected: Spellings) -> str | None:
    """The longest spelling that stands at a place."""
    return max((one for one in expected if text.startswith(one, at)), key=len, default=None)


def _next(text: str, at: int, expected: Spellings) -> int:
    """Where the next value begins, as far as it can be told."""
    places = [text.find(one, at, at + _REACH) for one in expected if one]
    return min((place for place in places if place >= 0), default=at + 12)
