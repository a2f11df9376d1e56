"""The handbook's table of what is written and how it is read says what the program does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.load.clerk.days import day
from generator.load.clerk.numbers import percentage, points, quantity
from generator.load.clerk.reading import Reading
from generator.load.clerk.words import passage, state
from generator.load.spreadsheet.workbook import Cell
from generator.model.scalars import points_text
from tests.conftest import REPOSITORY
from tests.load.clerk.cells import cell
from tests.load.clerk.test_values import STATES

_PAGE = (REPOSITORY / "docs" / "handbook" / "import.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\S+) \| `(.+)` \| (\S+) \|$", _PAGE, re.MULTILINE)
READERS: dict[str, tuple[Callable[[Cell], Reading[Any]], Callable[[Any], str]]] = {
    "累计完成（件）": (lambda one: quantity(one, "件"), str),
    "累计完成（%）": (percentage, str),
    "完成日期": (day, str),
    "进度状态": (lambda one: state(one, STATES), lambda found: str(found.name)),
    "欠进度原因": (passage, str),
    "自评得分": (points, points_text),
}


@pytest.mark.parametrize(("column", "written", "read"), ROWS)
def test_the_handbook_says_how_it_is_read(column: str, written: str, read: str) -> None:
    """A value, nothing, or a refusal, as the row has it."""
    reader, shown = READERS[column]
    reading = reader(cell(written))
    if read == "不收":
        assert reading.doubtful
    elif read == "没有填，不是零":
        assert (reading.value, reading.doubtful) == (None, False)
    else:
        assert shown(reading.value) == read


def test_the_table_is_there() -> None:
    """Every column that is read has its row."""
    assert {column for column, _, _ in ROWS} == set(READERS)
