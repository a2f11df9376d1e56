"""The page of GB/T 9704-2012 in the units of a DOCX: lengths are twips (1440 an inch) unless a name says else.

Body text stands on the grid that the page defines: 22 lines, each with its text in the middle. What is larger or
smaller stands in lines of an exact height. Where the ink of a character stands differs a little from font to font,
so a DOCX cannot be exact to the tenth of a millimetre in every office: the page is laid out so that the default
fonts print 0.4 mm low, because they have a blank above, and office fonts 0.7 mm high.
"""

from __future__ import annotations

from itertools import pairwise

LINE = 592
"""From line to line (29.6 pt): 22 of them fill the page between its margins."""

LINES = 22

CHARACTER, DIGIT = 315, 155
"""From character to character (15.75 pt): 28 of them fill a line; and from one half-width sign to the next."""

SIZE, TITLE_SIZE, SMALL = 320, 440, 280
"""三号 (16 pt), 二号 (22 pt) and 四号 (14 pt)."""

WIDTH = 8844
"""The width of the type area: 156 mm."""

TOP = 1922
"""The page's upper margin: 33.9 mm, so that the first line's characters begin 37 mm below the paper's edge."""

BODY_IN_LINE = 176
"""Where characters begin in a line of the grid, from its top."""

_BASELINE, _MIDDLE = 0.8, 0.305
"""In a line of exact height: the baseline as a part of it, and the ink's middle above it as a part of the size."""


GAP = 70
"""What LibreOffice puts between a half-width letter or figure and a Chinese character, though told not to."""


def twips(millimetres: float) -> int:
    """A length in millimetres as twips."""
    return round(millimetres * 1440 / 25.4)


def millimetres(twips: float) -> float:
    """A length in twips as millimetres."""
    return twips * 25.4 / 1440


def width(words: str) -> int:
    """How wide words are on a line of the body."""
    return sum(DIGIT if char.isascii() else CHARACTER for char in words)


def width_with_gaps(words: str) -> int:
    """How wide words are as LibreOffice sets them."""
    pairs = pairwise(words)
    return width(words) + GAP * sum(
        one.isalnum() and other.isalnum() and one.isascii() != other.isascii() for one, other in pairs
    )


def body_in(line: int, size: int) -> int:
    """Where characters of a size begin in a line of exact height, from its top."""
    return round(_BASELINE * line - _MIDDLE * size - size / 2)


def emu(millimetres: float) -> int:
    """A length in millimetres in the unit of drawings."""
    return round(millimetres * 36000)
