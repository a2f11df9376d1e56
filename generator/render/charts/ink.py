"""How charts look: sizes of letters and strokes in CSS pixels, and the classes a stylesheet knows them by.

Ink is `currentColor`, the colour of the text around the chart. `zc` is the drawing, `zc-paper` what is filled with paper,
`zc-halo` letters on a rim of paper, `zc-alert` what may be set apart by colour besides.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from leather import theme  # type: ignore[import-untyped]  # it has no types

LETTERS, LINE = 14, 19
"""Size of all letters, and the height of a line of them."""

INK, PAPER, FAINT = "currentColor", "#fff", "#bbb"

theme.margin = 0.0
theme.background_color = "none"
theme.label_color = INK
theme.tick_color = theme.zero_color = FAINT
theme.tick_font_family = "inherit"
theme.tick_font_size, theme.tick_font_char_height = LETTERS, LINE
theme.tick_font_char_width = LETTERS * 0.75  # a percent sign is wider than a figure
theme.legend_font_char_height = theme.legend_gap = (
    0  # charts print legends of their own, above the library's part
)


def words(text: str, x: float, y: float, anchor: str = "") -> ET.Element:
    """A line of letters whose middle is at `y`, beginning at `x` unless `anchor` says otherwise."""
    element = ET.Element("text", x=str(x), y=str(y + 0.35 * LETTERS))
    if anchor:
        element.set("text-anchor", anchor)
    element.text = text
    return element


def halo() -> ET.Element:
    """A group whose letters stay legible on any texture, since each stands on a rim of paper."""
    rim = {"class": "zc-halo", "text-anchor": "middle", "stroke": PAPER, "stroke-width": "5"}
    return ET.Element("g", rim | {"stroke-linejoin": "round", "paint-order": "stroke"})


def knocked_out() -> ET.Element:
    """A group whose letters stand on solid ink, in the colour of paper."""
    return ET.Element("g", {"class": "zc-paper", "text-anchor": "middle", "fill": PAPER})
