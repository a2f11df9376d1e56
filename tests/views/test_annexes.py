"""The annexes ready to print: which lines, in which order, with which columns and sums."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.circular import USUAL_COLUMNS, AnnexColumn, Circular
from generator.model.dossier import Year
from generator.model.indicator import Composite
from generator.views.annex_table import annex_table
from generator.views.annexes import annexes
from generator.views.quarterly_form import quarterly_form
from generator.views.sheet import LineKind, Sheet, SheetLine
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def year() -> Year:
    """The reference bureau's year."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    return dossier.years[2019]


@pytest.fixture(scope="module")
def table(year: Year) -> Sheet:
    """Its table of targets with the usual columns."""
    return annex_table(year, USUAL_COLUMNS)


def lines(table: Sheet, kind: LineKind) -> list[SheetLine]:
    """The lines of one kind."""
    return [line for line in table.lines if line.kind is kind]


def test_every_item_stands_once_in_the_order_of_the_plan(year: Year, table: Sheet) -> None:
    """106 targets and the 20 indicators that are assessed whole, numbered through."""
    items = lines(table, LineKind.ITEM)
    order = [category.name for category in year.plan.walk()]
    planned = sorted(year.indicators, key=lambda one: (order.index(one.category), one.id))
    assert [line.values[2] for line in items] == [item.text for one in planned for item in one.items]
    assert [line.values[0] for line in items] == list(range(1, 127))


def test_every_line_repeats_its_indicator(table: Sheet) -> None:
    """So a label never vanishes at the top of a page."""
    assert all(line.cells[1] for line in lines(table, LineKind.ITEM))
    assert table.lines[3].cells[1] == table.lines[2].cells[1] == "社区矫正监督管理"


def test_categories_are_numbered_by_depth_and_end_with_their_sum(table: Sheet) -> None:
    """一、 and （一）, with points; sums of the inner ones add up to those of the outer ones."""
    assert [line.cells[0] for line in lines(table, LineKind.HEADING)][:3] == [
        "一、职能工作目标（80分）",
        "（一）重点工作目标（45分）",
        "（二）常规工作目标（25分）",
    ]
    sums = {line.values[0]: line.values[1] for line in lines(table, LineKind.SUM)}
    assert sums["重点工作目标小计"] == Decimal(45)
    assert sums["职能工作目标合计"] == Decimal(80)
    assert sums["总计"] == Decimal(100)
    inner = [Decimal(str(value)) for name, value in sums.items() if str(name).endswith("小计")]
    assert sum(inner) == Decimal(100)


def test_each_category_s_sum_is_that_of_the_lines_above_it(table: Sheet) -> None:
    """The column of points adds up, category by category."""
    added = Decimal(0)
    for line in table.lines:
        if line.kind is LineKind.ITEM:
            added += Decimal(str(line.values[3]))
        elif line.kind is LineKind.SUM and line.cells[0].endswith("小计"):
            assert line.values[1] == added
            added = Decimal(0)


def test_a_circular_names_the_columns_and_their_order(year: Year) -> None:
    """What it names is printed, and nothing else; a line has a cell for each."""
    columns = (AnnexColumn.ID, AnnexColumn.TEXT, AnnexColumn.PARTNERS, AnnexColumn.EXPECTED)
    table = annex_table(year, columns)
    assert [column.title for column in table.columns] == ["编号", "年度工作目标", "协办股室", "预期效果"]
    assert {len(line.cells) for line in lines(table, LineKind.ITEM)} == {4}
    total = SheetLine(LineKind.SUM, ("总计 100分",), ("总计 100分",), span=4, name="sum")
    assert lines(table, LineKind.SUM)[-1] == total


def test_every_line_fills_all_columns(year: Year) -> None:
    """The first cell's columns and one for each further cell are as many as the table has, in any order of columns."""
    for columns in (USUAL_COLUMNS, tuple(AnnexColumn), tuple(reversed(tuple(AnnexColumn)))):
        for line in annex_table(year, columns).lines:
            assert line.span + len(line.cells) - 1 == len(columns)


def test_no_column_can_show_what_is_internal(year: Year) -> None:
    """With every column there is, neither 直接责任人 nor evidence is printed."""
    inside = {"person": "不公开的人", "evidence": "不公开的材料"}
    indicators = tuple(
        one.model_copy(update={"targets": tuple(target.model_copy(update=inside) for target in one.targets)})
        if isinstance(one, Composite)
        else one.model_copy(update=inside)
        for one in year.indicators
    )
    table = annex_table(replace(year, indicators=indicators), tuple(AnnexColumn))
    assert "不公开" not in "".join(cell for line in table.lines for cell in line.cells)


def test_composed_figures_say_so(year: Year, table: Sheet) -> None:
    """One note where all is composed; where only some is, the composed lines are marked."""
    assert table.above == ("本表的指标、目标和分值为示例数据，不是正式公布的内容。",)
    first, *others = year.indicators
    mixed = annex_table(
        replace(year, indicators=(first.model_copy(update={"sample": False}), *others)), USUAL_COLUMNS
    )
    marked = [line.cells[1].endswith("（示例数据）") for line in lines(mixed, LineKind.ITEM)]
    assert True in marked
    assert False in marked
    assert "示例数据" in mixed.above[0]
    real = replace(
        year, indicators=tuple(one.model_copy(update={"sample": False}) for one in year.indicators)
    )
    assert annex_table(real, USUAL_COLUMNS).above == ()


def test_the_form_is_blank_and_fits_the_plan(year: Year) -> None:
    """No figures and no names; the states and the days for reporting are the plan's own."""
    form = quarterly_form(year, "附件1")
    assert {cell for line in form.lines for cell in line.cells} == {""}
    assert {line.kind for line in form.lines} == {LineKind.BLANK}
    words = "".join(form.below)
    assert all(state.name in words for state in year.plan.states)
    assert "照附件1填写" in words
    assert "第一季度（补报）2019年9月20日前" in words
    assert "照" not in "".join(quarterly_form(year, "").below)


def test_annexes_are_numbered_when_there_are_several(year: Year) -> None:
    """附件1 and 附件2 with the titles that the circular lists; a single one is 附件."""
    circular = year.circulars[0]
    parts = list(annexes(year, circular))
    assert [part.label for part in parts] == ["附件1", "附件2"]
    assert [part.title.text for part in parts] == [annex.title for annex in circular.annexes]
    assert [part.label for part in annexes(year, only_first(circular))] == ["附件"]


def only_first(circular: Circular) -> Circular:
    """The circular with its first annex only."""
    return circular.model_copy(update={"annexes": circular.annexes[:1]})
