"""What the tables of a file claim: for each cell, of which thing it tells which field, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.publish.reading.tables import Grid
from generator.publish.verify.context import Context
from generator.publish.verify.facts import WHOLE, Fields
from generator.publish.verify.labels import FIELDS
from generator.publish.verify.spelling import NOTHING, Spellings, plain_number, squeezed

FILLED_IN = frozenset({"work", "cumulative", "state", "cause", "remedy", "done_on", "reported"})
"""What a blank form leaves open."""
_KEYS = ("id", "text", "key", "category", "unit", "state")
"""By which field a row is known, the first that the table has."""
_LEAST = 2
_AFTER = re.compile("(?P<text>.+)（(?P<told>[^（）]*目标值：[^（）]*)）")
_LINE = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?(?P<id>[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?)?"
    r"(?P<name>.+?)（?(?P<points>[0-9.]+)分）?"
)
_ID = re.compile("[A-Z]{1,3}[0-9]{2}(?:-[0-9]+)?")
_SIGN = re.compile(r"^(?:[^\w一-鿿]+|(.)(?=\1))")
"""The sign that stands before the name of a state, beside its colour."""


class Claim(NamedTuple):
    """One value that a file shows: of what, which field, where it stands, what it says and what it may say."""

    subject: str
    field: str
    place: str
    found: str
    expected: Spellings

    @property
    def true(self) -> bool:
        """Whether it says what the data say."""
        said = squeezed(self.found)
        return said in self.expected or plain_number(said) in {plain_number(one) for one in self.expected}


def table_claims(grid: Grid, context: Context) -> Iterator[Claim]:
    """Every claim of a table. A row that names no known thing, and a column of no known field, claim nothing."""
    heads: tuple[str, ...] = ()
    for place, cells in grid.rows:
        found = _heads(cells, context)
        told = [cell for cell in cells if cell]
        if found:
            heads = found
        elif len(told) == 1:
            yield from _line_claims(told[0], place, context)
        elif heads:
            yield from _row_claims(dict(zip(heads, cells, strict=False)), place, context)


def _heads(cells: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The fields that a row of heads names; none if it is no row of heads."""
    labels = context.facts.labels
    known = {*_KEYS, "target", "slug", *FIELDS}
    fields = tuple(labels.get(squeezed(cell), cell if cell in known else "") for cell in cells)
    named = [field for field in fields if field]
    return fields if len(named) >= _LEAST and len(named) * 2 >= len([cell for cell in cells if cell]) else ()


def _row_claims(row: Mapping[str, str], place: str, context: Context) -> Iterator[Claim]:
    yield from _unknown(row, place, context)
    subject, expected = _expected(row, context)
    for field, said in row.items():
        if field in expected and field not in ("", "id", "key", "target"):
            if context.blank and field in FILLED_IN and not said:
                continue
            for part, words in _parts(field, said, context):
                yield Claim(subject, part, place, words, expected[part])


def _unknown(row: Mapping[str, str], place: str, context: Context) -> Iterator[Claim]:
    """That a row is of an item or a quarter which there is not."""
    quarters = {one.id for one in context.facts.year.plan.quarters}
    for key in ("id", "target"):
        said = row.get(key, "")
        if _ID.fullmatch(said) and said not in context.facts.items:
            yield Claim(said, key, place, said, frozenset({"数据里有的编号"}))
    if row.get("quarter") and row["quarter"] not in quarters:
        yield Claim(row["quarter"], "quarter", place, row["quarter"], frozenset({"数据里有的季度"}))


def without_sign(said: str) -> str:
    """The name of a state without the sign that stands before it."""
    return _SIGN.sub("", squeezed(said))


def _line_claims(said: str, place: str, context: Context) -> Iterator[Claim]:
    """A line across a table: the name of an indicator or a category with its points."""
    told = _LINE.fullmatch(squeezed(said))
    if told is None:
        return
    fields = context.facts.items.get(told["id"] or "") or context.facts.groups.get(told["name"], {})
    subject = told["id"] or told["name"]
    if fields:
        yield Claim(subject, "points", place, told["points"], fields["points"])
        if told["id"]:
            yield Claim(subject, "name", place, told["name"], fields.get("name") or fields["indicator_name"])


def _parts(field: str, said: str, context: Context) -> Iterator[tuple[str, str]]:
    """What a cell tells of which field: a target may have its points, its goal and its day in brackets after it."""
    if field != "text":
        yield field, without_sign(said) if field == "state" or field.startswith("state_in:") else said
        return
    name, colon, rest = squeezed(said).partition("：")
    if colon and name in context.facts.indicators:
        yield "indicator_name", name
        said = rest
    told = _AFTER.fullmatch(squeezed(said))
    if told is None:
        yield "text", said
        return
    yield "text", told["text"]
    for part in told["told"].split("；"):
        label, colon, words = part.partition("：")
        if colon and label in context.facts.labels:
            yield context.facts.labels[label], words
        elif part.endswith("分"):
            yield "points", part


def _expected(row: Mapping[str, str], context: Context) -> tuple[str, Fields]:
    """What a row is of, and the fields that the data have of it."""
    facts, quarter = context.facts, row.get("quarter", "") or context.quarter
    known = row.get("id") or row.get("target") or facts.by_text.get(squeezed(row.get("text", "")), "")
    if known in facts.items:
        return known, _of_item(known, quarter, row, context)
    if "share" in row and "state" in row:
        return _of_state(row, quarter, context)
    name = squeezed(
        row.get("key") or row.get("slug") or row.get("category") or row.get("unit") or row.get("id") or ""
    )
    group = facts.tallied(name, quarter)
    if name in facts.groups or group:
        whole = dict(facts.groups.get(name, {}))
        if "total" in row and not any(field.startswith("state:") for field in row):
            whole["total"] = whole.get("items", NOTHING)
        for column, counted in (("indicator_name", "indicators"), ("text", "targets")):
            if counted in whole:
                whole[column] = whole[counted]
        return name, {**whole, **group}
    return "", {}


def _of_item(item: str, quarter: str, row: Mapping[str, str], context: Context) -> Fields:
    facts = context.facts
    fields = {**facts.items[item], **facts.states_of(item)}
    quarters = [one.id for one in facts.year.plan.quarters]
    if quarter in quarters:
        fields.update(facts.reported(item, quarter))
        before = quarters[quarters.index(quarter) - 1] if quarter != quarters[0] else ""
        fields["before"] = facts.reported(item, before).get("cumulative", NOTHING) if before else NOTHING
    elif "state" in row:
        reported = [facts.reported(item, one).get("state") for one in quarters]
        fields["state"] = next((state for state in reversed(reported) if state), NOTHING)
    return fields


def _of_state(row: Mapping[str, str], quarter: str, context: Context) -> tuple[str, Fields]:
    facts = context.facts
    name = squeezed(row["state"])
    state = next((one.id for one in facts.year.plan.states if one.name == name), "")
    tallied = facts.tallied(context.unit or WHOLE, quarter)
    if f"state:{state}" not in tallied:
        return "", {}
    return f"{context.unit or WHOLE} {name}", {
        "total": tallied[f"state:{state}"],
        "share": tallied[f"share:{state}"],
    }
