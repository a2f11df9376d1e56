"""Tells a thing that goes by another name, or was merged or split, from one that came and one that went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby

from generator.model.change import Change, ChangeKind, Subject, Value, What
from generator.model.scalars import points_from_text

Fields = Mapping[str, Value]

_TELLING = {
    What.TARGET: "text",
    What.INDICATOR: "name",
    What.CATEGORY: "name",
    What.UNIT: "slug",
    What.PERSON: "post",
}
"""The field by which a thing is known again under another name."""
_ALIKE = 0.8
"""Two texts this near to equal are one text, reworded."""
_CONTAINED = 0.6
"""So much of a text's pairs of characters in another, and it was taken into it."""
_PAIRS = 20_000
"""More pairs than this are compared only for equality: nobody renames a hundred things at once."""


def paired(gone: Mapping[Subject, Fields], come: Mapping[Subject, Fields]) -> Iterator[Change]:
    """Everything that went and came, each once: as merged, split, renamed, removed or added."""
    left, right = dict(gone), dict(come)
    for subject, absorbed in _gathered(right, left):
        kept = {name: left.pop(subject._replace(id=name)) for name in absorbed}
        yield Change(ChangeKind.MERGED, subject, old=kept, new=right.pop(subject))
    for subject, parts in _gathered(left, right):
        made = {name: right.pop(subject._replace(id=name)) for name in parts}
        yield Change(ChangeKind.SPLIT, subject, old=left.pop(subject), new=made)
    for before, after in _renamed(left, right):
        del left[before], right[after]
        yield Change(ChangeKind.RENAMED, after, "", before.id, after.id)
    yield from (Change(ChangeKind.REMOVED, subject, old=fields) for subject, fields in left.items())
    yield from (Change(ChangeKind.ADDED, subject, new=fields) for subject, fields in right.items())


def _gathered(
    wholes: Mapping[Subject, Fields], parts: Mapping[Subject, Fields]
) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """Targets of which two or more others make the whole, in text and in points."""
    free = {subject: fields for subject, fields in parts.items() if subject.what is What.TARGET}
    if len(free) * len(wholes) > _PAIRS:
        return
    for subject in sorted(one for one in wholes if one.what is What.TARGET):
        pairs = _pairs(wholes[subject]["text"])
        inside = [
            part
            for part, fields in free.items()
            if part.year == subject.year and _share(_pairs(fields["text"]), pairs) >= _CONTAINED
        ]
        points = sum(points_from_text(free[part]["points"]) for part in inside)
        if len(inside) > 1 and points == points_from_text(wholes[subject]["points"]):
            for part in inside:
                del free[part]
            yield subject, tuple(sorted(part.id for part in inside))


def _renamed(
    left: Mapping[Subject, Fields], right: Mapping[Subject, Fields]
) -> Iterator[tuple[Subject, Subject]]:
    """Pairs of old and new name, the most alike first."""
    used: set[Subject] = set()
    for (year, what), group in groupby(
        sorted(left, key=lambda one: (one.year, one.what.name)), lambda one: (one.year, one.what)
    ):
        before = list(group)
        after = [one for one in right if one.year == year and one.what is what]
        if what not in _TELLING:
            continue
        for _, old, new in sorted(_likenesses(before, after, left, right)):
            if old not in used and new not in used:
                used |= {old, new}
                yield old, new


def _likenesses(
    before: list[Subject],
    after: list[Subject],
    left: Mapping[Subject, Fields],
    right: Mapping[Subject, Fields],
) -> Iterator[tuple[float, Subject, Subject]]:
    """How unlike each pair is, from 0, as far as it is alike enough."""
    by_equality = len(before) * len(after) > _PAIRS
    for new in after:
        matcher = SequenceMatcher(autojunk=False)
        now = _told(new, right[new])
        matcher.set_seq2(now)
        for old in before:
            told = _told(old, left[old])
            if by_equality or new.what is not What.TARGET:
                likeness = float(told == now)
            else:
                matcher.set_seq1(told)
                near = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
                likeness = matcher.ratio() if near else 0.0
            if likeness >= _ALIKE:
                yield 1 - likeness, old, new


def _told(subject: Subject, fields: Fields) -> str:
    text: str = fields[_TELLING[subject.what]]
    return text


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0
