"""What sentences claim: how many items are in which state, what a category or a unit is worth, how far an item has come.

The same sentences stand below charts, on posters and cards, in the feed, in the search index and before search engines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.publish.verify.context import Context
from generator.publish.verify.facts import WHOLE, Facts, Fields
from generator.publish.verify.spelling import NOTHING, Spellings, full_day, squeezed
from generator.publish.verify.table_claims import Claim

_SENTENCE = re.compile("[。；\n]")
_CLAUSE = re.compile("[，、]")
_DIGIT = re.compile("[0-9]")
_DRAWN = {"累计完成": "cumulative", "序时进度": "pace"}
"""What the lines of an item's chart are of."""

Told = Iterator[tuple[str, str, Spellings]]
"""A field, what is said of it, and what may be said."""


@dataclass(slots=True)
class Spoken:
    """Of what a sentence speaks by now, clause after clause; empty while it has not said."""

    subject: str
    quarter: str
    field: str = ""


def saying_claims(said: str, context: Context, place: str, title: str = "") -> Iterator[Claim]:
    """Every claim of a text that is made in such sentences; a `title` may tell which quarter they are of."""
    quarter = next((one.id for one in context.facts.year.plan.quarters if one.name in title), context.quarter)
    for sentence in _SENTENCE.split(said):
        if _DIGIT.search(sentence):
            spoken = Spoken("", quarter)
            for clause in _CLAUSE.split(squeezed(sentence)):
                for field, found, expected in _clause(clause, spoken, context):
                    yield Claim(spoken.subject, field, place, found, expected)


def _clause(clause: str, spoken: Spoken, context: Context) -> Told:
    for form, tell in _FORMS:
        told = form.fullmatch(clause)
        if told is not None:
            yield from tell(told, spoken, context)
            return


def _until(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """截至2019年9月30日: a quarter by its last day."""
    ends = {full_day(one.ends): one.id for one in context.facts.year.plan.quarters}
    spoken.subject, spoken.quarter = WHOLE, ends.get(told["day"], "")
    yield "ends", told["day"], frozenset(ends)


def _handed_in(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """2019年9月16日上报: of the unit and the quarter of the page."""
    days = [
        report.reported
        for report in context.facts.year.progress
        if (report.unit, report.quarter) == (context.unit, spoken.quarter)
    ]
    if days:
        spoken.subject = context.unit
        yield "reported", told["day"], frozenset(map(full_day, days))


def _begun(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """全部126个考评项中已完成29项."""
    spoken.subject = WHOLE
    yield from _counted("total", told["items"], spoken, context.facts)
    yield from _in_state(told, spoken, context)


def _in_state(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """其中欠进度4项, of what was spoken of."""
    states = context.facts.states
    if told["state"] in states:
        yield from _counted(f"state:{states[told['state']]}", told["number"], spoken, context.facts)
    elif told["number"] and context.facts.tallied(spoken.subject, spoken.quarter):
        yield "state", told["state"], frozenset(states)


def _in_all(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """办公室共21项; 第三季度共126项."""
    quarters = {one.name: one.id for one in context.facts.year.plan.quarters}
    spoken.subject = told["name"]
    if told["name"] in quarters:
        spoken.subject, spoken.quarter = WHOLE, quarters[told["name"]]
    yield from _counted("total", told["number"], spoken, context.facts)


def _counted(field: str, number: str, spoken: Spoken, facts: Facts) -> Told:
    fields = facts.tallied(spoken.subject, spoken.quarter)
    if field in fields:
        yield field, number, fields[field]


def _worth(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """某类别45分; 共13.6分, of what was spoken of."""
    spoken.subject = told["name"] or spoken.subject
    yield from _held("points", told["number"], spoken, context.facts)


def _holding(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """办公室负责21项; 21个考评项, of what was spoken of."""
    spoken.subject = told["name"] or spoken.subject
    yield from _held("items", told["number"], spoken, context.facts)


def _planned(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """全年考评126项; 2019年度的126个考评项: all of the plan."""
    spoken.subject = WHOLE
    yield from _held("items", told["number"], spoken, context.facts)


def _among(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """由11个单位负责, of the whole plan."""
    if spoken.subject == WHOLE:
        yield from _held("units", told["number"], spoken, context.facts)


def _indicator(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """一级指标“某某工作”, by its name."""
    spoken.subject = context.facts.indicators.get(told["name"], "")
    yield from ()


def _held(field: str, number: str, spoken: Spoken, facts: Facts) -> Told:
    fields = facts.groups.get(spoken.subject) or facts.items.get(spoken.subject, {})
    if field in fields:
        yield field, number, fields[field]


def _come(told: re.Match[str], spoken: Spoken, context: Context) -> Told:
    """CG01-1：第一季度达进度; 累计完成：第一季度9篇: how far an item had come by the end of a quarter."""
    facts = context.facts
    if told["of"]:
        spoken.field = _DRAWN.get(told["of"], "state")
        spoken.subject = context.subject if told["of"] in _DRAWN else told["of"]
    quarter = next((one for one in facts.year.plan.quarters if told["said"].startswith(one.name)), None)
    if quarter is not None and spoken.subject in facts.items:
        fields = facts.reported(spoken.subject, quarter.id)
        if spoken.field in fields:
            expected = fields[spoken.field]
            words = expected if spoken.field == "state" else _as_drawn(expected, facts.items[spoken.subject])
            yield spoken.field, told["said"].removeprefix(quarter.name), words


def _as_drawn(expected: Spellings, item: Fields) -> Spellings:
    """A figure as a chart tells it: with its unit, or that there is none."""
    units = item["goal_unit"] | {""}
    missing = {"没有数据"} if expected & NOTHING else set()
    return frozenset({f"{one}{unit}" for one in expected for unit in units} | missing)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Spoken, Context], Told]], ...] = (
    (re.compile(r".*?截至(?P<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)"), _until),
    (re.compile(r"(?P<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)上报"), _handed_in),
    (re.compile(r"全部(?P<items>[0-9]+)个考评项中(?P<state>[^0-9]+)(?P<number>[0-9]+)项"), _begun),
    (re.compile(r"全部(?P<items>[0-9]+)个考评项中没有(?P<state>[^0-9]+)的(?P<number>)"), _begun),
    (re.compile(r"全部(?P<items>[0-9]+)个考评项中有(?P<number>[0-9]+)项(?P<state>[^0-9]+)"), _begun),
    (re.compile(r".*?(?:全年|年度共)考评(?P<number>[0-9]+)项"), _planned),
    (re.compile(r"(?:[0-9]{4}年度)?(?:的|全部)(?P<number>[0-9]+)个考评项"), _planned),
    (re.compile(r"由?(?P<number>[0-9]+)个单位(?:分工)?负责"), _among),
    (re.compile(r"(?P<name>[^0-9]*?)(?:负责)?(?P<number>[0-9]+)个考评项"), _holding),
    (re.compile(r"(?P<name>[^0-9]*?)负责(?P<number>[0-9]+)项"), _holding),
    (re.compile(r"(?P<name>[^0-9]*)共(?P<number>[0-9]+)项"), _in_all),
    (re.compile(r"(?P<name>[^0-9]*?)(?:共|满分)?(?P<number>[0-9.]+)分"), _worth),
    (re.compile(r"(?:其中)?(?P<state>[^0-9]+)(?P<number>[0-9]+)项"), _in_state),
    (re.compile(r"一级指标“(?P<name>.+)”"), _indicator),
    (re.compile(r"(?:(?P<of>[^：]+)：)?(?P<said>[^：]+)"), _come),
)
"""How a clause may be put, and what it tells; the first that fits."""
