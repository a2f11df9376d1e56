"""目标考评表 as a spreadsheet: typed columns, a fixed head, and nothing that counts by itself."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from generator.problem import Place
from generator.render.annex_xlsx import annex_xlsx
from generator.views.circular import Leaf, Part, Title, annex_leaf
from generator.views.sheet import Column, LineKind, Sheet, SheetLine
from tests.render.word import reference

DAY = date(2019, 8, 29)
LEAVES = [annex_leaf(reference(), part, part.sheet) for part in reference().parts if part.sheet is not None]


def opened(content: bytes) -> Worksheet:
    """The only sheet of a workbook."""
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    return sheet


@pytest.fixture(scope="module")
def table() -> Worksheet:
    """The reference's table of targets."""
    return opened(annex_xlsx(LEAVES[0]))


def test_every_item_is_a_row_with_numbers_days_and_words(table: Worksheet) -> None:
    """126 rows: the number and the points are numbers, the deadline is a day, the rest is text."""
    items = [row for row in table.iter_rows(min_row=5) if isinstance(row[0].value, int)]
    assert [row[0].value for row in items] == list(range(1, 127))
    assert {type(row[3].value) for row in items} <= {float, int}
    assert {row[3].number_format for row in items} == {"0.00"}
    assert {type(row[5].value) for row in items} == {datetime}
    assert {type(row[column].value) for row in items for column in (1, 2, 4, 6, 7, 8)} == {str}


def test_the_sums_are_those_of_the_rows(table: Worksheet) -> None:
    """The points of the items add up to the total in the last row."""
    items = [
        Decimal(str(row[3].value)) for row in table.iter_rows(min_row=5) if isinstance(row[0].value, int)
    ]
    total = table[table.max_row]
    assert total[0].value == "总计"
    assert sum(items) == Decimal(str(total[3].value)) == 100


def test_the_head_stays_on_the_screen_and_on_every_page(table: Worksheet) -> None:
    """A4 laid across, as wide as the page, the row of titles frozen and repeated."""
    assert [cell.value for cell in table[4]][:3] == ["序号", "一级指标", "年度工作目标"]
    assert table.freeze_panes == "A5"
    assert table.print_title_rows == "$4:$4"
    assert table.page_setup.orientation == "landscape"
    assert int(table.page_setup.paperSize) == 9
    assert table.sheet_properties.pageSetUpPr.fitToPage
    assert (table.page_setup.fitToWidth or 1, table.page_setup.fitToHeight) == (1, 0)


def test_the_table_says_what_is_composed(table: Worksheet) -> None:
    """示例数据 stands above the head."""
    assert "示例数据" in table["A3"].value


@pytest.mark.parametrize("harmful", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x")', "http://x"])
def test_no_text_becomes_a_formula_or_a_link(harmful: str) -> None:
    """Whatever the data says is text in its cell."""
    lines = (SheetLine(LineKind.ITEM, (harmful, harmful), (harmful, harmful)),)
    sheet = Sheet((Column("目标", 9, flexible=True), Column("单位", 4)), lines)
    title = Title("目标考评表", ("目标考评表",), settled=True, place=Place("x"))
    found = opened(annex_xlsx(Leaf(Part("附件", title, (), sheet), sheet, "", ("某局",), DAY, "")))
    cells = [cell for row in found.iter_rows() for cell in row if cell.value == harmful]
    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]


@pytest.mark.parametrize("place", range(len(LEAVES)))
def test_the_same_table_gives_the_same_bytes_and_a_sound_file(place: int, tmp_path: Path) -> None:
    """Nothing comes from the clock, and an auditor of the format finds nothing."""
    content = annex_xlsx(LEAVES[place])
    assert content == annex_xlsx(LEAVES[place])
    created = load_workbook(io.BytesIO(content)).properties.created
    assert created == datetime(2019, 8, 29)
    file = tmp_path / "annex.xlsx"
    file.write_bytes(content)
    assert [error.description for error in OpenXmlValidator().validate(file).errors] == []
