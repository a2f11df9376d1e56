"""How two texts differ, as a reader sees it: in names, numbers and days, not in letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = r"\d+年(?:\d+月(?:\d+日)?)?|\d+月(?:\d+日)?|\d+(?:[.,]\d+)*%?|[A-Za-z][A-Za-z0-9-]*|\s+|."
"""Days, numbers and Latin words are one word each; of other text every character is."""

_MOST_PAIRS = 100_000
"""Where more pairs of equal words could be found than this, the one text is deleted, the other inserted: so many has no
text that anybody wrote, and the comparison would take for ever."""


class Difference(NamedTuple):
    """A stretch of the earlier words and one of the later; `same` says that they are equal."""

    old: slice
    new: slice
    same: bool = False


def splitter(names: Iterable[str]) -> Callable[[str], list[str]]:
    """What takes a text apart into words; the names are not divided, the longest first."""
    known = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    return re.compile("|".join([*map(re.escape, known), _WORD]), re.DOTALL).findall


def differences(
    old: Sequence[Hashable], new: Sequence[Hashable], length: Callable[[Hashable], int]
) -> tuple[Difference, ...]:
    """The stretches of two texts, by turns equal and different; what `length` says of a word weighs it."""
    before, after = _ends(old, new)
    inner = _compared(old[before : len(old) - after], new[before : len(new) - after])
    start = Difference(slice(0, before), slice(0, before), same=True)
    moved = (Difference(_moved(was, before), _moved(now, before), same) for was, now, same in inner)
    end = Difference(slice(len(old) - after, len(old)), slice(len(new) - after, len(new)), same=True)
    found = [*([start] if before else []), *moved, *([end] if after else [])]

    def weight(one: Difference) -> int:
        return max(sum(map(length, old[one.old])), sum(map(length, new[one.new])))

    return tuple(_readable(found, weight))


def _ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many words are equal at the beginning, and at the end."""
    most = min(len(old), len(new))
    before = next((place for place in range(most) if old[place] != new[place]), most)
    most -= before
    after = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    return before, after


def _compared(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Difference]:
    if not old and not new:
        return
    counts = Counter(old)
    if sum(counts[word] for word in new) > _MOST_PAIRS:
        yield Difference(slice(0, len(old)), slice(0, len(new)))
        return
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Difference(slice(first, last), slice(start, end), kind == "equal")


def _moved(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)


def _readable(found: Iterable[Difference], weight: Callable[[Difference], int]) -> list[Difference]:
    """What is equal between two changes, and no longer than either of them, changes with them."""
    kept: list[Difference] = []
    for one in found:
        kept.append(one)
        while len(kept) > 2 and not kept[-1].same and not kept[-3].same:
            first, between, last = kept[-3:]
            if weight(between) > min(weight(first), weight(last)):
                break
            kept[-3:] = [Difference(_spanned(first.old, last.old), _spanned(first.new, last.new))]
    return kept


def _spanned(first: slice, last: slice) -> slice:
    return slice(first.start, last.stop)
