"""The site's views agree with the plan and with one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.dossier import Year
from generator.views.disclosure import disclosure
from generator.views.downloads import Document, downloads
from generator.views.sample import sample, sample_sums
from generator.views.site import SiteViews, YearViews, site_views
from generator.views.target_table import target_table
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of


@pytest.fixture(params=[(REPOSITORY, 2019), (SMALL_BUREAU, 2021)], ids=["reference", "small"])
def shown(request: pytest.FixtureRequest) -> tuple[Year, YearViews]:
    """A year of a bureau, and its views."""
    root, number = request.param
    edition = edition_of(root)
    return edition.dossier.years[number], _views(root).years[0]


def _views(root: Path) -> SiteViews:
    edition = edition_of(root)
    return site_views(edition.dossier, edition.documents, "", {}, draft=True)


def test_every_item_stands_once_in_the_table_with_its_unit_and_category(
    shown: tuple[Year, YearViews],
) -> None:
    """Table, category pages and unit pages hold the same rows, each item once."""
    year, views = shown
    wanted = sorted(item.id for item in year.items)
    table = [row for part in views.table.parts for group in part.category.groups for row in group.rows]
    assert sorted(row.id for row in table) == wanted
    assert sorted(row.id for unit in views.units for row in unit.answers) == wanted
    by_category = [row.id for one in views.categories for group in one.groups for row in group.rows]
    assert sorted(by_category) == wanted
    assert views.table.items == len(wanted)


def test_the_front_page_adds_up(shown: tuple[Year, YearViews]) -> None:
    """Categories' points and counts add up to the total, and the units' points too."""
    year, views = shown
    top = [line for line in views.home.categories if line.depth == 0]
    total = views.home.total
    assert sum(float(line.points) for line in top) == float(total.points)
    for field in ("indicators", "targets", "items"):
        numbers = [getattr(line, field) for line in top]
        assert sum(int(one) for one in numbers if one != "—") == int(getattr(total, field))
    lines = [line for kind in views.home.kinds for line in kind.units]
    assert len(lines) == len(year.organisation.units)
    worth = sum(round(float(line.points) * 100) for line in lines if line.points != "—")
    assert worth == sum(category.points for category in year.plan.categories)


def test_a_unit_page_lists_what_it_answers_for_in_the_order_of_the_plan(
    shown: tuple[Year, YearViews],
) -> None:
    """The plan's order of categories, not that of the alphabet; helping is listed apart."""
    year, views = shown
    order = [item.id for one in year.plan.walk() for held in year.held_by(one) for item in held.items]
    for unit in views.units:
        ids = [row.id for row in unit.answers]
        assert ids == sorted(ids, key=order.index)
        assert unit.items == len(ids)
        helping = {item.id for item in year.items if unit.unit.name in item.partners}
        assert {row.id for row in unit.helps} == helping


def test_neighbours_lead_through_all_targets_of_an_indicator(shown: tuple[Year, YearViews]) -> None:
    """From the first target, 下一项 reaches every target of the indicator and then ends."""
    _, views = shown
    by_id = {view.requirement.id: view for view in views.targets}
    for indicator in views.indicators:
        rows = [row.id for row in indicator.group.rows]
        if indicator.requirement is None:
            walked, here = [], rows[0]
            while here:
                walked.append(here)
                here = by_id[here].after
            assert walked == rows
            assert [by_id[one].before for one in rows] == ["", *rows[:-1]]


def test_the_disclosure_box_has_nine_labels_in_order_and_a_dash_for_what_is_unknown() -> None:
    """The order of the county's guide; nothing is invented for a fact the data does not have."""
    edition = edition_of(REPOSITORY)
    circular = edition.dossier.years[2019].circulars[0]
    assert circular.disclosure.index_number is None
    labels = disclosure(circular, edition.dossier.bureau.name)
    names = ["索引号", "主题分类", "发布机构", "文号", "公文生成日期", "标题", "概述", "有效性", "发布时间"]
    assert [label.name for label in labels] == names
    values = {label.name: label.value for label in labels}
    assert (values["索引号"], values["文号"]) == ("—", circular.number)


@pytest.mark.parametrize(
    ("composed", "notice", "mixed"),
    [
        ([], "", False),
        ([False, False], "", False),
        ([True, True], "本页的", False),
        ([True, False], "本页标有", True),
    ],
)
def test_composed_data_is_always_announced(composed: list[bool], notice: str, *, mixed: bool) -> None:
    """All of it by one notice; some of it by a notice and a mark on each."""
    found = sample(composed)
    assert found.notice.startswith(notice)
    assert bool(found.notice) == any(composed)
    assert found.mixed == mixed


def test_sums_of_composed_data_are_told_from_the_plan_s_own_figures() -> None:
    """On the front page the categories' figures are the plan's, the units' are sums of examples."""
    assert sample_sums([False], beside_declared=True).notice == ""
    assert sample_sums([False, True], beside_declared=False).notice.startswith("各单位")
    assert sample_sums([True], beside_declared=True).notice.startswith("各类别的分值和项数出自方案")


def test_files_are_offered_by_year_with_format_and_size() -> None:
    """Newest year first, a circular before its annexes, the PDF before other forms; sizes are rounded up."""
    files = (
        Document("documents/2019/44.pdf", 2019, "44号", 1024),
        Document("documents/2019/44.docx", 2019, "44号", 1025),
        Document("documents/2019/44-annex-1.xlsx", 2019, "44号 附件1", 1),
        Document("documents/2020/3.pdf", 2020, "3号", 3 * 1024 * 1024 + 1),
    )
    years = downloads(files)
    assert [one.year for one in years] == [2020, 2019]
    groups = [(group.title, group.files) for one in years for group in one.documents]
    assert [(title, [(line.format, line.size) for line in lines]) for title, lines in groups] == [
        ("3号", [("PDF", "3.1 MB")]),
        ("44号", [("PDF", "1 KB"), ("DOCX", "2 KB")]),
        ("44号 附件1", [("XLSX", "1 KB")]),
    ]


def test_a_circular_offers_the_files_that_hold_it(shown: tuple[Year, YearViews]) -> None:
    """By its year and number; another year's file is not its own."""
    _, views = shown
    files = {file.address for circular in views.circulars for file in circular.files}
    assert files == ({"documents/2021/3.pdf"} if views.year == 2021 else set())


def test_the_front_page_tells_where_the_newest_reported_quarter_stands() -> None:
    """Counts that add up to all items, of which those without any are left out; the first few that lag."""
    views = _views(REPOSITORY).years[0]
    standing, newest = views.home.standing, views.quarters[-1]
    assert standing is not None
    assert standing.quarter == newest.quarter
    assert sum(int(one.count) for one in standing.counts) == views.table.items
    assert all(int(one.count) for one in standing.counts)
    assert standing.behind == len(newest.lagging)
    assert standing.lagging == newest.lagging[:5]


def test_the_table_names_every_item_s_state_and_offers_each_to_narrow_by() -> None:
    """As the newest quarter has it; a year without reports has no states, no such choice, and no standing."""
    table = _views(REPOSITORY).years[0].table
    assert len(table.states) == table.items
    (offered,) = (one for one in table.filters if one.key == "state")
    assert {option.value for option in offered.options} == set(table.states.values())
    year = edition_of(REPOSITORY).dossier.years[2019]
    bare = target_table(replace(year, progress=()))
    assert (bare.quarter, dict(bare.states)) == ("", {})
    assert "state" not in {one.key for one in bare.filters}
