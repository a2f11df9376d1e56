"""Quarter pages reconcile: every count adds up to the items, and what lags is told with its cause and remedy."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Year
from generator.views.glance import glance
from generator.views.phrases import NONE
from generator.views.quarter import QuarterView, quarter_views, unit_quarter_views
from generator.views.target import targets
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def year() -> Year:
    """The reference bureau's year with its four quarters."""
    dossier, problems = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None, problems
    return dossier.years[2019]


@pytest.fixture(scope="module")
def quarters(year: Year) -> tuple[QuarterView, ...]:
    """The pages of its quarters."""
    return tuple(quarter_views(year))


def test_every_table_of_a_quarter_adds_up_to_the_items(quarters: tuple[QuarterView, ...]) -> None:
    """By state, by category and by unit: the same 126 items."""
    assert [view.quarter.key for view in quarters] == ["q1", "q2", "q3", "q4"]
    for view in quarters:
        assert sum(int(one.count) for one in view.counts) == view.items == 126
        for lines in (view.categories, view.units):
            assert sum(int(line.total) for line in lines) == view.items
            for line in lines:
                assert sum(int(count) for count in line.counts if count != NONE) == int(line.total)
            for place, state in enumerate(view.states):
                column = sum(int(line.counts[place]) for line in lines if line.counts[place] != NONE)
                assert str(column) == next(one.count for one in view.counts if one.state == state)


def test_what_lags_stands_with_cause_and_remedy(quarters: tuple[QuarterView, ...]) -> None:
    """As many as the count says, each with why and what is done about it."""
    for view in quarters:
        behind = next(one.count for one in view.counts if one.state.key == "behind")
        assert str(len(view.lagging)) == behind
        assert all(line.cause and line.remedy for line in view.lagging)


def test_a_quarter_is_compared_with_the_one_before(quarters: tuple[QuarterView, ...]) -> None:
    """Who fell behind and who caught up account for the change; the first quarter has nothing to compare with."""
    assert (quarters[0].before, quarters[0].fell_behind, quarters[0].counts[0].change) == ("", (), "")
    for before, after in pairwise(quarters):
        kept = {line.id for line in after.lagging} - {line.id for line in after.fell_behind}
        caught = {line.id for line in after.caught_up}
        assert kept | caught == {line.id for line in before.lagging}


def test_quarters_before_the_plan_say_so(quarters: tuple[QuarterView, ...]) -> None:
    """补报 in the first two quarters, nothing in the others."""
    assert [view.quarter.note for view in quarters] == ["补报", "补报", "", ""]


def test_a_correction_shows_both_values(quarters: tuple[QuarterView, ...]) -> None:
    """The erratum of the second quarter: what was reported, what is right, and why."""
    (line,) = quarters[1].corrected
    (correction,) = line.corrections
    assert (line.id, line.reached, correction.was, correction.now) == ("CG10-3", "78篇", "81篇", "78篇")
    assert correction.reason
    assert not [view for view in (quarters[0], *quarters[2:]) if view.corrected]


def test_what_nobody_reported_is_shown_as_that_and_never_as_zero(year: Year) -> None:
    """Without one unit's report its items are 未报, counted apart, with neither figure nor words."""
    missing = replace(
        year, progress=tuple(one for one in year.progress if (one.quarter, one.unit) != ("q3", "政工股"))
    )
    view = tuple(quarter_views(missing))[2]
    unreported = next(one for one in view.counts if one.state.name == "未报")
    assert unreported.count == next(line.total for line in view.units if line.name == "政工股")
    assert next(line.note for line in view.units if line.name == "政工股") == "未报"
    page = next(
        one for one in unit_quarter_views(missing) if (one.quarter.key, one.unit.name) == ("q3", "政工股")
    )
    assert page.reported == ""
    assert {(line.state.name, line.reached, line.work) for line in page.lines} == {("未报", NONE, "")}


def test_a_late_report_says_how_late_and_why(year: Year, quarters: tuple[QuarterView, ...]) -> None:
    """One unit of the reference bureau was a week late with the third quarter."""
    assert next(line.note for line in quarters[2].units if "晚报" in line.note) == "10月22日（晚报7天）"
    assert [one.unit.name for one in unit_quarter_views(year) if one.late] == ["复议应诉股"]


def test_the_year_at_a_glance_has_every_item_in_every_quarter(year: Year) -> None:
    """126 rows of four states, and a chart that counts them."""
    view = glance(year)
    assert view is not None
    rows = [row for group in view.groups for row in group.rows]
    assert len(rows) == 126
    assert {len(row.cells) for row in rows} == {4}
    assert [bar.whole for bar in view.chart.bars] == ["126项"] * 4


def test_a_targets_page_shows_what_was_reached_beside_what_was_due(year: Year) -> None:
    """The line of cumulative figures and that of the pace; a target that is done or not has no chart."""
    views = {view.requirement.id: view for view in targets(year)}
    counted, deed = views["ZD04-3"].progress, views["ZD01-4"].progress
    assert counted is not None
    assert counted.chart is not None
    reached, due = counted.chart.lines
    assert [amount.words for amount in reached.amounts if amount] == ["520", "1210", "1980", "2715"]
    assert [amount.words for amount in due.amounts if amount] == ["600", "1300", "1950", "2600"]
    assert deed is not None
    assert deed.chart is None
    assert [line.reached for _, line in deed.lines] == [NONE, NONE, "9月12日完成", "9月12日完成"]


def test_a_year_without_reports_has_no_such_pages(year: Year) -> None:
    """Nothing is shown before anything was reported."""
    bare = replace(year, progress=(), locks=(), errata=())
    assert glance(bare) is None
    assert not [*quarter_views(bare), *unit_quarter_views(bare)]
    assert next(targets(bare)).progress is None
