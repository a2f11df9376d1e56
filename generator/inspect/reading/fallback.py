"""A font that nobody asks for: office programs print in it what is asked for in a font they lack.

Without it they would take any font that has the characters, be it one of the right kind, and the wrong one that the
document names would pass unnoticed.
"""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # it has no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # likewise

FAMILY = "Zhengben Fallback"
_CHINESE = ((0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF))
_EM = 1000


def fallback_font() -> bytes:
    """A TrueType font in which every Chinese character and mark is the same empty square."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, -100))
    pen.lineTo((100, 800))
    pen.lineTo((900, 800))
    pen.lineTo((900, -100))
    pen.closePath()
    builder = FontBuilder(_EM)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({code: "square" for first, last in _CHINESE for code in range(first, last + 1)})
    builder.setupGlyf(dict.fromkeys((".notdef", "square"), pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "square"), (_EM, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": FAMILY.replace(" ", "")})
    builder.setupOS2()
    builder.setupPost()
    written = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(written)
    return written.getvalue()
