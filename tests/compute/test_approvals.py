"""Approvals fix the plan: it can be shown as each circular issued it, and each target says where it stands."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compute.approvals import Standing, plan_of, standings, undone, unit_in
from generator.compute.changes import changes
from generator.compute.fingerprint import fingerprint, fingerprint_of, plan_state, target_fingerprints
from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single, indicator_of, written_indicator
from tests.compute.edits import VALUES, YEAR, bureau, edited, targets
from tests.conftest import REPOSITORY


@cache
def reference() -> Dossier:
    """The reference bureau, whose plan was amended once."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    return dossier


def amended() -> Year:
    """Its year."""
    return reference().years[2019]


def test_the_first_circular_goes_on_showing_the_plan_that_it_issued() -> None:
    """Every target is as the first approval fixed it; the plan itself has moved on."""
    year = amended()
    first, second = year.approvals[0], year.approvals[-1]
    issued = plan_of(year, first.circular)
    assert target_fingerprints(plan_state(issued)) == first.targets
    assert fingerprint(issued) == first.plan.after
    assert fingerprint(year) == second.plan.after
    assert plan_of(year, second.circular) is year
    assert {one.target for one in second.changes} == {
        item.id for item, was in zip(year.items, issued.items, strict=True) if item != was
    }


def test_sums_stay_exact_through_an_amendment() -> None:
    """Points moved within an indicator change no sum."""
    year = amended()
    issued = plan_of(year, year.approvals[0].circular)
    assert [one.points for one in issued.indicators] == [one.points for one in year.indicators]
    assert sum(item.points for item in issued.items) == sum(item.points for item in year.items)


def test_each_target_says_how_it_stands() -> None:
    """As issued, amended by the later circular, or altered and not approved; the same in the public edition."""
    year = amended()
    amendments = {one.target for one in year.approvals[-1].changes}
    told = standings(year)
    assert {name for name, one in told.items() if one.standing is Standing.AMENDED} == amendments
    assert {one.standing for name, one in told.items() if name not in amendments} == {Standing.AS_ISSUED}
    public = public_dossier(reference()).years[2019]
    assert {name: one.standing for name, one in standings(public).items()} == {
        name: one.standing for name, one in told.items()
    }


def test_an_alteration_without_approval_is_pending() -> None:
    """Only the target that was altered; a plan without approvals says nothing."""
    year = amended()
    name = next(iter(year.approvals[0].targets))
    told = standings(dataclasses.replace(year, indicators=_with_other_text(year, name)))
    assert [one for one, standing in told.items() if standing.standing is Standing.PENDING] == [name]
    assert {one.standing for one in standings(bureau().years[YEAR]).values()} == {Standing.UNRECORDED}


def test_a_transfer_counts_from_its_day() -> None:
    """Quarters that had ended stay with the unit that answered for the target."""
    year = amended()
    moved = next(one for one in year.approvals[-1].changes if one.field == "unit")
    day = year.approvals[-1].date
    assert unit_in(year, moved.target, moved.now, date(day.year, 9, 30)) == moved.was
    assert unit_in(year, moved.target, moved.now, date(day.year, 12, 31)) == moved.now


@given(
    st.lists(st.tuples(st.sampled_from(targets(bureau())), st.sampled_from(sorted(VALUES))), max_size=4),
    st.data(),
)
@settings(max_examples=60)
def test_changes_undone_give_the_plan_before(chosen: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever was approved can be taken back, to the last fingerprint."""
    new = bureau()
    for target, field in chosen:
        new = edited(new, target, field, data.draw(VALUES[field]))
    made = changes(bureau(), new)
    before = undone(plan_state(new.years[YEAR]), made)
    assert before is not None
    assert fingerprint_of(before) == fingerprint(bureau().years[YEAR])


def test_what_the_plan_does_not_show_cannot_be_undone() -> None:
    """A record altered afterwards leads nowhere."""
    target = targets(bureau())[0]
    new = edited(bureau(), target, "points", "9.00")
    (change,) = changes(bureau(), new)
    assert undone(plan_state(new.years[YEAR]), (dataclasses.replace(change, new="8.00"),)) is None


def _with_other_text(year: Year, name: str) -> tuple[Composite | Single, ...]:

    told = []
    for one in year.indicators:
        fields = written_indicator(one)
        for item in fields.get("targets", [fields]):
            if item["id"] == name:
                item["expected"] = "另有说法。"
        told.append(indicator_of(fields))
    return tuple(told)
