"""What headings, captions, choices and links claim: how many there are of what they name, and which item they lead to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.publish.reading.tables import text_of
from generator.publish.verify import spelling
from generator.publish.verify.context import Context
from generator.publish.verify.facts import WHOLE, Facts, Fields
from generator.publish.verify.spelling import Spellings, squeezed
from generator.publish.verify.table_claims import Claim

_NAMING = ("h1", "h2", "h3", "caption", "option")
_WORTH = re.compile(r"(?:.*·)?(?P<name>[^·]+?)（?(?P<points>[0-9.]+)分，(?P<items>[0-9]+)项）?")
_COUNT = re.compile(r"(?P<name>.+?)（?(?P<number>[0-9]+)[项个]）?")
_IN_STATE = re.compile("(?P<state>.+?)的(?:考评项|目标)?")
_WHOLE = re.compile("(?P<number>[0-9.]+)[项个分]")
_ID = re.compile(r"(?:[上下]一项 )?(?P<id>[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?)(?: (?P<text>.+))?")
_HELPS = "协办的考评项"
_ANSWERS = "负责的考评项"
_SHORTEST = 8
"""Of a link's words that are an item's promise, not a word such as 更多."""


def heading_claims(root: Any, context: Context) -> Iterator[Claim]:
    """Every claim of a page's headings, captions, choices, sums and links to items."""
    for heading in (one for tag in _NAMING for one in root.iter(tag)):
        yield from _heading(squeezed(text_of(heading)), context, f"第{heading.sourceline}行")
    if context.subject == WHOLE:
        yield from _sums(root, context)
    for link in root.iter("a"):
        item = PurePosixPath(link.get("href", "").partition("#")[0]).stem
        if item in context.facts.items:
            yield from _link(text_of(link), item, context.facts.items[item], f"第{link.sourceline}行")


def _heading(said: str, context: Context, place: str) -> Iterator[Claim]:
    facts = context.facts
    worth, count = _WORTH.fullmatch(said), _COUNT.fullmatch(said)
    if worth and worth["name"] in facts.groups:
        for field in ("points", "items"):
            yield Claim(worth["name"], field, place, worth[field], facts.groups[worth["name"]][field])
    elif count:
        expected = _counted(count["name"], context)
        if expected:
            yield Claim(count["name"], "items", place, count["number"], expected)


def _counted(name: str, context: Context) -> Spellings:
    """How many there are of what a heading names; nothing if it names nothing known."""
    facts, unit = context.facts, context.unit or context.subject
    state = _IN_STATE.fullmatch(name)
    if state and state["state"] in facts.states:
        counted = facts.tallied(context.unit or WHOLE, context.quarter)
        return counted.get(f"state:{facts.states[state['state']]}", frozenset())
    if name == _HELPS and unit in facts.groups:
        return spelling.count(sum(unit in item.partners for item in facts.year.items))
    if name == _ANSWERS and unit in facts.groups:
        return facts.groups[unit]["items"]
    return facts.groups[name]["items"] if name in facts.groups else _of_kind(name, facts)


def _of_kind(name: str, facts: Facts) -> Spellings:
    """The units of a kind, or the items due in a month."""
    kinds = Counter(unit.kind for unit in facts.year.organisation.units)
    counts = {kind.name: kinds[kind.id] for kind in facts.year.organisation.kinds}
    months = Counter(f"{item.deadline.month}月" for item in facts.year.items)
    found = {**months, **counts}.get(name)
    return frozenset() if found is None else spelling.count(found)


def _sums(root: Any, context: Context) -> Iterator[Claim]:
    """What the plan comes to, label by label."""
    terms, whole = context.facts.year.plan.terms, context.facts.groups[WHOLE]
    fields = {
        terms.indicator: "indicators",
        terms.target: "targets",
        "考评总分": "points",
        "责任单位": "units",
    }
    for label in root.iter("dt"):
        value, field = label.getnext(), fields.get(text_of(label), "")
        told = _WHOLE.fullmatch(squeezed(text_of(value))) if field and value is not None else None
        if told:
            yield Claim(WHOLE, field, f"第{label.sourceline}行", told["number"], whole[field])


def _link(said: str, item: str, fields: Fields, place: str) -> Iterator[Claim]:
    """A link to an item by its id, by its promise, or by both."""
    told = _ID.fullmatch(said)
    known = (
        fields.get("text", frozenset())
        | fields.get("name", frozenset())
        | fields.get("indicator_name", frozenset())
    )
    words = (told["text"] or "" if told else said).rstrip("…")
    if told:
        yield Claim(item, "id", place, told["id"], frozenset({item}))
    if words and (told or len(words) >= _SHORTEST):
        yield Claim(item, "text", place, words, frozenset(one[: len(squeezed(words))] for one in known))
