"""What every spreadsheet with one table shares: its formats, its head, widths and heights, and the page it prints on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from math import ceil
from typing import Any

from generator.views.circular import Leaf
from generator.views.sheet import Column

HEAD_FONT = "黑体"
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""The options of a workbook in which no cell becomes a formula, a number or a link by itself."""

_FONT = "宋体"
_LEAST, _CHARACTER, _EDGES = 6.0, 1.9, 0.8
"""The least width of a column, a character's, and what a cell's edges take, in Excel's unit: about half a character."""

_LINE, _ABOVE = 13.5, 5.0
"""Heights in points: of a line of words, and of the blank around them."""

_TEXT = {"font_name": _FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter", "border": 1}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **changes: object) -> Any:
        """The usual format of a cell with some changes."""
        key = tuple(sorted(changes.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**_TEXT, **changes})
        return self._made[key]


def name_book(book: Any, leaf: Leaf) -> None:
    """Say in the file's properties what it is, who answers for it, and its day."""
    author, created = "、".join(leaf.organs), datetime.combine(leaf.date, time())
    book.set_properties({"title": leaf.part.title.text, "author": author, "created": created})


def title_rows(page: Any, formats: Formats, leaf: Leaf, last: int) -> int:
    """Label and title across the columns up to the last; the number of the row below them."""
    page.write_string(0, 0, leaf.part.label, formats.of(border=0, font_name=HEAD_FONT, text_wrap=False))
    title = formats.of(border=0, align="center", font_name=HEAD_FONT, font_size=16)
    page.merge_range(1, 0, 1, last, leaf.part.title.text, title)
    return 2


def head_row(page: Any, formats: Formats, row: int, columns: Sequence[Column]) -> None:
    """The titles of the columns."""
    for place, column in enumerate(columns):
        page.write_string(row, place, column.title, formats.of(align="center", font_name=HEAD_FONT))


def column_widths(columns: Sequence[Column], together: float) -> list[float]:
    """How wide columns are that share so much: those of running text share what the others leave."""
    fixed = [
        0.0 if column.flexible else max(_LEAST, _CHARACTER * column.characters + 3) for column in columns
    ]
    shares = sum(column.characters for column in columns if column.flexible)
    left = together - sum(fixed)
    return [own or left * column.characters / shares for own, column in zip(fixed, columns, strict=True)]


def row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row must be for its words: spreadsheet programs do not all find that out by themselves."""
    most = max((_lines(words, width) for words, width in zip(cells, widths, strict=True)), default=1)
    return most * _LINE + _ABOVE


def set_up_page(page: Any, first: int) -> None:
    """A4 laid across, as wide as the page, the head above the first line fixed on the screen and repeated in print."""
    page.freeze_panes(first, 0)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(first - 1)
    page.set_footer("&C— &P —")


def _lines(words: str, width: float) -> int:
    wide = sum(_CHARACTER / 2 if char.isascii() else _CHARACTER for char in words)
    return max(1, ceil(wide / (width - _EDGES)))
