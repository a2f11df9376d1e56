"""One font file: which characters it has, and where the middle of its Han characters lies."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]  # it has no types
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]  # it has no types

_SAMPLE = "国圆围图固园德警繁赢"
"""Han characters that fill their square, by which a font's middle is measured."""


@cache
def characters(path: Path) -> frozenset[str]:
    """The characters a font can show."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(map(chr, font.getBestCmap()))


def han_centre(path: Path) -> float | None:
    """The middle of Han characters' ink above the baseline, in em; None if it is no font that holds any."""
    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            glyphs, names = font.getGlyphSet(), font.getBestCmap()
            middles = []
            for char in _SAMPLE:
                pen = BoundsPen(glyphs)
                glyphs[names[ord(char)]].draw(pen)
                if pen.bounds is None:
                    return None
                middles.append((pen.bounds[1] + pen.bounds[3]) / 2)
            return float(sum(middles)) / len(middles) / float(font["head"].unitsPerEm)
    except (OSError, TTLibError, KeyError):
        return None
