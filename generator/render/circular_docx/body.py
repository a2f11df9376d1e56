"""Titles, and the text in its blocks: headings, paragraphs, rosters, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.lengths import (
    BODY_IN_LINE,
    CHARACTER,
    LINE,
    SIZE,
    TITLE_SIZE,
    body_in,
    width,
)
from generator.render.circular_docx.paragraph import Indent, paragraph
from generator.render.circular_docx.table import plain_table
from generator.render.circular_docx.text import Face, line_break, runs, spread, tab
from generator.views.circular import Part, Title
from generator.views.prose import Block, Heading, Paragraph, Roster, Table

_FACES = {1: Face.HEI, 2: Face.KAI, 3: Face.FANGSONG, 4: Face.FANGSONG}

_IN_TITLE = body_in(LINE, TITLE_SIZE)

_SLACK = 20
"""A column of names begins a third of a millimetre late, so that the tab after a role never leads past it."""


def title_below_head(title: Title) -> Element:
    """The circular's title: two blank lines below the head, one above what follows."""
    after = LINE - (LINE - TITLE_SIZE - _IN_TITLE) - BODY_IN_LINE
    return _title(title, before=2 * LINE - _IN_TITLE, after=after)


def part_opening(part: Part, above_enclosure: int, *, new_page: bool) -> Iterator[Element]:
    """What opens an enclosed document or an annex; `new_page` unless a section already begins one.

    An annex has its label on the first line and its title on the third; an enclosed document has so many blank
    lines above its title.
    """
    centred = BODY_IN_LINE + SIZE // 2 - TITLE_SIZE // 2 - _IN_TITLE
    after = LINE - centred
    if part.label:
        yield paragraph("AnnexLabel", runs(part.label, Face.HEI), new_page=new_page)
        yield _title(part.title, before=LINE + centred, after=after)
    else:
        yield _title(
            part.title, before=max(0, above_enclosure * LINE + centred), after=after, new_page=new_page
        )


def printed_blocks(blocks: Iterable[Block]) -> Iterator[Element]:
    """The blocks of a text."""
    for block in blocks:
        match block:
            case Heading():
                yield paragraph(f"Heading{block.level + 1}", runs(block.text, _FACES[block.level]))
            case Paragraph():
                yield paragraph("BodyText", _opened(block))
            case Roster():
                yield from _roster(block)
            case Table():
                yield from plain_table(block)


def _title(title: Title, *, before: int, after: int, new_page: bool = False) -> Element:
    content: list[Element] = []
    for index, line in enumerate(title.lines):
        content += [line_break()] if index else []
        content += runs(line, Face.TITLE)
    return paragraph("Heading1", content, new_page=new_page, before=before, after=after)


def _opened(block: Paragraph) -> list[Element]:
    if not block.run_in or block.level is None:
        return runs(block.text)
    return [*runs(block.run_in, _FACES[block.level], within=True), *runs(block.text)]


def _roster(roster: Roster) -> Iterator[Element]:
    """Role, name and post in columns; names are as wide as the longest, and a post's lines begin below each other."""
    roles = max(3, *(len(line.role) for line in roster.lines)) * CHARACTER
    names = max(3, *(len(line.name) for line in roster.lines)) * CHARACTER
    name_at = 2 * CHARACTER + roles + CHARACTER + _SLACK
    post_at = name_at + names + 2 * CHARACTER
    for line in roster.lines:
        role = [*spread(line.role, roles, width(line.role), spacing=-5), *runs("：")] if line.role else []
        name = spread(line.name, names, width(line.name), spacing=-5)
        post = [tab(), *runs(line.post)] if line.post else []
        yield paragraph(
            "Roster",
            [*role, tab(), *name, *runs(line.note), *post],
            tabs=[("left", name_at), ("left", post_at)],
            indent=Indent(left=post_at, hanging=post_at - 2 * CHARACTER),
        )
