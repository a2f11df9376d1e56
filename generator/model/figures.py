"""Finds the figures that a Chinese sentence states, in Arabic digits or in Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_DIGITS |= {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

_CHINESE = "〇零一二两三四五六七八九十百千万亿"
_FIGURE = re.compile(
    rf"(?P<parts>百分之)?(?:(?P<arabic>[0-9]{{1,15}}(?:\.[0-9]{{1,9}})?)(?P<myriad>[万亿])?|(?P<chinese>[{_CHINESE}]{{1,15}}))"
    r"(?P<percent>\s*[%％])?"
)


_AFTER = 30
"""How many characters after a figure are looked at: enough for any unit, and bounded for any text."""


class Figure(NamedTuple):
    """One figure of a sentence: its value, whether it is a percentage, and the few words that follow it."""

    value: Decimal
    percent: bool
    after: str


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a text, in order: 100, 98.5%, 2万, 十二, 百分之九十五.

    A numeral within a word (一级, 统一) is a figure too: the caller looks at what follows it.
    """
    for match in _FIGURE.finditer(text):
        if match["arabic"]:
            value = Decimal(match["arabic"]) * _MYRIADS.get(match["myriad"], 1)
        else:
            value = Decimal(chinese_number(match["chinese"]))
        yield Figure(
            value, bool(match["parts"] or match["percent"]), text[match.end() : match.end() + _AFTER]
        )


def chinese_number(numerals: str) -> int:
    """The value of Chinese numerals: 十二 is 12, 一百零五 is 105, 二〇一九 is 2019."""
    if not any(char in _POWERS or char in _MYRIADS for char in numerals):
        return int("".join(str(_DIGITS[char]) for char in numerals))
    total = section = digit = 0
    for char in numerals:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _POWERS:
            section += (digit or 1) * _POWERS[char]
            digit = 0
        elif char == "万":
            total += (section + digit or 1) * _MYRIADS[char]
            section = digit = 0
        else:
            total = (total + section + digit or 1) * _MYRIADS[char]
            section = digit = 0
    return total + section + digit
