"""What is always true of changes, whatever was edited."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compute.changes import applied, changes, state
from generator.compute.fingerprint import NOT_FROZEN, fingerprint
from generator.model.change import ChangeKind
from generator.model.dossier import Dossier
from generator.model.indicator import Composite, Single
from tests.compute.edits import VALUES, YEAR, bureau, edited, subject, targets, with_indicators

Edit = tuple[str, str, Any]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A target, one of its fields, and a value."""
    field = draw(st.sampled_from(sorted(VALUES)))
    return draw(st.sampled_from(targets(bureau()))), field, draw(VALUES[field])


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """The bureau with a few edits, perhaps without some indicators."""
    dossier = bureau()
    for edit in draw(st.lists(edits(), max_size=5)):
        dossier = edited(dossier, *edit)
    kept = draw(st.lists(st.booleans(), min_size=9, max_size=9))
    indicators = dossier.years[YEAR].indicators
    return with_indicators(dossier, tuple(one for one, keep in zip(indicators, kept, strict=False) if keep))


@given(dossiers())
@settings(max_examples=30)
def test_nothing_differs_from_itself(dossier: Dossier) -> None:
    """No dossier has changed since itself."""
    assert changes(dossier, dossier) == ()


@given(dossiers(), dossiers())
@settings(max_examples=100)
def test_changes_lead_from_the_old_to_the_new(old: Dossier, new: Dossier) -> None:
    """Whoever applies them has the new dossier in every value."""
    assert applied(state(old), changes(old, new)) == state(new)


@given(edits())
@settings(max_examples=150)
def test_an_edit_is_reported_exactly_once(edit: Edit) -> None:
    """One field edited is one change, with both values, and the fingerprint differs if the field is frozen."""
    check_edit(edit)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_order_is_no_change(random: Any) -> None:
    """Files and targets in another order have the same fingerprint and no changes."""
    year = bureau().years[YEAR]
    indicators = [_shuffled(one, random) for one in year.indicators]
    random.shuffle(indicators)
    units = list(year.organisation.units)
    random.shuffle(units)
    organisation = year.organisation.model_copy(update={"units": tuple(units)})
    new = with_indicators(bureau(), tuple(indicators))
    moved = dataclasses.replace(new.years[YEAR], organisation=organisation)
    assert changes(bureau(), dataclasses.replace(new, years={YEAR: moved})) == ()
    assert fingerprint(moved) == fingerprint(year)


def _shuffled(one: Composite | Single, random: Any) -> Composite | Single:
    if isinstance(one, Single):
        return one
    inner = list(one.targets)
    random.shuffle(inner)
    return one.model_copy(update={"targets": tuple(inner)})


def check_edit(edit: Edit) -> None:
    """Compare the bureau with itself after an edit, and what is told of it with what was edited."""
    target, field, value = edit
    new = edited(bureau(), target, field, value)
    before, after = state(bureau())[subject(target)], state(new)[subject(target)]
    found = changes(bureau(), new)
    if before == after:
        assert found == ()
        return
    (change,) = found
    assert (change.kind, change.subject, change.field) == (ChangeKind.CHANGED, subject(target), field)
    assert (change.old, change.new) == (before.get(field), after.get(field))
    frozen = (change.subject.what, field) not in NOT_FROZEN
    assert (fingerprint(bureau().years[YEAR]) != fingerprint(new.years[YEAR])) == frozen
