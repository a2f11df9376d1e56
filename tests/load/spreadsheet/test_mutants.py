"""A spoilt workbook never breaks the reader: it is read, or it is refused in a sentence; and it is never silently empty."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.clerk.numbers import percentage, quantity
from generator.load.clerk.words import passage
from generator.load.spreadsheet.reading import workbook_from
from tests.load.spreadsheet.books import Book, written
from tests.load.spreadsheet.mutants import mutants


@pytest.mark.parametrize("seed", range(8))
def test_a_spoilt_workbook_is_read_or_refused(seed: int) -> None:
    """200 spoilt copies: no exception; without cells there is a reason; every cell can be looked at and read."""
    for data in mutants(seed, 200):
        read, problems = workbook_from(data, "报表.xlsx")
        assert read is not None or problems
        for sheet in read.sheets if read else ():
            for cell in sheet.cells.values():
                for reading in (quantity(cell, "件"), percentage(cell), passage(cell)):
                    assert reading.value is not None or reading.problems
        for problem in problems:
            str(problem.place).encode()
            problem.message.encode()


_VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1),
    st.integers(-(10**12), 10**12),
    st.floats(-1e12, 1e12).map(lambda number: float(f"{number:.12g}")),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 12, 31)),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 12, 31)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
)
_FORMATS = {date: "yyyy-m-d", datetime: 'yyyy"年"m"月"d"日" h:mm:ss'}


@given(
    st.dictionaries(st.tuples(st.integers(0, 200), st.integers(0, 50)), _VALUES, min_size=1, max_size=20),
    st.booleans(),
)
def test_openpyxl_reads_the_same(values: dict[tuple[int, int], Any], epoch: bool) -> None:  # noqa: FBT001  # hypothesis fills it in
    """A second opinion: of any workbook, openpyxl gives the same values at the same addresses."""

    def fill(book: Book, page: Any) -> None:
        for spot, value in values.items():
            if isinstance(value, date):
                page.write_datetime(*spot, value, book.add_format({"num_format": _FORMATS[type(value)]}))
            elif isinstance(value, str):
                page.write_string(*spot, value)
            else:
                page.write(*spot, value)

    data = written(fill, date_1904=epoch)
    read, problems = workbook_from(data, "报表.xlsx")
    assert read is not None
    assert problems == ()
    ours = {spot: cell.value for spot, cell in read.sheets[0].cells.items()}
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    theirs = {
        (cell.row, cell.column): _plain(cell.value) for row in page for cell in row if cell.value is not None
    }
    assert ours == {
        spot: value for spot, value in theirs.items() if not (isinstance(value, str) and not value.strip())
    }


def _plain(value: Any) -> Any:
    """A value of openpyxl's as ours: numbers decimal, midnight a day."""
    if isinstance(value, datetime) and value.time() == value.min.time():
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(f"{value:.15g}")
    return value
