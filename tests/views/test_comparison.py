"""修订对照表 says of each change what stood, what stands and what that comes to; its sums are the plan's."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compute.approvals import needs_approval
from generator.compute.changes import changes
from generator.compute.public import public_dossier
from generator.model.dossier import Dossier
from generator.pipeline import read
from generator.views.amendment import Amendment, amendments_of
from generator.views.circular import Leaf
from generator.views.comparison import Compared, Version, comparison
from generator.views.sheet import LineKind, SheetLine
from tests.compute.edits import VALUES, YEAR, bureau, edited, targets
from tests.conftest import REPOSITORY
from tests.sites import edition_of


def _rows(leaf: Leaf, kind: LineKind = LineKind.ITEM) -> list[SheetLine]:
    return [line for line in leaf.sheet.lines if line.kind is kind]


def _amendment() -> Amendment:
    (found,) = amendments_of(edition_of(REPOSITORY).dossier, draft=True)
    return found


def test_the_amendment_of_the_reference_is_told_from_committed_records() -> None:
    """Both documents are named; points, deadline and unit with what they came to; the sums stay exact."""
    table = _amendment().comparison
    assert table.sheet.above == (
        "原规定：安司〔2019〕44号（2019年8月29日）",
        "修订后：安司〔2019〕60号（2019年10月25日）",
    )
    assert [(line.cells[2].partition(" ")[0], *line.cells[3:]) for line in _rows(table)] == [
        ("ZD03-3", "完成时限", "2019年11月30日", "2019年12月31日", "推迟31天"),
        ("CG02-2", "分值", "0.50分", "0.40分", "减少0.10分"),
        ("CG02-3", "分值", "0.50分", "0.60分", "增加0.10分"),
        ("CG14-2", "责任股室", "政策法规股", "行政执法督查股", "移交"),
    ]
    assert ("总分", "100.00分", "100.00分", "不变") in [line.cells for line in _rows(table, LineKind.SUM)]
    assert table.sheet.below[-1] == "本表为示例数据，不是实际印发的文件。"
    assert (table.draft, table.date) == ("送审稿", date(2019, 10, 25))


def test_the_table_of_targets_is_there_before_and_after() -> None:
    """As the first circular issued it, and as the amendment left it; they differ in the amended items alone."""
    amendment = _amendment()
    assert amendment.before is not None
    assert amendment.after is not None
    pairs = zip(amendment.before.sheet.lines, amendment.after.sheet.lines, strict=True)
    assert [was.name for was, now in pairs if was != now] == ["ZD03-3", "CG02-2", "CG02-3", "CG14-2"]


def test_a_bureau_without_amendments_has_no_table() -> None:
    """The first approval issues the plan and amends nothing."""
    dossier = edition_of(REPOSITORY).dossier
    year = dataclasses.replace(dossier.years[2019], approvals=dossier.years[2019].approvals[:1])
    assert list(amendments_of(dataclasses.replace(dossier, years={2019: year}), draft=True)) == []


def test_an_amendment_of_what_stays_inside_has_no_table_in_public() -> None:
    """Who answers directly is approved and recorded, and nothing of it is told."""
    dossier = read(REPOSITORY).dossier
    assert dossier is not None
    first, second = dossier.years[2019].approvals
    inside = second.changes[0].model_copy(update={"field": "person", "was": "甲", "now": "乙"})
    approvals = (first, second.model_copy(update={"changes": (inside,)}))
    year = dataclasses.replace(dossier.years[2019], approvals=approvals)
    public = public_dossier(dataclasses.replace(dossier, years={2019: year}))
    assert list(amendments_of(public, draft=True)) == []


def _compared(old: Dossier, new: Dossier) -> Leaf:
    made = tuple(one for one in changes(old, new) if needs_approval(one))
    compared = Compared(old.years[YEAR], new.years[YEAR], made, Version("基准"), Version("改后"))
    return comparison(compared, ("某局",), date(2021, 1, 1), draft="", sample=False)


@given(data=st.data())
@settings(max_examples=100)
def test_every_change_has_its_line_and_the_sums_are_those_of_the_plan(data: Any) -> None:
    """Of any edits; a line has a cell for each column, and the sum of the differences is that of the points."""
    new = bureau()
    for _ in range(data.draw(st.integers(1, 3))):
        field = data.draw(st.sampled_from(sorted(VALUES.keys() - {"rule"})))
        new = edited(new, data.draw(st.sampled_from(targets(new))), field, data.draw(VALUES[field]))
    made = [one for one in changes(bureau(), new) if needs_approval(one)]
    table = _compared(bureau(), new)
    rows = _rows(table)
    assert [row.cells[0] for row in rows] == [str(number + 1) for number in range(len(made))]
    assert {len(row.cells) for row in rows} <= {len(table.sheet.columns)}
    assert all(row.cells[4] != row.cells[5] for row in rows)
    total = next(line for line in _rows(table, LineKind.SUM) if line.cells[0] == "总分")
    sums = [sum(item.points for item in one.years[YEAR].items) for one in (bureau(), new)]
    assert total.cells[1:3] == tuple(f"{one // 100}.{one % 100:02}分" for one in sums)


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("goal", {"at_least": "10", "unit": "场"}, {"at_least": "8", "unit": "场"}, "放宽"),
        ("goal", {"at_most": "3", "unit": "起"}, {"at_most": "1", "unit": "起"}, "收紧"),
        ("deadline", "2021-12-31", "2021-11-30", "提前31天"),
        ("text", "全年开展督促检查100场次。", "全年开展监督检查100场次。", "文字更正"),
        ("text", "全年开展监督检查100场次。", "全年开展监督检查10场次。", "内容修改"),
        ("with", ["甲科"], ["乙科"], "调整"),
        ("with", [], ["乙科"], "补充"),
        ("leader", "赵一", "钱二", "调整"),
    ],
)
def test_a_difference_is_said_in_a_word(field: str, old: object, new: object, told: str) -> None:
    """How much, which way, or only that it was made."""
    target = targets(bureau())[0]
    before, after = (edited(bureau(), target, field, value) for value in (old, new))
    (row,) = _rows(_compared(before, after))
    assert row.cells[-1] == told


def test_what_went_stands_where_it_stood_and_long_texts_squeeze_nobody() -> None:
    """The order is the plan's; a text of any length leaves the other columns their room."""
    first, second = "ZD01-1", "RC01"  # the plan has the category of the one before that of the other
    before = edited(bureau(), second, "text", "短。")
    after = edited(edited(before, second, "text", "长" * 5000 + "。"), first, "expected", "另有效果。")
    rows = _rows(_compared(before, after))
    assert [row.cells[2].partition(" ")[0] for row in rows] == [first, second]
    assert len(rows[1].cells[2]) < 100 < len(rows[1].cells[5])
    shares = [column.characters for column in _compared(before, after).sheet.columns if column.flexible]
    assert max(shares) <= 2 * min(shares)


def test_what_came_went_or_was_divided_is_told_whole() -> None:
    """A target that went keeps its text in the table; its points are in the sums."""
    gone = bureau().years[YEAR].indicators[-1]
    fewer = dataclasses.replace(
        bureau().years[YEAR],
        indicators=tuple(one for one in bureau().years[YEAR].indicators if one is not gone),
    )
    table = _compared(bureau(), dataclasses.replace(bureau(), years={YEAR: fewer}))
    items = [item.id for item in gone.items]
    told = {row.cells[2].partition(" ")[0]: row.cells for row in _rows(table)}
    assert {told[item][-1] for item in items} == {"取消"}
    assert all("分值：" in told[item][4] and told[item][5] == "—" for item in items)
