"""A sheet and its drawing looked through: every cell at a spot of its own, no area without measure, what floats."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.scan import Attributes, Scan, TextScan, UnsafePartError, damaged
from generator.load.spreadsheet.workbook import Area, Spot
from generator.load.syntax import shortened
from generator.problem import column_letters

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
MAX_AREAS, MAX_AREA = 2_000, 100_000
"""How many merged areas and how many links a sheet may have, and of how many cells together."""

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_FLOATING = {
    "pic": "图片",
    "sp": "文本框或图形",
    "graphicFrame": "图表",
    "cxnSp": "线条",
    "contentPart": "手写笔迹",
}


def area(reference: str) -> Area:
    """The area that `B2:C5` or `B2` names. Raises `ValueError` when it names none."""
    corners = [spot(corner) for corner in reference.split(":")]
    if len(corners) > 2:
        raise ValueError(reference)
    rows, columns = zip(*corners, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def spot(name: str) -> Spot:
    """The row and column that `B2` names. Raises `ValueError` when it names none."""
    met = _REFERENCE.fullmatch(name)
    if met is None:
        raise ValueError(name)
    row, column = int(met[2]), _column(met[1])
    if row > MAX_ROW or column > MAX_COLUMN:
        raise ValueError(name)
    return row, column


def _hidden(attributes: Attributes) -> bool:
    return attributes.get("hidden", "0") in ("1", "true")


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class WrittenCell(NamedTuple):
    """A cell as it is written: its kind (`t`), the number of its style, its value or its own text, its formula."""

    kind: str
    style: str
    text: str
    formula: str | None


class Rows(TextScan):
    """A sheet's rows: refused when a cell is written twice or nowhere, or when an area would take all memory."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: dict[Spot, WrittenCell] = {}
        self.merged: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._row = self._column = 0
        self._kind, self._style, self._value = "", "", ""
        self._formula: str | None = None
        self._sizes: dict[str, list[int]] = {"mergeCell": [], "hyperlink": []}

    def meet(self, name: str, attributes: Attributes) -> None:
        """Follow rows and cells; one without an address follows the one before it."""
        super().meet(name, attributes)
        match name:
            case "row":
                self._follow(attributes.get("r", str(self._row + 1)))
                if _hidden(attributes):
                    self.hidden_rows.add(self._row)
            case "c":
                self._turn_to(attributes.get("r", f"{column_letters(self._column + 1)}{self._row}"))
                self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
                self._value, self._formula = "", None
            case "col" if _hidden(attributes):
                first, last = int(attributes.get("min", "")), int(attributes.get("max", ""))
                self.hidden_columns.update(range(first, min(last, MAX_COLUMN) + 1))
            case "mergeCell" | "hyperlink":
                self._measure(name, attributes.get("ref", ""))

    def leave(self, name: str, text: str) -> None:
        """Keep a cell with what was met in it."""
        super().leave(name, text)
        match name:
            case "v":
                self._value = text
            case "f":
                self._formula = f"={text}"
            case "c":
                own = self.taken()
                written = own if self._kind == "inlineStr" else self._value
                self.cells[self._row, self._column] = WrittenCell(
                    self._kind, self._style, written, self._formula
                )

    def _follow(self, number: str) -> None:
        if not (number.isascii() and number.isdecimal() and len(number) < 8):
            raise damaged(f"工作簿里有一行的行号“{shortened(number)}”不对")
        self._row, self._column = int(number), 0

    def _turn_to(self, name: str) -> None:
        try:
            row, self._column = spot(name)
        except ValueError:
            row = -1
        if row != self._row:
            raise damaged(f"工作簿里第 {self._row} 行有一格的地址“{shortened(name)}”不对")
        if (self._row, self._column) in self.cells:
            message = "这一格在工作簿里写了不止一次，不知道以哪一个为准"
            raise damaged(message, self._row, self._column)

    def _measure(self, name: str, reference: str) -> None:
        try:
            met = area(reference)
        except ValueError:
            raise damaged(f"工作簿里有一个区域“{shortened(reference)}”写得不对") from None
        if name == "mergeCell":
            self.merged.append(met)
        sizes = self._sizes[name]
        sizes.append(met.size)
        if len(sizes) > MAX_AREAS or sum(sizes) > MAX_AREA:
            what = "合并的格子" if name == "mergeCell" else "链接"
            message = f"{what}太多或太大（到 {met} 为止），超过 {MAX_AREAS:,} 处、{MAX_AREA:,} 格的上限"
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, message, met.top, met.left)


class Comments(TextScan):
    """The comments of a sheet, by the spot of their cell."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[Spot, str] = {}
        self._spot = (0, 0)

    def meet(self, name: str, attributes: Attributes) -> None:
        """Note the cell that a comment is about."""
        super().meet(name, attributes)
        if name == "comment":
            self._spot = spot(attributes.get("ref", ""))

    def leave(self, name: str, text: str) -> None:
        """Keep a comment."""
        super().leave(name, text)
        if name == "comment":
            self.texts[self._spot] = self.taken()


class Floating(NamedTuple):
    """A thing that floats over a sheet: the cell at its top left corner, and what it is."""

    row: int
    column: int
    what: str


class Drawing(Scan):
    """What floats over a sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.floating: list[Floating] = []
        self._corner = {"row": 0, "col": 0}
        self._from = False

    def meet(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002  # what it is called says all
        """Keep a thing at the corner that was told before it."""
        if name in ("from", "to"):
            self._from = name == "from"
        if name in _FLOATING:
            self.floating.append(Floating(self._corner["row"] + 1, self._corner["col"] + 1, _FLOATING[name]))

    def leave(self, name: str, text: str) -> None:
        """Keep the corner: rows and columns count from 0."""
        if self._from and name in self._corner and text.strip().isdecimal():
            self._corner[name] = min(int(text.strip()[:7]), MAX_ROW - 1)
