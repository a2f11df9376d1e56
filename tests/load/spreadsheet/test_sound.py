"""What is sound is read, however oddly it was written: every value of every cell, and nothing more."""

from __future__ import annotations

import pytest

from generator.load.spreadsheet.reading import workbook_from
from tests.load.spreadsheet.sound import SOUNDS, Sound


@pytest.mark.parametrize("case", SOUNDS, ids=lambda case: case.name)
def test_every_value_is_read(case: Sound) -> None:
    """All cells that hold anything, by address, with their values and types; only what the case says is told."""
    read, problems = workbook_from(case.data, case.file)
    assert tuple(problem.rule for problem in problems) == case.told
    assert read is not None
    cells = [cell for sheet in read.sheets for cell in sheet.cells.values()]
    assert {cell.place.cell: (type(cell.value), cell.value) for cell in cells} == {
        spot: (type(value), value) for spot, value in case.values.items()
    }


def test_no_two_cases_are_the_same() -> None:
    """The table counts only what differs."""
    assert len({case.name for case in SOUNDS}) == len(SOUNDS)
