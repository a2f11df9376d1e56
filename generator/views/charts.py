"""Charts, ready to draw: plain names, numbers and the words for them, with every figure told in words as well.

A chart is drawn the same for site, documents and boards. What it shows is never told by colour alone: parts differ by
texture, lines by their strokes and marks, states by their signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Texture(Enum):
    """How a part of a bar is filled, so that it is told from its neighbours in black and white."""

    SOLID = "solid"
    STRIPES = "stripes"
    LIGHT = "light"
    DOTS = "dots"
    EMPTY = "empty"
    GRID = "grid"
    LINES = "lines"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that every bar may have, such as a state. `alert` sets it apart where there is colour besides."""

    name: str
    texture: Texture
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number to draw, zero or more, and how it is written."""

    value: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, the amount of each part in the order of the parts, and the whole in words."""

    name: str
    amounts: tuple[Amount, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars lying below each other, each made of the same parts. `unit` is what is counted, such as 项.

    `key` is an ASCII name that no other chart of the page has. There is at least one part; there may be no bar.
    """

    key: str
    title: str
    unit: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]

    @property
    def description(self) -> str:
        """Every figure in words."""
        return _sentences(self._words(bar) for bar in self.bars)

    def _words(self, bar: Bar) -> str:
        if len(self.parts) == 1:
            return f"{bar.name}{bar.whole}"
        shares = (
            f"{part.name}{amount.words}{self.unit}"
            for part, amount in zip(self.parts, bar.amounts, strict=True)
            if amount.value
        )
        return "，".join((f"{bar.name}共{bar.whole}", *shares))


class Stroke(Enum):
    """How a line is drawn and its points are marked."""

    SOLID = "solid"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its amount at each step, none where there is no figure."""

    name: str
    stroke: Stroke
    amounts: tuple[Amount | None, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over the same steps, such as quarters, from zero up to at least `top`. `unit` follows every figure."""

    key: str
    title: str
    unit: str
    steps: tuple[str, ...]
    lines: tuple[Line, ...]
    top: Decimal = Decimal(0)

    @property
    def description(self) -> str:
        """Every figure in words."""
        return _sentences(self._words(line) for line in self.lines)

    def _words(self, line: Line) -> str:
        figures = (
            f"{step}{amount.words}{self.unit}" if amount else f"{step}没有数据"
            for step, amount in zip(self.steps, line.amounts, strict=True)
        )
        return f"{line.name}：{'，'.join(figures)}"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a cell of an overview may hold: a state by name, the one character that stands for it, and its texture."""

    name: str
    character: str
    texture: Texture
    alert: bool = False


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One row: its name, and for each column the place of its sign among the signs."""

    name: str
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Many rows at a glance, such as targets by quarters: a sign in every cell."""

    key: str
    title: str
    columns: tuple[str, ...]
    signs: tuple[Sign, ...]
    rows: tuple[OverviewRow, ...]

    @property
    def description(self) -> str:
        """Every sign in words."""
        return _sentences(
            f"{row.name}：{'，'.join(map(self._words, self.columns, row.cells))}" for row in self.rows
        )

    def _words(self, column: str, cell: int) -> str:
        return f"{column}{self.signs[cell].name}"


Chart = BarChart | LineChart | Overview


def _sentences(parts: Iterable[str]) -> str:
    return "".join(f"{part}。" for part in parts) or "没有数据。"
