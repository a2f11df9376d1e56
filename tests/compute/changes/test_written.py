"""Every value of the plan, edited as one edits YAML, is one change; and no layout is any."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.compute.changes import changes
from generator.compute.fingerprint import NOT_FROZEN, fingerprint
from tests.compute.edits import YEAR, bureau
from tests.compute.written import Leaf, edited, layouts, leaves, owner, read

edits = st.tuples(st.sampled_from(leaves()), st.integers(1, 999))


def test_the_values_that_are_edited_are_those_of_every_kind_of_thing() -> None:
    """Plan, categories, organisation, units, people, indicators and targets; not a handful."""
    assert {owner(leaf)[0].what.name for leaf in leaves()} == {
        *("PLAN", "CATEGORY", "ORGANISATION", "UNIT", "PERSON", "INDICATOR", "TARGET"),
    }
    assert len(leaves()) > 80


@given(edits)
@settings(max_examples=100)
def test_an_edited_value_is_reported_exactly_once(edit: tuple[Leaf, int]) -> None:
    """Of the thing and the field in which it stands; the fingerprint is another, if the field is frozen."""
    check_edited(edit)


@given(layouts())
@settings(max_examples=60)
def test_a_layout_is_no_change(laid: Mapping[str, bytes]) -> None:
    """Order of keys, quotes, brackets, indents, comments and blank lines say nothing."""
    check_layout(laid)


def check_edited(edit: tuple[Leaf, int]) -> None:
    """Edit one value of the written plan, and compare what is told with what was edited."""
    leaf, number = edit
    new = read(edited(leaf, number))
    assume(new is not None)
    assert new is not None
    subject, field = owner(leaf)
    found = changes(bureau(), new)
    assert [(change.subject, change.field) for change in found] == [(subject, field)], leaf
    frozen = (subject.what, field) not in NOT_FROZEN
    assert (fingerprint(bureau().years[YEAR]) != fingerprint(new.years[YEAR])) == frozen


def check_layout(laid: Mapping[str, bytes]) -> None:
    """Read the plan as it is laid out, and find nothing changed."""
    new = read(laid)
    assert new is not None, laid
    assert changes(bureau(), new) == ()
    assert fingerprint(new.years[YEAR]) == fingerprint(bureau().years[YEAR])
