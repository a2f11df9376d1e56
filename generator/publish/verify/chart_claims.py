"""What charts claim: in the words that come with them, and in the figures that are drawn.

In a drawing, and in the text of a PDF, the names of the bars come first, then the whole of each. The parts of a bar stand beside its whole.
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


class _Label(NamedTuple):
    """A label of a drawing, and where it stands within the group that it is drawn in."""

    said: str
    x: float
    y: float


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
    labels = _labels(drawing)
    wholes = [label for label in labels if _WHOLE.fullmatch(label.said)]
    across = sorted((label for label in labels if _PART.fullmatch(label.said)), key=lambda label: label.x)
    parts = [[label.said for label in across if label.y == whole.y] for whole in wholes]
    bars = _Bars(title, [label.said for label in labels], [whole.said for whole in wholes], parts)
    yield from _bars(bars, context, place)


def _labels(drawing: Any) -> list[_Label]:
    """The labels of a drawing in the order in which they are read out."""
    return [
        _Label(squeezed("".join(one.itertext())), float(one.get("x", 0)), float(one.get("y", 0)))
        for one in drawing.iter("text")
    ]


def _points(drawing: Any, context: Context, place: str) -> Iterator[Claim]:
    """The figures at the points of an item's lines: those that stand straight above or below the name of a quarter."""
    if context.subject not in context.facts.items:
        return
    labels = _labels(drawing)
    for quarter in context.facts.year.plan.quarters:
        fields = context.facts.reported(context.subject, quarter.id)
        columns = {label.x for label in labels if label.said == quarter.name}
        for label in labels if fields else ():
            if label.x in columns and _NUMBER.fullmatch(label.said):
                yield Claim(
                    context.subject, "drawn", place, label.said, fields["cumulative"] | fields["pace"]
                )


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
            legend = [facts.states[label] for label in bars.labels if label in facts.states]
            yield Claim(subject, "parts", place, " ".join(parts), _parts(counted, legend, parts))


def _parts(counted: Fields, legend: Sequence[str], parts: Sequence[str]) -> Spellings:
    """Some figures if they are those of states in the order of the legend, of which small ones may be left out; else all.

    Without a legend they are those of any states.
    """
    states = legend or [field.removeprefix("state:") for field in counted if field.startswith("state:")]
    wanted = [next(one for one in counted[f"state:{state}"] if one.isdigit()) for state in states]
    left = iter(wanted)
    fits = all(part in left for part in parts) if legend else set(parts) <= set(wanted)
    return frozenset({squeezed(" ".join(parts if fits else wanted))})
