"""What charts claim: in the words that come with them, and in the figures that are drawn.

In a drawing, and in the text of a PDF, the names of the bars come first, then the whole of each, then the parts of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from generator.publish.verify.context import Context
from generator.publish.verify.facts import WHOLE, Fields
from generator.publish.verify.saying_claims import saying_claims
from generator.publish.verify.spelling import Spellings, squeezed
from generator.publish.verify.table_claims import Claim

_WHOLE = re.compile(r"(?P<number>[0-9.]+)(?P<unit>项|分)")
_PART = re.compile("[0-9]+")
_NUMBER = re.compile("[0-9.]+")
_LINE = re.compile(r"(?P<parts>(?:[0-9]+ )*)(?P<whole>[0-9.]+(?:项|分))")
_TITLE_ENDS = ("进度", "分值")


class _Bars(NamedTuple):
    """A chart as it reads: its title, labels among which the names of its bars stand, their wholes, their parts."""

    title: str
    labels: Sequence[str]
    wholes: Sequence[str]
    parts: Sequence[Sequence[str]]


def drawing_claims(drawing: Any, context: Context) -> Iterator[Claim]:
    """Every claim of a drawing within a page: what it tells those who cannot see it, and its labels."""
    title = "".join(one.text or "" for one in drawing.iter("title"))
    place = f"第{drawing.sourceline}行的图"
    for words in drawing.iter("desc"):
        yield from saying_claims(words.text or "", context, place, title)
    yield from _points(drawing, context, place)
    labels = [(squeezed("".join(one.itertext())), one.get("y", "")) for one in drawing.iter("text")]
    wholes = [(label, y) for label, y in labels if _WHOLE.fullmatch(label)]
    parts = [[label for label, y in labels if y == height and _PART.fullmatch(label)] for _, height in wholes]
    bars = _Bars(title, [label for label, _ in labels], [label for label, _ in wholes], parts)
    yield from _bars(bars, context, place)


def _points(drawing: Any, context: Context, place: str) -> Iterator[Claim]:
    """The figures at the points of an item's lines: those that stand straight above or below the name of a quarter."""
    if context.subject not in context.facts.items:
        return
    labels = [(squeezed("".join(one.itertext())), one.get("x", "")) for one in drawing.iter("text")]
    for quarter in context.facts.year.plan.quarters:
        fields = context.facts.reported(context.subject, quarter.id)
        columns = {x for label, x in labels if label == quarter.name}
        for label, x in labels if fields else ():
            if x in columns and _NUMBER.fullmatch(label):
                yield Claim(context.subject, "drawn", place, label, fields["cumulative"] | fields["pace"])


def printed_claims(page: str, context: Context, place: str) -> Iterator[Claim]:
    """Every claim of the charts printed on a page of a PDF, line by line."""
    lines = [line.strip() for line in page.splitlines()]
    title = ""
    for at, line in enumerate(lines):
        if line.endswith(_TITLE_ENDS):
            title = line
        if _LINE.fullmatch(line) and not _LINE.fullmatch(lines[at - 1]):
            rows = list(filter(None, takewhile(bool, map(_LINE.fullmatch, lines[at:]))))
            wholes, parts = [row["whole"] for row in rows], [row["parts"].split() for row in rows]
            labels = lines[max(0, at - len(rows)) : at]
            yield from _bars(_Bars(title, labels, wholes, parts), context, place)


def _bars(bars: _Bars, context: Context, place: str) -> Iterator[Claim]:
    facts = context.facts
    quarters = {one.name: one.id for one in facts.year.plan.quarters}
    names = [label for label in bars.labels if label in facts.groups or label in quarters]
    if names and bars.wholes and len(names) != len(bars.wholes):
        yield Claim(WHOLE, "names", place, "、".join(names), frozenset({f"{len(bars.wholes)}个名称"}))
    if len(names) != len(bars.wholes):
        return
    shown = next((one for name, one in quarters.items() if name in bars.title), context.quarter)
    for name, whole, parts in zip(names, bars.wholes, bars.parts, strict=True):
        told = _WHOLE.fullmatch(whole)
        subject, quarter = (WHOLE, quarters[name]) if name in quarters else (name, shown)
        if told is not None and told["unit"] == "分":
            yield Claim(subject, "points", place, told["number"], facts.groups[subject]["points"])
        elif counted := facts.tallied(subject, quarter):
            yield Claim(subject, "total", place, whole, counted["total"])
            yield from (Claim(subject, "state", place, part, _counts(counted)) for part in parts)


def _counts(counted: Fields) -> Spellings:
    """How many there are in any state."""
    return frozenset(words for field, said in counted.items() if field.startswith("state:") for words in said)
