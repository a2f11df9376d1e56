"""Prose ready to print: the data words are words, the roster is in lines, headings know their depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.compute.datawords import LEADING_GROUP, words
from generator.compute.progress_words import progress_blocks
from generator.model import prose as source
from generator.model.dossier import Year
from generator.model.organisation import LeadingGroup
from generator.problem import Place
from generator.views.progress_blocks import Passage, Rows, quarter_rows

_NOWHERE = Place("", 1, 1)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own.

    `level` is its form: 1 is 一、, 2 （一）, 3 `1.`, 4 （1）. `depth` counts from 1 without gaps, so that an
    outline made from it skips no level even where the prose does.
    """

    level: int
    depth: int
    text: str
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `run_in` is the heading it opens with, in the form of `level`, or empty."""

    text: str
    run_in: str = ""
    level: int | None = None
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person: the role where it changes (组长), the name, the post, or a note in brackets (（兼）)."""

    role: str
    name: str
    post: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of people with roles, names and posts below each other."""

    lines: tuple[RosterLine, ...]
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a head row and rows of cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    place: Place = field(default=_NOWHERE, compare=False)


Block = Heading | Paragraph | Roster | Table


def blocks(prose: source.Prose, year: Year) -> tuple[Block, ...]:
    """The blocks of one file of prose, with what the year's data says. Unknown data words raise KeyError."""
    return tuple(_blocks(prose, year, words(year)))


def _blocks(prose: source.Prose, year: Year, said: Mapping[str, str]) -> Iterator[Block]:
    open_levels: list[int] = []
    for block in prose.blocks:
        match block:
            case source.Heading():
                open_levels = [*(level for level in open_levels if level < block.level), block.level]
                yield Heading(block.level, len(open_levels), _text(block.inlines, said), block.place)
            case source.Paragraph():
                text, run_in = _text(block.inlines, said), _text(block.run_in, said)
                yield Paragraph(text, run_in, block.level, block.place)
            case source.DataBlock():
                yield from _data_block(block, year)
            case source.Table():
                rows = tuple(tuple(_text(cell, said) for cell in row) for row in block.rows)
                yield Table(tuple(_text(cell, said) for cell in block.head), rows, block.place)


def _text(inlines: Iterable[source.Inline], said: Mapping[str, str]) -> str:
    return "".join(
        inline.text if isinstance(inline, source.Words) else said[inline.path] for inline in inlines
    )


def _data_block(block: source.DataBlock, year: Year) -> Iterator[Block]:
    of_quarter = progress_blocks(year).get(block.path)
    if of_quarter is not None:
        yield from _of_quarter(quarter_rows(year, *of_quarter), block.place)
        return
    group = year.organisation.leading_group
    if block.path != LEADING_GROUP or group is None:
        raise KeyError(block.path)
    posts = {person.name: person.post for person in year.organisation.people}
    yield Roster(tuple(_group_lines(group, posts)), block.place)
    office = group.office
    yield Paragraph(f"领导小组下设办公室，挂在{office.unit}，{office.duty}。", place=block.place)
    yield Roster(tuple(_office_lines(group, posts)), block.place)


def _of_quarter(printed: Rows | tuple[Passage, ...], place: Place) -> Iterator[Block]:
    if isinstance(printed, Rows):
        yield Table(printed.head, printed.rows, place)
        return
    for passage in printed:
        yield Paragraph(passage.text, passage.opening, 3 if passage.opening else None, place)


def _group_lines(group: LeadingGroup, posts: dict[str, str]) -> Iterator[RosterLine]:
    for role, names in (("组长", (group.head,)), ("副组长", group.deputies), ("成员", group.members)):
        for index, name in enumerate(names):
            yield RosterLine("" if index else role, name, post=posts[name])


def _office_lines(group: LeadingGroup, posts: dict[str, str]) -> Iterator[RosterLine]:
    """Those who already sit in the group hold their place in the office as well （兼）; others show their post."""
    seated = {group.head, *group.deputies, *group.members}
    for role, names in (("主任", (group.office.director,)), ("成员", group.office.members)):
        for index, name in enumerate(names):
            note = "（兼）" if name in seated else f"（{posts[name]}）"
            yield RosterLine("" if index else role, name, note=note)
