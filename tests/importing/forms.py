"""Forms of the reference bureau's last quarter as clerks return them: filled in, and then whatever clerks do to them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.importing.importing import Imported, import_forms
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.spreadsheet.reading import workbook_from
from generator.model.dossier import Dossier
from generator.render.form_xlsx import form_xlsx
from generator.views.form import KEYS, form
from tests.conftest import REPOSITORY

YEAR, QUARTER, UNIT = 2019, "q4", "社区矫正管理局"
PATH = f"data/{YEAR}/progress/{QUARTER}/shequ-jiaozheng.yml"
HEAD, FIRST = 4, 5
"""The rows of the table's head and of its first item."""

Edit = Callable[[Workbook], None]


def opened(project: Path) -> Dossier:
    """The dossier of a project as it stands."""
    dossier, problems = read_dossier(FilesOnDisk(project))
    assert dossier is not None, problems
    return dossier


@cache
def _form_of(*, blank: bool, quarter: str, unit: str) -> bytes:
    dossier = opened(REPOSITORY)
    year = dossier.years[YEAR]
    asked = next(one for one in year.plan.quarters if one.id == quarter)
    made = form(dossier, YEAR, year.units[unit], asked, blank=blank)
    assert made is not None
    return form_xlsx(made)


def book_of(*, blank: bool = False, quarter: str = QUARTER, unit: str = UNIT) -> Workbook:
    """A form as it is sent out, to be filled in."""
    return load_workbook(io.BytesIO(_form_of(blank=blank, quarter=quarter, unit=unit)))


def filled_blank() -> Workbook:
    """A form that was sent out blank and filled in with what the reference bureau reported."""
    blank, told = book_of(blank=True), book_of()
    for row in told.worksheets[0].iter_rows():
        for cell in row:
            if not cell.protection.locked:
                blank.worksheets[0][cell.coordinate].value = cell.value
    return blank


def content_of(book: Workbook) -> bytes:
    """A workbook's bytes."""
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def page(book: Workbook) -> Worksheet:
    """The sheet that is filled in."""
    return book.worksheets[0]


def column(key: str) -> int:
    """The column of a key, from 1."""
    return KEYS.index(key) + 1


def put(key: str, value: Any, row: int = FIRST) -> Edit:
    """Write into the cell of an item."""

    def edit(book: Workbook) -> None:
        page(book).cell(row, column(key)).value = value

    return edit


def imported(project: Path, *contents: bytes, **options: Any) -> tuple[Imported, ...]:
    """What becomes of files that come in to a project; nothing is written."""
    dossier = opened(project)

    def old_text(path: str) -> str | None:
        file = project / path
        return file.read_text("utf-8") if file.exists() else None

    files = [(f"{place}.xlsx", *workbook_from(one, f"{place}.xlsx")) for place, one in enumerate(contents)]
    return import_forms(dossier, files, old_text, **options)


def rules(one: Imported) -> set[str]:
    """The rules of what was found in a file."""
    return {problem.rule for problem in one.problems}
