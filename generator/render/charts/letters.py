"""How wide words are in any font: a Chinese character is as wide as the letters' size, others about half of it."""

from __future__ import annotations

from unicodedata import east_asian_width

from generator.render.charts.ink import LETTERS

_HALF = 0.6
"""A figure or a Latin letter, in the letters' size; no common font is wider."""

_NEVER_FIRST = "，。、；：？！》〉）”’·%)"


def width(text: str) -> float:
    """The width of words in CSS pixels."""
    return LETTERS * sum(1 if east_asian_width(char) in "WFA" else _HALF for char in text)


def broken(text: str, room: float, most: int) -> tuple[str, ...]:
    """Words broken into lines of at most `room` pixels, `most` lines of them; what is cut ends with …."""
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > room and lines[-1] and char not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += char
    if len(lines) > most:
        return (*lines[: most - 1], lines[most - 1][:-1] + "…")
    return tuple(lines)
