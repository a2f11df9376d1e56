"""Numbers as clerks write them: quantities with their unit, percentages, points."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from generator.load.clerk.reading import Bare, Reading, bare, narrowed, original
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.workbook import Cell, Kind
from generator.model.scalars import points_from_text, points_text, quantity_from_text, quantity_text

_NUMBER = re.compile(
    r"(?P<digits>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?P<rest>\.[0-9]+)? ?(?P<unit>[^0-9.,]*)"
)
_UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""The parts of a number format that are words, not instructions."""

_UNCERTAIN = (
    (re.compile("[约近超逾余多]|左右|以[上下]|不[足到]"), "写确定的数，不写约数"),
    (re.compile("[万亿]"), "写出全部数字，不写万、亿"),
    (re.compile("[〇零一二三四五六七八九十百千两]"), "写阿拉伯数字"),
    (re.compile("[-+*/=~×至到]"), "只写结果，不写算式、范围和负数"),
    (re.compile("[(（].*"), "只写数，说明写在“工作完成情况”里"),
    (re.compile("无|没有"), "是零就写 0，没有要填的就空着"),
)
"""What makes a number uncertain, and how to mend it."""


class _Number(NamedTuple):
    """A number as it was read, whether it is said to be per cent, and what was done to read it."""

    value: Decimal
    percent: bool = False
    done: tuple[str, ...] = ()


def quantity(cell: Cell, unit: str) -> Reading[Decimal]:
    """A number of things of a unit: `12`, `１２`, `12件` and `1,200 件` are certain if the unit is 件."""
    plain = bare(cell)
    number = _number(plain, unit)
    if isinstance(number, Reading):
        return number
    if number.percent:
        message = f"这一栏的单位是“{unit}”，写的却是百分率"
        return plain.doubt(refusals.CELL_NUMBER, message, f"写有多少{unit}，格子的格式改成“常规”")
    return _fitting(plain, number)


def percentage(cell: Cell, *, small: bool = False) -> Reading[Decimal]:
    """A rate in per cent: 85, `85%` and a cell of 0.85 that shows 85% are 85. A bare 0.85 may be either: a doubt,
    unless a `small` rate is looked for, such as one that is to stay below 0.2%.
    """
    plain = bare(cell)
    number = _number(plain, "%")
    if isinstance(number, Reading):
        return number
    shown = quantity_text(number.value)
    if not 0 <= number.value <= 100:
        message = f"{shown}% 不在 0 到 100 之间"
        return plain.doubt(refusals.CELL_PERCENT, message, "写百分号前面的数，如 85")
    if not number.percent and not small and 0 < number.value <= 1:
        message = f"{shown} 可能是 {shown}%，也可能是 {quantity_text(number.value * 100)}%"
        return plain.doubt(refusals.CELL_PERCENT, message, "带上百分号")
    return _fitting(plain, number)


def points(cell: Cell) -> Reading[int]:
    """Points (分) in whole hundredths: `2.5分` is 250."""
    plain = bare(cell)
    number = _number(plain, "分")
    if isinstance(number, Reading):
        return number
    text = quantity_text(number.value) + ("%" if number.percent else "")
    try:
        value = points_from_text(text)
    except PydanticCustomError as error:
        return plain.doubt(refusals.CELL_NUMBER, error.message(), "写得分，最多两位小数")
    return plain.read(value, points_text(value), *number.done)


def _fitting(plain: Bare, number: _Number) -> Reading[Decimal]:
    """The number if the data can hold it: not negative, at most four decimals."""
    text = quantity_text(number.value)
    try:
        return plain.read(quantity_from_text(text), text, *number.done)
    except PydanticCustomError:
        message = f"“{original(plain.cell)}”是负数、太大，或小数超过四位"
        return plain.doubt(refusals.CELL_NUMBER, message, "写 0 到 999999999 之间的数，最多四位小数")


def _number(plain: Bare, unit: str) -> _Number | Reading[Any]:
    """The number of a cell, or the reading that says why there is none."""
    nothing = plain.nothing()
    if nothing is not None:
        return nothing
    value = plain.cell.value
    if isinstance(value, Decimal):
        percent = "%" in _UNSHOWN.sub("", plain.cell.number_format)
        return _Number(value * 100 if percent else value, percent)
    if plain.cell.kind is not Kind.TEXT:
        message = f"这里要一个数，格子里却是{plain.cell.kind.value}“{original(plain.cell)}”"
        hint = "把格子的格式改成“常规”，重新输入"
        return plain.doubt(refusals.CELL_NUMBER, message, hint)
    return _from_text(plain, unit)


def _from_text(plain: Bare, unit: str) -> _Number | Reading[Any]:
    met = _NUMBER.fullmatch(plain.text)
    found = met["unit"] if met else ""
    if met is None or found not in ("", "%", narrowed(unit)):
        message = f"“{original(plain.cell)}”不是一个确定的数"
        hints = (hint for sign, hint in _UNCERTAIN if sign.search(plain.text))
        return plain.doubt(refusals.CELL_NUMBER, message, next(hints, f"只写数，单位是“{unit}”"))
    done = [("去掉千分号", "," in met["digits"]), ("去掉单位", bool(found))]
    value = Decimal(met["digits"].replace(",", "") + (met["rest"] or ""))
    return _Number(value, found == "%", tuple(what for what, was in done if was))
