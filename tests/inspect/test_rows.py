"""Every row of the table is proved: it passes on sound layouts and reports the one that was made wrong for it."""

from __future__ import annotations

import pytest

from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome
from generator.inspect.table import ROWS
from tests.inspect.bare import Text, pdf
from tests.inspect.mutations import GOOD, MUTATIONS, Mutation
from tests.inspect.paper import good, not_passed, paper

BARE = {
    "font_embedded": (Text("某某市司法局文件", 40, 200, 40), Text("关于印发工作安排的通知", 60, 150, 22)),
    "text_readable": (Text("正文", 28, 100, encoded=False), Text("正文", 28, 90)),
}
"""Rows that a typesetter's file never breaks, and pages written by hand that do."""


def _name(mutation: Mutation) -> str:
    return f"{mutation.row}-{next(iter(mutation.wrong), 'standards')}"


@pytest.mark.parametrize("layout", GOOD)
def test_a_sound_layout_breaks_no_row(layout: str) -> None:
    """Nothing fails on a layout as the standard wants it, in each of its forms."""
    assert not_passed(good(layout)) == set()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=_name)
def test_a_wrong_layout_is_reported_by_its_row_and_its_companions_only(mutation: Mutation) -> None:
    """One thing made wrong is found by the row that measures it, and no unrelated row cries out."""
    made = paper(mutation.layout, mutation.wrong, standards=mutation.standards, tags=mutation.tags)
    failed = not_passed(inspect(made, "wrong.pdf"))
    assert mutation.row in failed
    assert failed <= {mutation.row, *mutation.companions}


@pytest.mark.parametrize("row", BARE)
def test_a_page_written_by_hand_is_reported_by_its_row(row: str) -> None:
    """A font left out of the file, and characters that cannot be copied, are found."""
    assert inspect(pdf(BARE[row]), "bare.pdf").result(row).outcome is Outcome.FAILED


def test_every_row_has_a_mutation() -> None:
    """No row stands in the table unproved, and no mutation names a row that is gone."""
    assert {mutation.row for mutation in MUTATIONS} | set(BARE) == {row.id for row in ROWS}


def test_every_row_passes_on_some_sound_layout() -> None:
    """A row that never applied would prove nothing by not failing."""
    passed = {
        result.row.id
        for layout in GOOD
        for result in good(layout).results
        if result.outcome is Outcome.PASSED
    }
    assert passed == {row.id for row in ROWS}


def test_ids_are_unique_and_name_the_thing_and_not_its_fault() -> None:
    """An id is permanent, so it must not say that something is wrong, missing or bad."""
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))
    assert not [
        each for each in ids if set(each.split("_")) & {"no", "not", "wrong", "missing", "bad", "must"}
    ]
