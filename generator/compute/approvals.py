"""What approvals fix: the plan as each circular issued it, and where each target stands to what was approved."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pydantic import ValidationError

from generator.compute.changes import applied
from generator.compute.changes.direction import direction
from generator.compute.fingerprint import (
    NOT_FROZEN,
    Fields,
    fingerprint,
    fingerprint_of,
    plan_state,
    target_fingerprints,
)
from generator.model.approval import Approval, ApprovedChange
from generator.model.change import Change, ChangeKind, Subject, What
from generator.model.dossier import Year
from generator.model.indicator import Composite, Single, indicator_of

State = Mapping[Subject, Fields]

PLAN = frozenset(
    {What.PLAN, What.CATEGORY, What.ORGANISATION, What.UNIT, What.PERSON, What.INDICATOR, What.TARGET}
)
"""The things that an approval covers."""
_INVERSE = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.MERGED: ChangeKind.SPLIT,
    ChangeKind.SPLIT: ChangeKind.MERGED,
}


class Standing(Enum):
    """How a target stands to what was approved."""

    AS_ISSUED = "as_issued"
    AMENDED = "amended"
    PENDING = "pending"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A target's standing, and the approval that last fixed it."""

    standing: Standing
    approval: Approval | None


def standings(year: Year) -> Mapping[str, TargetStanding]:
    """How each assessed item stands, by id: as the plan was issued, as amended, or altered without approval."""
    now = target_fingerprints(plan_state(year))
    return {name: _standing(year, name, told) for name, told in now.items()}


def approved_changes(approval: Approval, year: int) -> tuple[Change, ...]:
    """The changes that an approval names."""
    return tuple(_change(one, year) for one in approval.changes)


def amendments(approval: Approval, year: int) -> tuple[Change, ...]:
    """The changes that an approval names, each with the way it went; of an approval that fits its plan."""
    return tuple(
        dataclasses.replace(one, direction=direction(one.subject.what, one.field, one.old, one.new))
        for one in approved_changes(approval, year)
    )


def needs_approval(change: Change) -> bool:
    """Whether a change alters what an approval fixes."""
    return change.subject.what in PLAN and (change.subject.what, change.field) not in NOT_FROZEN


def undone(state: State, made: Iterable[Change]) -> State | None:
    """The state before changes; None where one of them cannot have led to this state."""
    fields: list[Change] = []
    wholes: list[Change] = []
    for change in map(_inverse, made):
        (fields if change.field else wholes).append(change)
    for change in fields:
        if state.get(change.subject, {}).get(change.field) != change.old:
            return None
    try:
        return applied(applied(state, fields), wholes)
    except KeyError:
        return None


def plan_circulars(year: Year) -> tuple[str, ...]:
    """The circulars that issued and changed the plan, by the order of their approvals."""
    return tuple(dict.fromkeys(one.circular for one in year.approvals)) or (year.plan.circular,)


def plan_of(year: Year, circular: str) -> Year:
    """The year with its indicators as a circular issued them: what was approved later is undone.

    A circular that no approval names shows the plan as it stands.
    """
    carried = [approval.number for approval in year.approvals if approval.circular == circular]
    return plan_after(year, carried[-1]) if carried else year


def plan_after(year: Year, number: int) -> Year:
    """The year with its indicators as the approval of that number left them: what was approved later is undone."""
    later = [approval for approval in reversed(year.approvals) if approval.number > number]
    state: State | None = plan_state(year)
    for approval in later:
        state = undone(state, approved_changes(approval, year.year)) if state is not None else None
    if state is None or not later:
        return year
    try:
        return dataclasses.replace(year, indicators=tuple(_indicators(state)))
    except ValidationError:
        return year


@dataclass(frozen=True, slots=True)
class Link:
    """An approval, and the fingerprint of the plan before it as undoing it gives it; None where that cannot be told."""

    approval: Approval
    before: str | None


