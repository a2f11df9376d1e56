"""季度报表 to fill in, as a spreadsheet: what is locked, what is checked, what is hidden, how it prints."""

from __future__ import annotations

import io
import re
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from generator.compute.form import form_items
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.problem import column_letters
from generator.render.form_xlsx import form_xlsx
from generator.views.form import KEYS, MARK_SHEET, Form, form
from tests.compute.test_form import plan
from tests.conftest import REPOSITORY
from tests.render.office import converted, needs_office, printed

UNIT, QUARTER = "社区矫正管理局", "q3"
TAKEN = {"work", "figure", "state", "cause", "remedy", "self_score", "evidence"}
FIRST = 5
"""The row of the first item."""


@cache
def made(*, blank: bool, quarter: str = QUARTER, unit: str = UNIT) -> Form:
    """A form of the reference bureau."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    year = dossier.years[2019]
    which = next(one for one in year.plan.quarters if one.id == quarter)
    found = form(dossier, 2019, year.units[unit], which, blank=blank)
    assert found is not None
    return found


@cache
def book(*, blank: bool = True) -> Workbook:
    """Its workbook, as openpyxl reads it."""
    return load_workbook(io.BytesIO(form_xlsx(made(blank=blank))))


def page(*, blank: bool = True) -> Worksheet:
    """The sheet to fill in."""
    return book(blank=blank).worksheets[0]


def rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The rows of items."""
    count = len(form_items(plan(), UNIT, QUARTER))
    return list(sheet.iter_rows(min_row=FIRST, max_row=FIRST + count - 1))


def validations(sheet: Worksheet) -> dict[str, Any]:
    """What is checked of each cell, by its address."""
    checks = sheet.data_validations.dataValidation
    return {
        f"{column_letters(column)}{row}": one
        for one in checks
        for area in one.sqref.ranges
        for row, column in area.cells
    }


def test_every_item_has_its_row_with_what_the_plan_says_of_it() -> None:
    """Id, text, goal, deadline, and what was reported last; its id once more where no one sees it."""
    items = form_items(plan(), UNIT, QUARTER)
    found = rows(page())
    assert [row[0].value for row in found] == [item.id for item in items]
    assert [row[1].value for row in found] == [item.text for item in items]
    assert [row[len(KEYS)].value for row in found] == [item.id for item in items]
    assert [found[0][place].value for place in (2, 3, 5)] == ["不少于12次", "12月31日", "6次"]


def test_only_the_cells_to_fill_in_can_be_changed() -> None:
    """The sheet is protected, without a password; each field of a row, and three cells beside the table, are open."""
    sheet = page()
    assert sheet.protection.sheet and not sheet.protection.password
    for row in rows(sheet):
        assert [place for place, cell in enumerate(row) if not cell.protection.locked] == [
            place for place, name in enumerate(KEYS) if name in TAKEN
        ]
    ours = {cell.coordinate for row in rows(sheet) for cell in row}
    beside = [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and cell.coordinate not in ours
    ]
    assert len(beside) == 3


def test_every_open_cell_says_in_chinese_what_it_takes() -> None:
    """A hint as it is chosen; where a value can be wrong, what is wrong with it."""
    sheet = page()
    checks = validations(sheet)
    for cell in (cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked):
        check = checks[cell.coordinate]
        assert re.search("[一-鿿]", check.prompt) and len(check.prompt) <= 255
        assert check.type in (None, "none") or re.search("[一-鿿]", check.error)


def test_states_are_chosen_numbers_and_days_are_bounded() -> None:
    """The plan's states in its order; a count from 0, a rate up to 100, a day of the year, no more than full points."""
    sheet = page()
    checks, found = validations(sheet), rows(sheet)
    at = {name: place for place, name in enumerate(KEYS)}
    count, rate, done = (checks[found[place][at["figure"]].coordinate] for place in (0, 1, 3))
    states = ",".join(state.name for state in plan().plan.states)
    assert checks[found[0][at["state"]].coordinate].formula1 == f'"{states}"'
    assert (count.type, count.operator, count.formula1) == ("decimal", "greaterThanOrEqual", "0.0")
    assert (rate.type, rate.formula1, rate.formula2) == ("decimal", "0.0", "100.0")
    assert done.type == "date"
    score = checks[found[0][at["self_score"]].coordinate]
    assert float(score.formula2) == form_items(plan(), UNIT, QUARTER)[0].points / 100


