"""The numbers of headings (一、 （一） 1. （1）) and the levels they stand for."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = (
    re.compile(r"^([一二三四五六七八九十]{1,3})、"),
    re.compile(r"^[（(]([一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"^(\d{1,2})[.．、](?!\d)"),
    re.compile(r"^[（(](\d{1,2})[）)]"),
)
_DIGITS = "零一二三四五六七八九"


class Numbered(NamedTuple):
    """The number a text opens with: its level (1 to 4), its value, and how many characters it takes."""

    level: int
    value: int
    length: int


def numbered(text: str) -> Numbered | None:
    """The heading number that a text opens with, at the level of its form."""
    for level, pattern in enumerate(_NUMBERS, start=1):
        match = pattern.match(text)
        if match:
            return Numbered(level, _value(match[1]), match.end())
    return None


class Outline:
    """The levels of headings in the order of the text.

    A number of a wrong form that goes on the count of the level above, such as （4） after （三）, is a slip of the
    pen: the heading is still of that level.
    """

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def level(self, number: Numbered) -> int:
        """The level of the next heading of the text."""
        slip = (
            number.level == 4
            and number.value == self._last.get(2, 0) + 1 > 1
            and number.value != self._last.get(4, 0) + 1
        )
        level = 2 if slip else number.level
        self._last = {each: value for each, value in self._last.items() if each < level} | {
            level: number.value
        }
        return level


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.index(ones[0])
    return (_DIGITS.index(tens[0]) if tens else 1) * 10 + (_DIGITS.index(ones[0]) if ones else 0)
