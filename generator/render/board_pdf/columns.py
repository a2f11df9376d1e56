"""How wide the columns of a long table are: so that its lines together are as low as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from math import ceil

from generator.views.sheet import LineKind, Sheet

_STEPS = (8, 4, 2, 1)
"""By how many half characters one column may gain from another at a time."""
_LEAST, _WHOLE, _SENTENCES = 6, 12, 16
"""What a column holds at least, in half characters; up to how many its cells stay whole, such as a day or a state; and
what a column holds at least that has cells of twice as many.
"""

Halves = int
"""Half the size of a character: a figure, a Latin letter."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of a table's columns, and how many lines of characters its lines then have, about."""

    widths: tuple[Halves, ...]
    lines: int


def columns(sheet: Sheet, room: Halves, beside: Halves) -> Columns:
    """The columns of a table of so much room; the edges of a cell take `beside` of each.

    From columns as wide as their longest cells, narrowed alike, half a character after another goes from a column
    to the one that makes the lines lowest by it, until no exchange does any more. Short cells stay whole.
    """
    cells = [
        [halves(line.cells[place]) for line in sheet.lines if line.kind is LineKind.ITEM]
        for place in range(len(sheet.columns))
    ]
    heads = [halves(column.title) for column in sheet.columns]
    longest = [max(column, default=0) for column in cells]
    own = room - beside * len(heads)
    least = [_least(one) for one in longest]
    if sum(least) > own:
        least = [min(one, max(1, own // len(heads))) for one in least]
    wanted = [max(pair) for pair in zip(longest, heads, least, strict=True)]
    return _settled(_start(wanted, least, own), least, _height_of(cells, heads), beside)


def _least(longest: Halves) -> Halves:
    if longest <= _WHOLE:
        return max(longest, _LEAST)
    return _SENTENCES if longest >= 2 * _SENTENCES else _LEAST


def _start(wanted: Sequence[Halves], least: Sequence[Halves], room: Halves) -> list[Halves]:
    """Columns narrowed alike from the widths that are wanted, and what that leaves for the widest."""
    share = min(1.0, room / sum(wanted))
    found = [max(low, int(one * share)) for one, low in zip(wanted, least, strict=True)]
    while sum(found) > room:
        spare = [one - low for one, low in zip(found, least, strict=True)]
        found[spare.index(max(spare))] -= 1
    found[wanted.index(max(wanted))] += room - sum(found)
    return found


def _height_of(
    cells: Sequence[Sequence[Halves]], heads: Sequence[Halves]
) -> Callable[[Iterable[Halves]], int]:
    """How many lines of characters the table has at given widths, its head counted once a page or so."""

    @cache
    def lines(place: int, width: Halves) -> tuple[int, ...]:
        return tuple(ceil(one / width) for one in (*cells[place], *(heads[place],) * 8))

    def height(found: Iterable[Halves]) -> int:
        return sum(map(max, *(lines(place, width) for place, width in enumerate(found))))

    return height


def _settled(
    found: list[Halves], least: Sequence[Halves], height: Callable[[Iterable[Halves]], int], beside: Halves
) -> Columns:
    lowest = height(found)
    for step in _STEPS:
        improved = True
        while improved:
            improved = False
            for gaining, losing in permutations(range(len(found)), 2):
                tried = list(found)
                tried[gaining] += step
                tried[losing] -= step
                if tried[losing] >= least[losing] and (lower := height(tried)) < lowest:
                    found, lowest, improved = tried, lower, True
    return Columns(tuple(width + beside for width in found), lowest)


@cache
def halves(words: str) -> Halves:
    """How wide words are on a line."""
    return sum(1 if char.isascii() else 2 for char in words)
