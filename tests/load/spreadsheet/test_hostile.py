"""Each hostile or unfit file is told for what it is, in Chinese, with what to do; nothing is opened that should not be."""

from __future__ import annotations

import re

import pytest

from generator.load.spreadsheet.reading import workbook_from
from generator.problem import Place
from tests.load.spreadsheet.hostile import REFUSED, Refused


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_must_not_come_in_is_told_for_what_it_is(case: Refused) -> None:
    """The rules of the case and no others, at their cells; the cells are read only where that is safe."""
    read, problems = workbook_from(case.data, case.file)
    assert sorted((problem.rule, _cell(problem.place)) for problem in problems) == sorted(case.met)
    assert (read is not None) == case.readable
    for problem in problems:
        assert re.search("[一-鿿]{2}", problem.message), problem
        assert re.search("[一-鿿]{2}", problem.hint), problem
        assert problem.place.file == case.file


def test_no_two_cases_are_the_same() -> None:
    """The table counts only what differs."""
    assert len({case.name for case in REFUSED}) == len(REFUSED)


def _cell(place: Place) -> str:
    return place.cell if place.sheet else ""
