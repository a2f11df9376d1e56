"""Type as it is shown and judged: kind and size of a line."""

from __future__ import annotations

from generator.inspect.fonts import Kind, line_kind, main_kind
from generator.inspect.reading.facts import Line

SIZE_MARGIN = 0.3
"""Points by which a type size may differ from that of its name: 三号 is 16 or, in older type, 15.75."""


def typeface(line: Line) -> str:
    """A line's type in words: kind, font and size."""
    names = sorted({glyph.font.name for glyph in line.glyphs if glyph.chinese})
    found = main_kind(line.glyphs)
    return f"{found.value if found else '没有汉字'}（{'、'.join(names)}），{line.size:.4g} 磅"


def wrong_type(line: Line, wanted: Kind, size: float) -> bool:
    """Whether a line is set in another kind or size than is wanted."""
    return line_kind(line) is not wanted or abs(line.size - size) > SIZE_MARGIN