def chain(year: Year) -> Iterator[Link]:
    """The approvals from the last to the first, each undone from the plan as it stands.

    Where the plan has changed since the last one, nothing can be told.
    """
    state: State | None = plan_state(year) if year.approvals and not uncovered(year) else None
    for approval in reversed(year.approvals):
        if state is not None and approval.changes:
            state = undone(state, approved_changes(approval, year.year))
            yield Link(approval, fingerprint_of(state) if state is not None else None)
        else:
            yield Link(approval, None)


def uncovered(year: Year) -> bool:
    """Whether the plan differs from what was approved last."""
    return bool(year.approvals) and fingerprint(year) != year.approvals[-1].plan.after


def unmatched(year: Year) -> Iterator[tuple[ApprovedChange, bool]]:
    """Approved changes that the plan does not show, though no later approval changed it again; and whether their thing is known."""
    state = plan_state(year) if year.approvals else {}
    changed_later: set[tuple[Subject, str]] = set()
    for approval in reversed(year.approvals):
        here: set[tuple[Subject, str]] = set()
        for one in approval.changes:
            change = _change(one, year.year)
            key = (change.subject, change.field)
            twice = key in here
            here.add(key)
            if key in changed_later and not twice:
                continue
            known = change.subject in state or change.kind in (ChangeKind.REMOVED, ChangeKind.SPLIT)
            shown = not change.field or state.get(change.subject, {}).get(change.field) == change.new
            if twice or not known or not shown:
                yield one, known
        changed_later |= here


def unit_in(year: Year, item: str, unit: str, ends: date) -> str:
    """The unit that answered for an item in a quarter that ended on a day: transfers approved later are undone."""
    for approval in reversed(year.approvals):
        if approval.date > ends:
            for one in approval.changes:
                if (one.target, one.field) == (item, "unit"):
                    unit = str(one.was)
    return unit


def quarter_ends(year: Year, quarter: str) -> date:
    """The last day of a quarter; of one that the plan does not have, the first day there is."""
    return next((one.ends for one in year.plan.quarters if one.id == quarter), date.min)


def _indicators(state: State) -> Iterable[Composite | Single]:
    targets: dict[str, list[dict[str, object]]] = {}
    for subject, fields in sorted(state.items(), key=lambda one: _natural(one[0].id)):
        if subject.what is What.TARGET:
            told = {
                name: value for name, value in fields.items() if name != "indicator" and value is not None
            }
            targets.setdefault(str(fields["indicator"]), []).append({"id": subject.id} | told)
    for subject, fields in sorted(state.items(), key=lambda one: one[0].id):
        if subject.what is What.INDICATOR:
            head = {name: value for name, value in fields.items() if name != "assessed" and value is not None}
            held = targets.get(subject.id, [{}])
            inner = {"targets": held} if fields["assessed"] == "targets" else held[0]
            yield indicator_of({"id": subject.id} | head | inner)


def _natural(name: str) -> tuple[str, int]:
    head, _, number = name.partition("-")
    return head, int(number) if number.isdecimal() else 0


def _standing(year: Year, name: str, told: str) -> TargetStanding:
    if not year.approvals:
        return TargetStanding(Standing.UNRECORDED, None)
    last = next((one for one in reversed(year.approvals) if name in one.targets), None)
    if last is None or last.targets[name] != told:
        return TargetStanding(Standing.PENDING, last)
    first = last is year.approvals[0]
    return TargetStanding(Standing.AS_ISSUED if first else Standing.AMENDED, last)


def _change(one: ApprovedChange, year: int) -> Change:
    kinds = {kind.value: kind for kind in ChangeKind}
    whats = {what.name.lower(): what for what in What}
    subject = Subject(year, whats.get(one.what, What.TARGET), one.target)
    kind = kinds.get(one.kind, ChangeKind.CHANGED)
    return Change(kind, subject, one.field or "", one.was, one.now, place=one.place())


def _inverse(change: Change) -> Change:
    kind = _INVERSE.get(change.kind, change.kind)
    subject = change.subject._replace(id=change.old) if kind is ChangeKind.RENAMED else change.subject
    return dataclasses.replace(change, kind=kind, subject=subject, old=change.new, new=change.old)
