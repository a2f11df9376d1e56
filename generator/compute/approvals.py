"""What approvals fix: the plan as each circular issued it, and where each target stands to what was approved."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from pydantic import ValidationError

from generator.compute.changes import applied
from generator.compute.fingerprint import NOT_FROZEN, Fields, plan_state, target_fingerprints
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


def plan_of(year: Year, circular: str) -> Year:
    """The year with its indicators as a circular issued them: what was approved later is undone.

    A circular that no approval names shows the plan as it stands.
    """
    carried = [approval.number for approval in year.approvals if approval.circular == circular]
    later = [one for one in reversed(year.approvals) if carried and one.number > carried[-1]]
    state: State | None = plan_state(year)
    for approval in later:
        state = undone(state, approved_changes(approval, year.year)) if state is not None else None
    if state is None or not later:
        return year
    try:
        return dataclasses.replace(year, indicators=tuple(_indicators(state)))
    except ValidationError:
        return year


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
