"""What differs between two states of a bureau's data: typed changes, matched by the names that never change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.compute.changes.direction import direction
from generator.compute.changes.pairing import paired
from generator.model.change import Change, ChangeKind, Subject, Value, What
from generator.model.dossier import Dossier
from generator.model.entity import Entity, entities

Fields = Mapping[str, Value]
State = Mapping[Subject, Fields]
"""Things by their names, each with its fields: what changes apply to."""

_PARENT = {What.CATEGORY: "parent", What.INDICATOR: "category", What.TARGET: "indicator"}
"""The field that says where a thing stands: another value there is a move."""

_NEVER_EMPTY = "points"
"""Where nothing is written for it the thing has no such field: an indicator that is assessed itself, as one target."""


def changes(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """How a dossier differs from an earlier one, by year, kind of thing and id; of no order and no layout."""
    return difference(entities(old), entities(new))


def difference(old: Mapping[Subject, Entity], new: Mapping[Subject, Entity]) -> tuple[Change, ...]:
    """How things differ from what they were."""
    found = [change for subject in old.keys() & new.keys() for change in _within(old[subject], new[subject])]
    gone = {subject: old[subject].fields for subject in old.keys() - new.keys()}
    come = {subject: new[subject].fields for subject in new.keys() - old.keys()}
    for whole in paired(gone, come):
        found += _whole(whole, gone, come, old, new)
    return tuple(sorted(found, key=_order))


def state(dossier: Dossier) -> State:
    """A dossier as things with fields."""
    return {subject: entity.fields for subject, entity in entities(dossier).items()}


def applied(before: State, made: Iterable[Change]) -> State:
    """A state after changes: `applied(state(a), changes(a, b)) == state(b)`."""
    after: dict[Subject, dict[str, Any]] = {subject: dict(fields) for subject, fields in before.items()}
    for change in sorted(made, key=lambda one: one.kind in (ChangeKind.CHANGED, ChangeKind.MOVED)):
        subject = change.subject
        match change.kind:
            case ChangeKind.ADDED:
                after[subject] = dict(change.new)
            case ChangeKind.REMOVED:
                del after[subject]
            case ChangeKind.RENAMED:
                after[subject] = after.pop(subject._replace(id=change.old))
            case ChangeKind.MERGED:
                for name in change.old:
                    del after[subject._replace(id=name)]
                after[subject] = dict(change.new)
            case ChangeKind.SPLIT:
                del after[subject]
                for name, fields in change.new.items():
                    after[subject._replace(id=name)] = dict(fields)
            case _ if change.new is None and change.field == _NEVER_EMPTY:
                del after[subject][change.field]
            case ChangeKind.CHANGED | ChangeKind.MOVED:
                after[subject][change.field] = change.new
    return after


def _within(old: Entity, new: Entity) -> Iterator[Change]:
    """The fields of one thing that differ; records that are equal are not looked into."""
    if old.record is not None and old.record == new.record and old.belongs == new.belongs:
        return
    yield from _fields(new.subject, old.fields, new.fields, new, old)


def _fields(subject: Subject, old: Fields, new: Fields, after: Entity, before: Entity) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was != now:
            kind = ChangeKind.MOVED if _PARENT.get(subject.what) == name else ChangeKind.CHANGED
            place = after.place(name) if now is not None else before.place(name)
            yield Change(kind, subject, name, was, now, direction(subject.what, name, was, now), place)


def _whole(
    whole: Change,
    gone: Mapping[Subject, Fields],
    come: Mapping[Subject, Fields],
    old: Mapping[Subject, Entity],
    new: Mapping[Subject, Entity],
) -> Iterator[Change]:
    """A thing that came, went, or goes by another name, with its place; and what else a renamed one changed."""
    subject = whole.subject
    entity = new.get(subject) or old[subject]
    yield Change(whole.kind, subject, whole.field, whole.old, whole.new, place=entity.place())
    if whole.kind is ChangeKind.RENAMED:
        before = subject._replace(id=whole.old)
        yield from _fields(subject, gone[before], come[subject], new[subject], old[before])


_KINDS = {what: place for place, what in enumerate(What)}


def _order(change: Change) -> tuple[int, int, str, str]:
    subject = change.subject
    return (subject.year, _KINDS[subject.what], subject.id, change.field)
