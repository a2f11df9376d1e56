"""Writes the record of an approval: exactly the changes under review, and the plan's fingerprints before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.approvals import needs_approval
from generator.compute.changes import changes
from generator.compute.fingerprint import fingerprint, plan_state, target_fingerprints
from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.views.approval_stub import stub_lines


class ApprovingError(Exception):
    """Why no record can be written, in a Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record to be written: its path and its text, and how many changes it names."""

    path: str
    text: str
    changes: int


def approve(old: Dossier | None, new: Dossier, number: str, *, sample: bool) -> Record:
    """The record of the approval by a circular. Without approvals before it, it approves the plan as a whole."""
    _, of_year, _ = document_number_parts(number)
    year = new.years.get(of_year)
    circular = next((one for one in year.circulars if one.number == number), None) if year else None
    if year is None or circular is None:
        raise ApprovingError(f"没有 {number} 这份公文：先把它写进 circulars")
    if any(approval.document == number for approval in year.approvals):
        raise ApprovingError(f"{number} 已经批准过了：又要改，要有新的公文")
    if not year.approvals:
        return _record(year, circular, [], sample=sample)
    before = old.years.get(year.year) if old else None
    if old is None or before is None or fingerprint(before) != year.approvals[-1].plan.after:
        raise ApprovingError("基准的计划不是最近一次批准的计划：用 --base 写明批准时的版本")
    made = [one for one in changes(old, new) if one.subject.year == year.year and needs_approval(one)]
    if not made:
        raise ApprovingError("计划没有要批准的改动")
    return _record(
        year, circular, [line for one in made for line in stub_lines(one)], sample=sample, count=len(made)
    )


def _record(year: Year, circular: Circular, named: list[str], *, sample: bool, count: int = 0) -> Record:
    place = len(year.approvals) + 1
    lines = _lines(year, circular, named, place, sample=sample)
    return Record(f"data/{year.year}/approvals/{place:03}.yml", "\n".join(lines) + "\n", count)


def _lines(year: Year, circular: Circular, named: list[str], place: int, *, sample: bool) -> Iterator[str]:
    yield from (f"number: {place}", f"document: {circular.number}", f"organ: {circular.signature}")
    yield from (f"date: {circular.date}", f"circular: {circular.number}")
    if sample:
        yield "sample: yes"
    if named:
        yield from ("changes:", *named)
    yield "plan:"
    if year.approvals:
        yield f"  before: {year.approvals[-1].plan.after}"
    yield f"  after: {fingerprint(year)}"
    fixed = {name: told for approval in year.approvals for name, told in approval.targets.items()}
    fresh = {
        name: told for name, told in target_fingerprints(plan_state(year)).items() if fixed.get(name) != told
    }
    if fresh:
        yield "targets:"
        yield from (f"  {name}: {json.dumps(told)}" for name, told in fresh.items())
