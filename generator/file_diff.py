"""One data file of a bureau in words, and what differs between two states of it, for a program that compares files."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compute.changes import difference
from generator.load.single import read_record
from generator.model.change import Subject
from generator.model.entity import Entity, by_name, entities_of
from generator.views import change_words


def stated(file: str, content: bytes) -> tuple[str, ...] | None:
    """All that a data file says, a line for each value; None when it is not written right."""
    things = _things(file, content)
    if things is None:
        return None
    return tuple(line for one in things.values() for line in change_words.stated(one.subject, one.fields))


def told(file: str, old: bytes | None, new: bytes | None) -> tuple[str, ...] | None:
    """What differs between two states of a data file (None: there was none), a sentence for each change.

    None when one of them is not written right: nothing can be said of them then.
    """
    before, after = _things(file, old), _things(file, new)
    if before is None or after is None:
        return None
    return tuple(f"{change_words.sentence(change)}。" for change in difference(before, after))


def _things(file: str, content: bytes | None) -> Mapping[Subject, Entity] | None:
    if content is None:
        return {}
    read = read_record(file, content)
    if read is None:
        return None
    return by_name(entities_of(*read))
