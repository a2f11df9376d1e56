"""Fills that are told apart in black and white; each is defined once in a drawing, where it is used."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from generator.render.charts.ink import INK, PAPER
from generator.views.charts import Texture

_TILE = 8
_STROKES = {
    Texture.STRIPES: "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    Texture.REVERSED: "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
    Texture.GRID: "M0,4 h8 M4,0 v8",
    Texture.LINES: "M0,2 h8 M0,6 h8",
    Texture.DOTS: "M2,2 h0.01 M6,6 h0.01",
}
"""What is stroked on each tile of paper."""

_THICK = {Texture.DOTS: "2.6"}


class Textures:
    """The textures one drawing has used. `name` is an ASCII name that no other drawing of the page has."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._used: dict[tuple[Texture, bool], str] = {}

    def filled(self, element: ET.Element, texture: Texture, *, alert: bool) -> ET.Element:
        """Fill an element, with a rim of ink around it; what stands in a drawing is filled with ink unless it says otherwise."""
        element.set("stroke", INK)
        if alert:
            element.set("class", "zc-alert")
        match texture:
            case Texture.SOLID:
                pass
            case Texture.EMPTY:
                element.attrib |= {"fill": PAPER, "class": f"zc-paper {element.get('class', '')}".strip()}
            case Texture.LIGHT:
                element.set("fill-opacity", "0.2")
            case _:
                element.set("fill", f"url(#{self._id(texture, alert=alert)})")
        return element

    def named(self, what: str) -> str:
        """An id for something else of this drawing."""
        return f"{self._name}-{what}"

    def definitions(self) -> Iterator[ET.Element]:
        """The definitions of what was used, if anything was."""
        if self._used:
            definitions = ET.Element("defs")
            for (texture, alert), name in self._used.items():
                definitions.append(_pattern(name, texture, alert=alert))
            yield definitions

    def _id(self, texture: Texture, *, alert: bool) -> str:
        return self._used.setdefault((texture, alert), f"{self._name}-{len(self._used)}")


def _pattern(name: str, texture: Texture, *, alert: bool) -> ET.Element:
    size = str(_TILE)
    pattern = ET.Element("pattern", id=name, width=size, height=size, patternUnits="userSpaceOnUse")
    ET.SubElement(pattern, "rect", {"width": size, "height": size, "fill": PAPER, "class": "zc-paper"})
    strokes = {"d": _STROKES[texture], "stroke": INK, "fill": "none", "stroke-linecap": "round"}
    strokes["stroke-width"] = _THICK.get(texture, "1.4")
    if alert:
        strokes["class"] = "zc-alert"
    ET.SubElement(pattern, "path", strokes)
    return pattern
