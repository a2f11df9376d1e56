"""What LibreOffice makes of a form comes in with the same values, or is refused; what a clerk does in it is seen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from generator.load.spreadsheet.reading import workbook_from
from generator.load.spreadsheet.workbook import Kind, Workbook
from generator.render.form_xlsx import form_xlsx
from tests.render.office import Step, converted, handled, needs_office, needs_office_and_bridge
from tests.render.test_form_xlsx import made

XLSX = "xlsx:Calc MS Excel 2007 XML"
CLERKS: dict[str, tuple[str, list[Step]]] = {
    "saved again": ("xlsx", []),
    "typed": (
        "xlsx",
        [
            ("type", "R5", "2019-9-30"),
            ("type", "R6", "85%"),
            ("type", "R7", "=1/0"),
            ("type", "R9", "=2*3"),
            ("type", "R8", "3/4"),
            ("text", "R10", "１２件"),
        ],
    ),
    "merged": ("xlsx", [("merge", "G5:G7", 0)]),
    "sorted": ("xlsx", [("sort", "A5:N10", 6)]),
    "rows put in": ("xlsx", [("insert rows", 6, 3), ("hide rows", 9, 1)]),
    "column taken out": ("xlsx", [("delete columns", 13, 1)]),
    "renamed": ("xlsx", [("rename", "", "报表 (2)")]),
    "commented": ("xlsx", [("comment", "G5", "等财务核对")]),
    "locked": ("xlsx", [("password", "", "12345")]),
    "old": ("xls", []),
    "open document": ("ods", []),
}
"""What clerks do with the form in LibreOffice, and the ending they store it under."""


@cache
def filled() -> bytes:
    """A form that its unit filled in."""
    return form_xlsx(made(blank=False))


@cache
def clerks() -> dict[str, bytes]:
    """What clerks make of the form; all of it with one office."""
    return handled({name: (filled(), ending, steps) for name, (ending, steps) in CLERKS.items()})


def read(data: bytes, *told: str, file: str = "报表.xlsx") -> Workbook:
    """A workbook that is read, and of which only this is told."""
    book, problems = workbook_from(data, file)
    assert tuple(problem.rule for problem in problems) == told
    assert book is not None
    return book


def held(book: Workbook) -> dict[tuple[str, int, int], Any]:
    """All that a workbook's cells hold, by sheet, row and column."""
    return {
        (sheet.name, *spot): (cell.kind, cell.value)
        for sheet in book.sheets
        for spot, cell in sheet.cells.items()
    }


def column_g(name: str, *told: str) -> list[Any]:
    """What stands in G5 to G10 after a clerk's work."""
    sheet = read(clerks()[name], *told).sheets[0]
    return [sheet.cell(row, 7).value for row in range(5, 11)]


@needs_office
@pytest.mark.parametrize(
    "form", ["xls:MS Excel 97", "ods:calc8", "fods", "csv", "html", "pdf:calc_pdf_Export"]
)
def test_another_form_is_refused_and_comes_back_whole(form: str) -> None:
    """Whatever it is called it is refused; saved as .xlsx again, every cell of every sheet is what it was."""
    ending = form.partition(":")[0]
    other = converted({"form": filled()}, "xlsx", form)["form"]
    for file in (f"报表.{ending}", "报表.xlsx"):
        book, problems = workbook_from(other, file)
        assert book is None
        assert [problem.rule for problem in problems] == ["workbook_format"]
    if ending in ("xls", "ods", "fods"):
        back = converted({"form": other}, ending, XLSX)["form"]
        assert held(read(back)) == held(read(filled()))


@needs_office
def test_a_workbook_for_macros_is_refused() -> None:
    """Saved as .xlsm, even with no macro in it."""
    other = converted({"form": filled()}, "xlsx", "xlsm:Calc MS Excel 2007 VBA XML")["form"]
    for file, rule in (("报表.xlsm", "workbook_format"), ("报表.xlsx", "workbook_macro")):
        assert [problem.rule for problem in workbook_from(other, file)[1]] == [rule]


@needs_office_and_bridge
def test_a_form_that_was_only_saved_is_the_same() -> None:
    """Opened, unprotected and saved, it holds what it held."""
    assert held(read(clerks()["saved again"])) == held(read(filled()))


@needs_office_and_bridge
def test_what_was_typed_is_read_as_the_program_took_it() -> None:
    """A day, a percentage, an error, a result, 3/4 that became a day, a text: as LibreOffice understood each in a plain cell."""
    sheet = read(clerks()["typed"]).sheets[0]
    cells = [sheet.cell(row, 18) for row in range(5, 11)]
    assert [(cell.kind, cell.value) for cell in cells[:3]] == [
        (Kind.DATE, date(2019, 9, 30)),
        (Kind.NUMBER, Decimal("0.85")),
        (Kind.ERROR, "#DIV/0!"),
    ]
    assert [cell.formula for cell in cells] == ["", "", "=1/0", "", "=2*3", ""]
    assert cells[1].number_format.endswith("%")
    assert (cells[3].kind, cells[4].value, cells[5].value) == (Kind.DATE, Decimal(6), "１２件")


@needs_office_and_bridge
def test_what_was_moved_is_where_it_was_moved_to() -> None:
    """Rows sorted and put in, a column taken out, a sheet renamed."""
    before = read(filled()).sheets[0]
    rows = {before.cell(row, 14).value: before.cell(row, 7).value for row in range(5, 11)}
    after = read(clerks()["sorted"]).sheets[0]
    assert {after.cell(row, 14).value: after.cell(row, 7).value for row in range(5, 11)} == rows
    assert [after.cell(row, 14).value for row in range(5, 11)] != list(rows)
    put_in = read(clerks()["rows put in"]).sheets[0]
    assert [put_in.cell(row, 7).value for row in range(5, 11)] == [
        *list(rows.values())[:2],
        None,
        None,
        None,
        list(rows.values())[2],
    ]
    assert put_in.hidden_rows == {10}
    assert read(clerks()["column taken out"]).sheets[0].cell(5, 14).value is None
    assert read(clerks()["renamed"]).sheets[0].name == "报表 (2)"


@needs_office_and_bridge
def test_merged_cells_lose_nothing_and_are_told_apart() -> None:
    """LibreOffice keeps what lies under a merged cell; each of the three says that it is merged."""
    sheet = read(clerks()["merged"]).sheets[0]
    assert [str(sheet.cell(row, 7).merged) for row in (5, 6, 7, 8)] == ["G5:G7"] * 3 + ["None"]
    assert column_g("merged") == column_g("saved again")


@needs_office_and_bridge
def test_a_comment_and_a_password_are_told() -> None:
    """The comment with its cell; the real thing, encrypted by LibreOffice, for what it is."""
    assert column_g("commented", "cell_comment") == column_g("saved again")
    for name, rule in (
        ("locked", "workbook_password"),
        ("old", "workbook_format"),
        ("open document", "workbook_format"),
    ):
        book, problems = workbook_from(clerks()[name], "报表.xlsx")
        assert (book, [problem.rule for problem in problems]) == (None, [rule])
