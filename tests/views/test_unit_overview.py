"""The overview of a unit: every item it answers for, with the state of every reported quarter."""

from __future__ import annotations

from dataclasses import replace

from generator.compute.progress import progress
from generator.views.unit import units
from tests.conftest import REPOSITORY
from tests.sites import edition_of


def test_every_item_of_a_unit_has_its_state_in_every_reported_quarter() -> None:
    """Row by row what was reported; every sign is used somewhere."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    reported = progress(year)
    states = {state.id: state.name for state in year.plan.states}
    for view in units(year):
        shown = view.overview
        assert shown is not None
        assert [row.name for row in shown.rows] == [row.id for row in view.answers]
        for row in shown.rows:
            entries = [reported.of(quarter.id, row.name) for quarter in year.plan.quarters]
            wanted = [states[entry.row.state] if entry else "未报" for entry in entries]
            assert [shown.signs[cell].name for cell in row.cells] == wanted
        assert {cell for row in shown.rows for cell in row.cells} == set(range(len(shown.signs)))


def test_a_unit_has_none_before_anything_was_reported() -> None:
    """No empty picture."""
    year = replace(edition_of(REPOSITORY).dossier.years[2019], progress=(), errata=(), locks=())
    assert {view.overview for view in units(year)} == {None}