def test_a_form_made_anew_holds_what_was_reported() -> None:
    """Figures are numbers, days are days, states their names; what was not reported is blank."""
    reported = next(one for one in plan().progress if (one.unit, one.quarter) == (UNIT, QUARTER))
    at = {name: place for place, name in enumerate(KEYS)}
    states = {state.id: state.name for state in plan().plan.states}
    for row, told in zip(rows(page(blank=False)), reported.rows, strict=True):
        figure = row[at["figure"]].value
        if told.done_on:
            assert isinstance(figure, datetime) and figure.date() == told.done_on
        else:
            assert Decimal(str(figure)) == told.cumulative
        assert row[at["state"]].value == states[told.state]
        for name in ("work", "cause", "remedy", "evidence"):
            assert row[at[name]].value == getattr(told, name)


def test_a_blank_form_holds_nothing_that_is_to_be_filled_in() -> None:
    """Whatever was reported already."""
    sheet = page()
    assert not [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and cell.value is not None
    ]


def test_the_mark_says_which_form_it_is_and_no_program_shows_it() -> None:
    """Version, year, quarter, unit, fingerprint; then each item with its own."""
    (mark,) = book(blank=False).worksheets[1:]
    assert (mark.title, mark.sheet_state) == (MARK_SHEET, "veryHidden")
    facts = {row[0]: row[1] for row in mark.iter_rows(max_row=5, values_only=True)}
    assert facts["year"] == "2019" and facts["quarter"] == QUARTER and facts["unit"] == UNIT
    assert re.fullmatch("[0-9a-f]{16}", facts["fingerprint"])
    ids = [row[0] for row in mark.iter_rows(min_row=10, values_only=True)]
    assert ids == [item.id for item in form_items(plan(), UNIT, QUARTER)]


def test_no_cell_is_a_formula_and_the_ids_are_hidden() -> None:
    """What is typed counts, nothing else."""
    cells = [cell for sheet in book(blank=False).worksheets for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    column = page().column_dimensions["N"]
    assert column.hidden


@pytest.mark.parametrize("blank", [True, False])
def test_the_same_form_gives_the_same_bytes_and_a_sound_file(tmp_path: Path, *, blank: bool) -> None:
    """Nothing comes from the clock, and an auditor of the format finds nothing."""
    content = form_xlsx(made(blank=blank))
    assert content == form_xlsx(made(blank=blank))
    file = tmp_path / "form.xlsx"
    file.write_bytes(content)
    assert [error.description for error in OpenXmlValidator().validate(file).errors] == []


@needs_office
def test_it_prints_on_a4_laid_across_with_the_head_on_every_page() -> None:
    """As wide as the page, every item on it once, what is internal not on it."""
    (content,) = printed({"form": form_xlsx(made(blank=False))}, "xlsx").values()
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) > 1
        for sheet in pdf.pages:
            assert (round(sheet.width), round(sheet.height)) == (842, 595)
            assert "本季度工作完成情况" in sheet.extract_text()
        text = "".join(sheet.extract_text() for sheet in pdf.pages)
    for item in form_items(plan(), UNIT, QUARTER):
        assert text.count(item.id) == 1, item.id
    assert "自评得分" not in text.replace("右边的自评得分", "")


@needs_office
def test_the_office_keeps_locks_checks_and_mark_when_it_saves_the_form() -> None:
    """Opened and saved by LibreOffice, the form is still one."""
    (content,) = converted({"form": form_xlsx(made(blank=True))}, "xlsx", "xlsx").values()
    saved = load_workbook(io.BytesIO(content))
    assert saved[MARK_SHEET].sheet_state != "visible"
    sheet = saved.worksheets[0]
    assert sheet.protection.sheet
    for row in rows(sheet):
        assert [not cell.protection.locked for cell in row[: len(KEYS)]] == [name in TAKEN for name in KEYS]
    assert validations(sheet).keys() == validations(page()).keys()
