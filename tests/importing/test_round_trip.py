"""Form → fill → import → form again: the same values, whatever a clerk's program made of the file on the way."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator.problem import blocking
from generator.render.form_xlsx import form_xlsx
from generator.views.form import KEYS, MARK_SHEET, form
from tests.conftest import REPOSITORY
from tests.importing.forms import (
    FIRST,
    HEAD,
    PATH,
    QUARTER,
    UNIT,
    YEAR,
    book_of,
    column,
    content_of,
    filled_blank,
    imported,
    opened,
    page,
    rules,
)
from tests.render.office import converted, needs_office

COUNT = 13
"""So many items the unit has."""


def told() -> str:
    """The report as the reference bureau has it, without the word that it is composed, which no form asks for."""
    return (REPOSITORY / PATH).read_text("utf-8").replace("sample: yes\n", "")


def nothing(book: Workbook) -> None:
    """Leave it as it is."""
    assert book.worksheets


def sorted_rows(book: Workbook) -> None:
    """Sort the rows of items by state and text, as whole rows."""
    move_rows(book, lambda rows: rows.sort(key=lambda row: (str(row[7]), str(row[1]))))


def shuffled_seen(book: Workbook) -> None:
    """Sort only the columns that are seen, so that the hidden ids stay behind."""
    sheet = page(book)
    hidden = [sheet.cell(FIRST + place, len(KEYS) + 1).value for place in range(COUNT)]
    move_rows(book, lambda rows: random.Random(7).shuffle(rows))
    for place, name in enumerate(hidden):
        sheet.cell(FIRST + place, len(KEYS) + 1).value = name


def move_rows(book: Workbook, order: Callable[[list[list[tuple[Any, str]]]], object]) -> None:
    """Put the rows of items into another order, with what each cell shows."""
    sheet = page(book)
    cells = [[sheet.cell(FIRST + place, at + 1) for at in range(len(KEYS) + 1)] for place in range(COUNT)]
    rows = [[(cell.value, cell.number_format) for cell in row] for row in cells]
    order(rows)
    for row, values in zip(cells, rows, strict=True):
        for cell, (value, shown) in zip(row, values, strict=True):
            cell.value, cell.number_format = value, shown


def blank_rows(book: Workbook) -> None:
    """Put blank rows between the items."""
    move_down(book, [FIRST + 2, FIRST + 7])


def move_down(book: Workbook, places: list[int]) -> None:
    """Insert rows, as a spreadsheet program does it: with the merged cells below."""
    sheet = page(book)
    for place in reversed(places):
        merged = [str(one) for one in sheet.merged_cells.ranges if one.min_row >= place]
        for one in merged:
            sheet.unmerge_cells(one)
        sheet.insert_rows(place)


def other_columns(book: Workbook) -> None:
    """Put the state before the work."""
    sheet = page(book)
    for row in range(HEAD, FIRST + COUNT):
        work, state = sheet.cell(row, column("work")), sheet.cell(row, column("state"))
        work.value, state.value = state.value, work.value


def without_ids(book: Workbook) -> None:
    """Clear the hidden ids and those that are seen."""
    for row in range(HEAD, FIRST + COUNT):
        for at in (1, len(KEYS) + 1):
            page(book).cell(row, at).value = None


def without_mark(book: Workbook) -> None:
    """Take the hidden sheet away."""
    del book[MARK_SHEET]


def renamed(book: Workbook) -> None:
    """Call the sheet something else."""
    page(book).title = "四季度（最终）"


def quirks(book: Workbook) -> None:
    """Write values as clerks do."""
    sheet = page(book)
    for row in range(FIRST, FIRST + COUNT):
        figure, state, work = (sheet.cell(row, column(key)) for key in ("figure", "state", "work"))
        if isinstance(figure.value, datetime):
            figure.value = f"{figure.value.year}年{figure.value.month}月{figure.value.day}日"
        elif figure.value is not None and row == FIRST:
            figure.value = "１２ 次"
        state.value = f" {state.value}　"
        work.value = f"{work.value}\n"
    sheet.cell(3, 9).value = "2020.1.7"


def beside_the_label(book: Workbook) -> None:
    """Write the day behind its label, in the same cell."""
    page(book)["F3"], page(book)["I3"] = "填报日期：2020年1月7日", None


CHANGES = [
    nothing,
    sorted_rows,
    shuffled_seen,
    blank_rows,
    other_columns,
    without_ids,
    without_mark,
    renamed,
    quirks,
    beside_the_label,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_form_that_comes_back_becomes_the_report_it_was_filled_in_with(
    unreported: Path, change: Callable[[Workbook], None]
) -> None:
    """The file is the reference's own, byte for byte."""
    book = filled_blank()
    change(book)
    (one,) = imported(unreported, content_of(book))
    assert one.text == told(), one.problems
    assert one.fresh and not blocking(one.problems)


def test_the_form_made_after_the_import_is_the_one_that_was_filled_in(unreported: Path) -> None:
    """Cell for cell."""
    (one,) = imported(unreported, content_of(filled_blank()))
    (unreported / PATH).write_text(one.text or "", "utf-8")
    dossier = opened(unreported)
    year = dossier.years[YEAR]
    quarter = next(each for each in year.plan.quarters if each.id == QUARTER)
    again = form(dossier, YEAR, year.units[UNIT], quarter)
    assert again is not None
    (twice,) = imported(unreported, form_xlsx(again))
    assert (twice.text, twice.changes) == (one.text, ())
    expected = page(filled_blank())
    for line, row in zip(
        again.lines, expected.iter_rows(min_row=FIRST, max_row=FIRST + COUNT - 1), strict=True
    ):
        for taken, cell in zip(line.inputs, row, strict=False):
            if taken is not None:
                assert shown(taken.value) == shown(cell.value), cell.coordinate


def test_a_form_that_changes_nothing_leaves_the_file_as_it_is(open_year: Path) -> None:
    """Every unit's form of the last quarter, sent out with what was reported and returned as it was."""
    units = [unit.name for unit in opened(open_year).years[YEAR].organisation.units]
    files = [content_of(book_of(unit=unit)) for unit in units]
    for unit, one in zip(units, imported(open_year, *files), strict=True):
        assert one.asked is not None and one.asked.unit.name == unit
        assert one.text == (open_year / one.asked.path).read_text("utf-8")
        assert not one.changes and not one.problems


def shown(value: object) -> object:
    """A value as it is compared: a day without its midnight, a number by its size, nothing as an empty text."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float, Decimal)):
        return float(value)
    return value or ""


@needs_office
def test_the_office_and_its_old_format_lose_nothing(unreported: Path) -> None:
    """Whatever was done to it, the form is saved by LibreOffice as it is, and through .xls and back."""
    books = {change.__name__: filled_blank() for change in CHANGES}
    for change in CHANGES:
        change(books[change.__name__])
    contents = {name: content_of(book) for name, book in books.items()}
    saved = converted(contents, "xlsx", "xlsx")
    back = converted(converted(contents, "xlsx", "xls"), "xls", "xlsx")
    for name, content in (*saved.items(), *back.items()):
        (one,) = imported(unreported, content)
        assert one.text == told(), (name, one.problems)


@needs_office
def test_the_office_s_merged_cells_are_still_refused(unreported: Path) -> None:
    """A merge does not get lost on the way through .xls, and neither does the refusal."""
    book = filled_blank()
    page(book).merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=5, end_column=5)
    old = converted({"form": content_of(book)}, "xlsx", "xls")
    (one,) = imported(unreported, converted(old, "xls", "xlsx")["form"])
    assert one.text is None and "cell_merged" in rules(one)
