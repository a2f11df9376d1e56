"""Points that went from one target, unit or leader to another: who gave, who received, how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.dossier import Year


class PointsMoved(NamedTuple):
    """Points in hundredths that one holder gave to another."""

    giver: str
    receiver: str
    points: int


class Total(NamedTuple):
    """What a unit or a leader answers for, before and after, in hundredths."""

    name: str
    before: int
    after: int


def totals(old: Year | None, new: Year | None, field: str) -> tuple[Total, ...]:
    """The holders (`unit` or `leader`) whose points differ, in the order of their names."""
    before, after = _held(old, field), _held(new, field)
    return tuple(
        Total(name, before[name], after[name])
        for name in sorted(before.keys() | after.keys())
        if before[name] != after[name]
    )


def points_moved(differences: Mapping[str, int]) -> Iterator[PointsMoved]:
    """Pair what some gave with what others received, in order; what was only given or only received is left out."""
    given = {name: -more for name, more in differences.items() if more < 0}
    received = {name: more for name, more in differences.items() if more > 0}
    for receiver in tuple(received):
        for giver in tuple(given):
            points = min(received[receiver], given[giver])
            if points:
                given[giver] -= points
                received[receiver] -= points
                yield PointsMoved(giver, receiver, points)


def _held(year: Year | None, field: str) -> Counter[str]:
    held: Counter[str] = Counter()
    if year is not None:
        for item in year.items:
            held[getattr(item, field)] += item.points
    return held
