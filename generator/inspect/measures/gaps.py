"""Blank lines: how high the blank between two parts is."""

from __future__ import annotations

from generator.inspect.reading.facts import Line
from generator.inspect.row import Sample, Span, where

LINE = (10.39, 10.45)
"""The height of one line (行) in an electronic circular (GB/T 33476.2-2016)."""

LEADING = 4.88
"""The blank between two lines: seven eighths of a 三号 character (GB/T 9704-2012, 3.2)."""


def blank_lines(count: int) -> Span:
    """The height of so many blank lines, between characters' bodies.

    The standard says 空二行 and leaves open whether the leading beside the two neighbouring lines belongs to the
    blank; both readings are right, and what lies between them.
    """
    return Span(count * LINE[0], round(count * LINE[1] + LEADING, 2), 0.5)


def gap(above: float, below: float, line: Line) -> Sample:
    """The blank between the end of one part and the beginning of the next one, `line`."""
    return Sample(below - above, f"{where(line)}之上")
