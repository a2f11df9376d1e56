"""What a row of the table is: a clause of the standard, how strongly it is put, its target, and its measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Line


class Strength(Enum):
    """How strongly the wish is put.

    规定, 一般 and 推荐 are the standard's own words for it; 电子 is what GB/T 9704 does not say and an electronic
    document should keep (GB/T 33476.2-2016 and the PDF standards).
    """

    REQUIRED = "规定"
    USUAL = "一般"
    ADVISED = "推荐"
    ELECTRONIC = "电子"


class Part(Enum):
    """The parts of a circular under which the rows stand."""

    PAGE = "版面"
    HEAD = "版头"
    OPENING = "标题和主送机关"
    BODY = "正文"
    CLOSING = "附件说明、署名和日期"
    ANNEX = "附件"
    IMPRINT = "版记"
    FOLIO = "页码"
    SPECIAL = "信函、命令、纪要"
    FONTS = "字体"
    ELECTRONIC = "电子文件"


class Sample(NamedTuple):
    """One value that was measured, and where. `wrong` judges a value in words; a number is judged by its target."""

    value: float | str
    where: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A target in figures: from `low` to `high`, and how far outside a value may lie and still pass."""

    low: float
    high: float
    tolerance: float
    unit: str = "mm"
    digits: int = 2

    def deviation(self, value: float) -> float:
        """How far a value lies outside the span; nought within it, negative below it."""
        return value - min(max(value, self.low), self.high)

    def passes(self, value: float) -> bool:
        """Whether a value is right within the tolerance."""
        return abs(self.deviation(value)) <= self.tolerance + 1e-9

    def __str__(self) -> str:
        span = _plain(self.low) if self.low == self.high else f"{_plain(self.low)}–{_plain(self.high)}"
        margin = f" ±{_plain(self.tolerance)}" if self.tolerance else ""
        return f"{span}{margin} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Words:
    """A target in words; the measure itself says of each value whether it is wrong."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Row:
    """One row: permanent id, part, clause, strength, what is measured (Chinese), target, and measure.

    The measure yields every value it finds, and the worst is shown. If it yields none, the row does not apply
    to this file, because of what `absent` says.
    """

    id: str
    part: Part
    clause: str
    strength: Strength
    what: str
    target: Span | Words
    measure: Callable[[Circular], Iterable[Sample]]
    absent: str


class UnmeasurableError(Exception):
    """A value that the file has and that cannot be taken; the message says why, in Chinese."""


def where(line: Line) -> str:
    """A line as a clerk finds it: its page and its first characters."""
    shown = line.text if len(line.text) <= 10 else f"{line.text[:9]}…"
    return f"第{line.page}页“{shown}”"


def on_page(number: int) -> str:
    """A page as a clerk finds it."""
    return f"第{number}页"


def characters(count: float, *, smallest: float = 16.0) -> tuple[float, float]:
    """A width of so many characters in millimetres: of 三号 cells (156 mm / 28) and of the type's own size.

    The standard measures in characters (字) and leaves open whether the blank between two of them counts.
    """
    widths = (156 / 28 * count, 16 * 25.4 / 72 * count, smallest * 25.4 / 72 * count)
    return min(widths), max(widths)


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
