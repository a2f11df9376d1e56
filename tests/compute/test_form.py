"""Which items a unit reports, and the prints by which a form is known again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.compute.form import form_fingerprint, form_items, item_prints, open_quarters
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Year
from generator.model.goal import AtLeast
from tests.conftest import REPOSITORY


def plan(project: Path = REPOSITORY, year: int = 2019) -> Year:
    """One year of a bureau."""
    dossier, _ = read_dossier(FilesOnDisk(project))
    assert dossier is not None
    return dossier.years[year]


def test_each_item_is_on_one_unit_s_form_in_every_quarter() -> None:
    """Nothing is asked of two units or of none, whoever it was handed to during the year."""
    year = plan()
    for quarter in year.plan.quarters:
        asked = [
            item.id for unit in year.organisation.units for item in form_items(year, unit.name, quarter.id)
        ]
        assert sorted(asked) == sorted(item.id for item in year.items)


def test_every_report_has_the_rows_of_its_form() -> None:
    """What the units reported is what they were asked for."""
    year = plan()
    for report in year.progress:
        asked = [item.id for item in form_items(year, report.unit, report.quarter)]
        assert [row.target for row in report.rows] == asked


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "另一个目标。"),
        ("points", 5),
        ("goal", AtLeast.model_validate({"at_least": "7", "unit": "场"})),
        ("deadline", plan().plan.quarters[0].ends),
    ],
)
def test_what_a_form_shows_is_in_its_print(field: str, value: Any) -> None:
    """Another text, number of points, goal or deadline is another form."""
    items = form_items(plan(), "办公室", "q3")
    changed = (items[0].model_copy(update={field: value}), *items[1:])
    before, after = item_prints(items), item_prints(changed)
    assert [name for name in before if before[name] != after[name]] == [items[0].id]
    assert form_fingerprint(before) != form_fingerprint(after)


def test_what_a_form_does_not_show_is_not_in_its_print() -> None:
    """A form that was sent out stays good when the person who answers for an item changes."""
    items = form_items(plan(), "办公室", "q3")
    changed = tuple(item.model_copy(update={"person": "某人", "expected": "另一效果。"}) for item in items)
    assert item_prints(items) == item_prints(changed)


def test_an_item_more_or_less_is_another_form() -> None:
    """The fingerprint says which items there are."""
    prints = item_prints(form_items(plan(), "办公室", "q3"))
    assert form_fingerprint(dict(list(prints.items())[1:])) != form_fingerprint(prints)


def test_a_quarter_is_open_until_it_is_locked(reference: Path) -> None:
    """Without its lock the last quarter is open again."""
    assert not list(open_quarters(plan(reference)))
    (reference / "data/2019/locks/q4.yml").unlink()
    assert [quarter.id for quarter in open_quarters(plan(reference))] == ["q4"]
