"""A workbook is read as cells that know where they stand."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from generator.load.spreadsheet.reading import read_spreadsheet, workbook_from
from generator.load.spreadsheet.workbook import Area, Kind, Visibility
from generator.problem import Place, UndecidedError, column_letters


def test_every_kind_of_cell_keeps_its_value_format_and_place() -> None:
    """Text, number, day, moment, truth, error, and a formula without a result, each at its address."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "季度报表"
    page["B2"], page["C2"], page["D2"] = "达进度", 0.1 + 0.2, 12
    page["B3"], page["C3"], page["D3"] = datetime(2019, 9, 30), datetime(2019, 9, 30, 8), time(8)
    page["B4"], page["C4"], page["D4"] = True, "#N/A", "=1+1"
    page["C2"].number_format = "0.0%"
    read, problems = workbook_from(_packed(book), "报表.xlsx")
    assert read is not None
    assert problems == ()
    [sheet] = read.sheets
    assert [(str(cell.place), cell.kind, cell.value) for _, row in sheet.rows() for cell in row] == [
        ("报表.xlsx 工作表“季度报表” B2", Kind.TEXT, "达进度"),
        ("报表.xlsx 工作表“季度报表” C2", Kind.NUMBER, Decimal("0.3")),
        ("报表.xlsx 工作表“季度报表” D2", Kind.NUMBER, Decimal(12)),
        ("报表.xlsx 工作表“季度报表” B3", Kind.DATE, date(2019, 9, 30)),
        ("报表.xlsx 工作表“季度报表” C3", Kind.DATE, datetime(2019, 9, 30, 8)),
        ("报表.xlsx 工作表“季度报表” D3", Kind.TIME, time(8)),
        ("报表.xlsx 工作表“季度报表” B4", Kind.BOOLEAN, True),
        ("报表.xlsx 工作表“季度报表” C4", Kind.ERROR, "#N/A"),
        ("报表.xlsx 工作表“季度报表” D4", Kind.EMPTY, None),
    ]
    assert (sheet.cell(2, 3).number_format, sheet.cell(4, 4).formula) == ("0.0%", "=1+1")


def test_what_lies_around_the_cells_is_kept() -> None:
    """Merged areas, hidden rows, columns and sheets, names of areas, and the place of a cell that holds nothing."""
    book = openpyxl.Workbook()
    page = book.active
    page["B2"] = "合并"
    page.merge_cells("B2:C3")
    page.row_dimensions[5].hidden = True
    page.column_dimensions.group("E", "G", hidden=True)
    book.create_sheet("藏").sheet_state = "veryHidden"
    book.defined_names["编号"] = openpyxl.workbook.defined_name.DefinedName("编号", attr_text="Sheet!$A$1")
    read, _ = workbook_from(_packed(book), "报表.xlsx")
    assert read is not None
    shown, hidden = read.sheets
    assert (set(shown.merged.values()), shown.hidden_rows, shown.hidden_columns) == (
        {Area(2, 2, 3, 3)},
        frozenset({5}),
        frozenset({5, 6, 7}),
    )
    assert (hidden.name, hidden.visibility) == ("藏", Visibility.VERY_HIDDEN)
    assert read.names == {"编号": "Sheet!$A$1"}
    assert read.sheet("藏") is hidden
    assert shown.cell(3, 3).merged == Area(2, 2, 3, 3)
    assert (shown.cell(9, 27).kind, shown.cell(9, 27).place.cell) == (Kind.EMPTY, "AA9")


def test_a_comment_is_told_not_lost() -> None:
    """A clerk's comment does not come in; the message says where it is and what it says."""
    book = openpyxl.Workbook()
    book.active["B2"].comment = Comment("这个数等财务核对", "张三")
    _, [problem] = workbook_from(_packed(book), "报表.xlsx")
    assert (problem.rule, problem.place) == ("cell_comment", Place("报表.xlsx", 2, 2, "Sheet"))
    assert "这个数等财务核对" in problem.message


def test_a_file_that_is_not_there_leaves_nothing_to_decide(tmp_path: Path) -> None:
    """No file, or a folder: exit status 2, in a sentence."""
    for path in (tmp_path / "没有.xlsx", tmp_path):
        with pytest.raises(UndecidedError, match="读不了"):
            read_spreadsheet(path)


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    """The path that was given names the file in every message."""
    file = tmp_path / "报表.xlsx"
    file.write_bytes(_packed(openpyxl.Workbook()))
    read, problems = read_spreadsheet(file)
    assert read is not None
    assert (read.file, problems) == (str(file), ())


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_columns_are_called_by_letters(column: int, letters: str) -> None:
    """The letters of a column are those that openpyxl gives."""
    assert column_letters(column) == letters == openpyxl.utils.get_column_letter(column)


def _packed(book: openpyxl.Workbook) -> bytes:
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
