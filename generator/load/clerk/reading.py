"""A cell's reading, and what every kind of value has in common: formulas, merged cells, blanks, stray characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from generator.compute.personal import masked
from generator.load.refusals import Refusal
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.workbook import Cell, Kind
from generator.load.syntax import shortened
from generator.load.text import joined
from generator.model.scalars import quantity_text
from generator.problem import Problem, blocking

T = TypeVar("T")

_DASHES = re.compile(r"[-‐‑‒–—―−ー─/\\]+|n\.?/?a\.?", re.IGNORECASE)
_PASTE_VALUES = "复制这一格，“选择性粘贴—数值”，或直接写上数"
_WIDE = re.compile("[！-～]")
_WIDE_IN_PROSE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a cell says: a value, or nothing (`None`), and what the clerk is told of it.

    Nothing with an error is a doubt: there is something in the cell, and its meaning is not certain. Nothing
    without an error is a cell that was not filled in; it is never zero.
    """

    value: T | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether the cell must be mended before anything of it is taken."""
        return blocking(self.problems)


@dataclass(frozen=True, slots=True)
class Bare:
    """The plain text of a cell, what was done to it so far, and the doubts that forbid going on."""

    cell: Cell
    text: str = ""
    done: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()

    def read(self, value: T, shown: str, *done: str) -> Reading[T]:
        """A value that was recovered from the cell, told if anything had to be done; `shown` is how it is written."""
        why = tuple(dict.fromkeys((*self.done, *done)))
        if not why:
            return Reading(value)
        message = f"“{original(self.cell)}”按“{shortened(masked(shown), _LENGTH)}”读取（{'、'.join(why)}）"
        return Reading(value, (refusals.CELL_RECOVERED.at(self.cell.place, message, "请核对"),))

    def nothing(self, words: re.Pattern[str] = _DASHES) -> Reading[Any] | None:
        """The reading of a cell that is doubtful whatever it should hold, or that holds nothing; None for any other.

        Dashes, and `words`, stand for nothing.
        """
        if self.doubts:
            return Reading(None, self.doubts)
        if self.cell.kind is Kind.EMPTY or (self.cell.kind is Kind.TEXT and not self.text):
            return Reading()
        if self.cell.kind is Kind.TEXT and (_DASHES.fullmatch(self.text) or words.fullmatch(self.text)):
            message = f"“{original(self.cell)}”按没有填写读取"
            hint = "是零就写 0，没有要填的就空着"
            return Reading(None, (refusals.CELL_RECOVERED.at(self.cell.place, message, hint),))
        return None

    def doubt(self, refusal: Refusal, message: str, hint: str) -> Reading[Any]:
        """A cell whose meaning is not certain."""
        return Reading(None, (refusal.at(self.cell.place, message, hint),))


def bare(cell: Cell, *, prose: bool = False) -> Bare:
    """The plain text of a cell: one line, without invisible characters; empty if it is no text.

    What is full-width becomes half-width: all of a value, but only the digits and letters of prose.
    """
    doubts = tuple(_doubts(cell))
    if doubts:
        return Bare(cell, doubts=doubts)
    done = ("公式的结果",) if cell.formula else ()
    if not isinstance(cell.value, str):
        return Bare(cell, done=done)
    seen = "".join(char for char in cell.value if unicodedata.category(char) != "Cf")
    lines = [" ".join(line.split()) for line in seen.splitlines()]
    text = joined(line for line in lines if line)
    narrow = narrowed(text, _WIDE_IN_PROSE if prose else _WIDE)
    steps = (
        (seen, cell.value, "去掉看不见的字符"),
        (text, seen, "去掉多余的空格和换行"),
        (narrow, text, "全角改半角"),
    )
    return Bare(cell, narrow, (*done, *(what for after, before, what in steps if after != before)))


def narrowed(text: str, wide: re.Pattern[str] = _WIDE) -> str:
    """A text with its full-width characters made half-width; ² and ① are not digits and stay as they are."""
    return wide.sub(lambda match: chr(ord(match.group()) - 0xFEE0), text)


def original(cell: Cell) -> str:
    """What a clerk sees in a cell, with the invisible made visible and personal data masked."""
    if isinstance(cell.value, Decimal):
        return quantity_text(cell.value)
    text = masked(str(cell.value))
    return shortened("".join(map(_shown, text.replace("\r\n", "\n"))), _LENGTH)


def _shown(char: str) -> str:
    if char == "\n":
        return "↵"
    return char if char.isprintable() or char == "\u3000" else f"[U+{ord(char):04X}]"


def _doubts(cell: Cell) -> Iterable[Problem]:
    """What makes any cell doubtful, whatever is expected in it."""
    if cell.merged is not None:
        message = f"这一格在合并的区域 {cell.merged} 里"
        yield refusals.CELL_MERGED.at(cell.place, message, "取消合并，每行分别填写")
    elif "DISPIMG" in cell.formula:
        yield refusals.WORKBOOK_OBJECT.at(cell.place, "这一格嵌着图片", "删去图片，写上文字或数；图片另外交")
    elif cell.kind is Kind.ERROR:
        yield refusals.CELL_ERROR.at(cell.place, f"这一格是公式出错的记号 {cell.value}", _PASTE_VALUES)
    elif cell.formula and cell.kind is Kind.EMPTY:
        yield refusals.CELL_FORMULA.at(
            cell.place, f"公式“{shortened(cell.formula, _LENGTH)}”没有算出的结果", _PASTE_VALUES
        )
