"""Which paragraph or row of an earlier document became which of a later one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Part = TypeVar("Part")
Pair = tuple[Part | None, Part | None]

_Best = tuple[float, tuple[tuple[int, int], ...]]
"""The greatest likeness of two beginnings, and the places of the pairs that have it."""

_MOST_PAIRS = 900
"""More pairs of changed parts than this are not weighed: what went and what came stand one after the other."""


def aligned(
    old: Sequence[Part],
    new: Sequence[Part],
    name: Callable[[Part], Hashable],
    likeness: Callable[[Part, Part], float],
) -> Iterator[Pair[Part]]:
    """Every part of both, in order: in pairs, or alone where it went or came.

    Parts of one name are one part; between those, parts are paired by their likeness (0: not the same part).
    """
    names = [name(one) for one in old], [name(one) for one in new]
    for kind, first, last, start, end in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(old[first:last], new[start:end], strict=True)
        else:
            yield from _paired(old[first:last], new[start:end], likeness)


def _paired(
    old: Sequence[Part], new: Sequence[Part], likeness: Callable[[Part, Part], float]
) -> Iterator[Pair[Part]]:
    """The pairs, in order, whose likenesses are together the greatest; what went stands before what came."""
    if len(old) * len(new) > _MOST_PAIRS:
        old_alone, new_alone = old, new
    else:
        best = _best(old, new, [[likeness(was, now) for now in new] for was in old])
        first = start = 0
        for was, now in best:
            yield from _alone(old[first:was], new[start:now])
            yield old[was], new[now]
            first, start = was + 1, now + 1
        old_alone, new_alone = old[first:], new[start:]
    yield from _alone(old_alone, new_alone)


def _alone(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Pair[Part]]:
    yield from ((one, None) for one in old)
    yield from ((None, one) for one in new)


def _best(
    old: Sequence[Part], new: Sequence[Part], likenesses: Sequence[Sequence[float]]
) -> list[tuple[int, int]]:
    """The places of the pairs, by the usual table: the best of each two beginnings from the bests of shorter ones."""
    rows: list[list[_Best]] = [[(0.0, ())] * (len(new) + 1)]
    for was in range(len(old)):
        row: list[_Best] = [(0.0, ())]
        for now in range(len(new)):
            found = max(rows[-1][now + 1], row[now], key=lambda one: one[0])
            like = likenesses[was][now]
            if like and rows[-1][now][0] + like > found[0]:
                found = (rows[-1][now][0] + like, (*rows[-1][now][1], (was, now)))
            row.append(found)
        rows.append(row)
    return list(rows[-1][-1][1])
