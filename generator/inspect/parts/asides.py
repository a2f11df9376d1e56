"""Words that a draft shows and the circular does not: 送审稿 in the margin, and what is kept free for a seal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.inspect.parts.area import TOP
from generator.inspect.reading.facts import Box, Line, Page, is_black

_NAMES = ("送审稿", "征求意见稿", "讨论稿", "审议稿", "代拟稿", "草稿", "草案", "样稿", "初稿")
_DRAFT = re.compile(rf"^[（(]?(?:{'|'.join(_NAMES)})[）)]?$")
_CHARACTERS = frozenset("".join(_NAMES))
_LEVEL = 0.5


def is_aside(line: Line, page: Page) -> bool:
    """Whether a line is such words: a draft's name above the type area, or grey words within dashed outlines.

    Beside a table laid across, LibreOffice sets such a name with its characters upright, each on a line of its own.
    """
    if page.landscape and line.left > page.width - TOP:
        return line.text in _CHARACTERS
    if line.bottom < TOP:
        return bool(_DRAFT.match(line.text))
    grey = not line.red and not any(is_black(glyph.colour) for glyph in line.glyphs)
    beside = [place for place in _kept_free(page) if place.top < line.box.centre < place.bottom]
    return grey and all(
        any(place.left < glyph.left < glyph.right < place.right for place in beside) for glyph in line.glyphs
    )


def _kept_free(page: Page) -> Iterator[Box]:
    """The places with a dashed outline: a seal's is round, a stamp's has four sides."""
    yield from (shape.box for shape in page.shapes if shape.dashed)
    sides = sorted(
        (rule.box for rule in page.rules if rule.dashed and rule.upright), key=lambda box: box.left
    )
    for left, right in pairwise(sides):
        if abs(left.top - right.top) < _LEVEL and abs(left.bottom - right.bottom) < _LEVEL:
            yield Box(left.left, left.top, right.right, left.bottom)
