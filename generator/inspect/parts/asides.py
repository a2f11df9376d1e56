"""Words that a draft shows and the circular does not: 送审稿 in the margin, and what is kept free for a seal."""

from __future__ import annotations

import re

from generator.inspect.parts.area import TOP
from generator.inspect.reading.facts import Line, Page, is_black

_DRAFT = re.compile(r"^[（(]?(?:送审稿|征求意见稿|讨论稿|审议稿|代拟稿|草稿|草案|样稿|初稿)[）)]?$")


def is_aside(line: Line, page: Page) -> bool:
    """Whether a line is such words: a draft's name above the type area, or grey words within a dashed outline."""
    if line.bottom < TOP:
        return bool(_DRAFT.match(line.text))
    grey = not line.red and not any(is_black(glyph.colour) for glyph in line.glyphs)
    return grey and any(
        shape.dashed
        and shape.box.left < line.box.middle < shape.box.right
        and shape.box.top < line.box.centre < shape.box.bottom
        for shape in page.shapes
    )
