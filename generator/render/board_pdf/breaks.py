"""Where a long table goes on to the next page: on as few pages as can be, each about as full as the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.views.sheet import LineKind, SheetLine

_ROUNDS = 12
"""How often the fullest page is made less full by half of what is still open."""


@dataclass(frozen=True, slots=True)
class Heights:
    """What was measured, in points: every line, the head; the room of the first page and of others; the notes' height."""

    lines: tuple[float, ...]
    head: float
    first: float
    other: float
    notes: float = 0


@dataclass(frozen=True, slots=True)
class PagePart:
    """The lines on one page, by their places; `repeated` are the headings they stand under, printed again."""

    repeated: tuple[int, ...]
    lines: tuple[int, ...]


def parts(lines: Sequence[SheetLine], heights: Heights) -> tuple[PagePart, ...]:
    """The lines page by page. No heading stands at a page's end, and no sum at its top.

    A line that no page could hold has a page of its own.
    """
    units, above = tuple(_units(lines)), tuple(_above(lines))
    pages = _filled(units, above, heights, 1)
    low, high = 0.0, 1.0
    for _ in range(_ROUNDS):
        share = (low + high) / 2
        tried = _filled(units, above, heights, share)
        if len(tried) <= len(pages):
            pages, high = tried, share
        else:
            low = share
    return tuple(PagePart(above[page[0]], tuple(page)) for page in pages)


def _units(lines: Sequence[SheetLine]) -> Iterator[tuple[int, ...]]:
    """Lines that stay together: headings with the line below them, sums with the line above them."""
    unit: list[int] = []
    for place, line in enumerate(lines):
        if unit and line.kind is not LineKind.SUM and lines[unit[-1]].kind is not LineKind.HEADING:
            yield tuple(unit)
            unit = []
        unit.append(place)
    if unit:
        yield tuple(unit)


def _above(lines: Sequence[SheetLine]) -> Iterator[tuple[int, ...]]:
    """The headings that each line stands under."""
    open_: list[int] = []
    for place, line in enumerate(lines):
        if line.kind is LineKind.HEADING:
            open_ = [one for one in open_ if lines[one].depth < line.depth]
        yield tuple(open_)
        if line.kind is LineKind.HEADING:
            open_.append(place)


def _filled(
    units: Sequence[tuple[int, ...]], above: Sequence[tuple[int, ...]], heights: Heights, share: float
) -> list[list[int]]:
    """Pages that are filled up to a share of their room; the last one has its notes, or they have one of their own."""
    pages: list[list[int]] = []
    left = 0.0
    for number, unit in enumerate(units):
        own = sum(heights.lines[place] for place in unit)
        wanted = own + (heights.notes if number == len(units) - 1 else 0)
        if not pages or left < wanted:
            room = (heights.other if pages else heights.first) * share
            left = room - heights.head - sum(heights.lines[place] for place in above[unit[0]])
            pages.append([])
        pages[-1].extend(unit)
        left -= own
    return pages
