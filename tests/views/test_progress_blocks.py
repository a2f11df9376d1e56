"""Tables and lists that prose has printed from a quarter's reports: they add up, and say what is missing."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from generator.compute.progress_words import ProgressBlock
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Year
from generator.views.progress_blocks import Passage, Rows, quarter_rows
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.reported import report

QUARTERS = ("q1", "q2", "q3", "q4")


@cache
def reference() -> Year:
    """The reference bureau's year."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    return dossier.years[2019]


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The small bureau's year, of which one unit reported two items."""
    project = copy_of(SMALL_BUREAU, tmp_path_factory.mktemp("blocks") / "small")
    report(project)
    dossier, _ = read_dossier(FilesOnDisk(project))
    assert dossier is not None
    return dossier.years[2021]


def table(year: Year, quarter: str, block: ProgressBlock) -> Rows:
    """A block that is a table."""
    rows = quarter_rows(year, quarter, block)
    assert isinstance(rows, Rows)
    return rows


def passages(year: Year, quarter: str, block: ProgressBlock) -> tuple[Passage, ...]:
    """A block that is a list of passages."""
    found = quarter_rows(year, quarter, block)
    assert not isinstance(found, Rows)
    return found


def number(cell: str) -> Decimal:
    """What a cell counts; a dash is nothing."""
    return Decimal(0) if cell == "—" else Decimal(cell)


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("block", [ProgressBlock.BY_CATEGORY, ProgressBlock.BY_UNIT, ProgressBlock.SCORES])
def test_the_rows_of_a_table_add_up_to_its_last(block: ProgressBlock, quarter: str) -> None:
    """Column by column; the items are all the year's."""
    rows = table(reference(), quarter, block).rows
    *parts, total = ([number(cell) for cell in row[1:]] for row in rows)
    assert [sum(column) for column in zip(*parts, strict=True)] == total
    assert total[0] == 126


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("block", [ProgressBlock.BY_CATEGORY, ProgressBlock.BY_UNIT])
def test_the_states_of_a_row_add_up_to_its_items(block: ProgressBlock, quarter: str) -> None:
    """Each item stands in one column."""
    for row in table(reference(), quarter, block).rows:
        items, *states = map(number, row[1:])
        assert sum(states) == items


def test_what_was_not_reported_has_a_column(partly: Year) -> None:
    """未报 stands last, and no state that nobody is in takes room."""
    found = table(partly, "first_half", ProgressBlock.BY_UNIT)
    assert found.head[2:] == ("正在办理", "未报")
    assert found.rows[-1][1:] == ("11", "2", "9")


def test_what_cannot_be_scored_is_counted_and_earns_nothing(partly: Year) -> None:
    """Nine items were not reported: they are in the last column."""
    found = table(partly, "first_half", ProgressBlock.SCORES)
    assert found.head[-1] == "暂不能计分"
    assert found.rows[-1][-1] == "9"


def test_items_behind_are_listed_with_cause_and_remedy() -> None:
    """Numbered, with the unit, each sentence ended once."""
    year = reference()
    rows = {
        row.target: row
        for one in year.progress
        if one.quarter == "q2"
        for row in one.rows
        if row.state == "behind"
    }
    listed = passages(year, "q2", ProgressBlock.BEHIND)
    assert [one.opening.partition(".")[0] for one in listed] == [str(n) for n in range(1, len(rows) + 1)]
    for one in listed:
        row = next(row for target, row in rows.items() if one.opening.endswith(f"{target}。"))
        assert f"原因：{str(row.cause).rstrip('。')}。整改措施：{str(row.remedy).rstrip('。')}。" in one.text
        assert "。。" not in one.text


def test_nothing_behind_is_said_with_what_was_not_reported(partly: Year) -> None:
    """Who reads that nothing is behind also reads how much is unknown."""
    said = [one.text for one in passages(partly, "first_half", ProgressBlock.BEHIND)]
    assert said == ["上半年报表中没有欠进度的考核要点。", "另有9项没有上报，不在其内。"]


def test_the_points_deducted_make_up_what_the_scores_lack() -> None:
    """Each item that lost points says how many; together with bonuses they lead from the points to the score."""
    year = reference()
    listed = passages(year, "q4", ProgressBlock.DEDUCTED)
    off = sum(Decimal(one.text.partition("，扣")[2].partition("分。")[0]) for one in listed)
    *_, points, earned, unscored = table(year, "q4", ProgressBlock.SCORES).rows[-1]
    assert unscored == "—"
    assert Decimal(earned) >= Decimal(points) - off
    assert off > 0
