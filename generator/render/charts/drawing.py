"""A chart as SVG, complete: its title and every figure for those who listen, its drawing for those who look."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from generator.render.charts import bars, lines, overview
from generator.render.charts.ink import INK, LETTERS
from generator.render.charts.numbers import rounded
from generator.render.charts.texture import Textures
from generator.views.charts import BarChart, Chart, LineChart

NARROW, WIDE = 328, 720
"""The widths a site draws at: what a phone of 360 px leaves between its margins, and a page's text column."""


def drawing(chart: Chart, width: int, family: str = "inherit", layout: bars.Layout = bars.ON_SCREEN) -> str:
    """The chart at a width in CSS pixels (1/96 inch), as high as it needs; the same chart gives the same bytes.

    `family` is the font of its letters, the surrounding text's unless a document names its own; `layout` is that of bars.
    """
    name = f"{chart.key}-{width}"
    textures = Textures(name)
    content, height = _content(chart, width, textures, layout)
    root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}")
    root.attrib |= {"class": "zc", "fill": INK, "width": str(width), "height": str(height), "role": "img"}
    root.attrib |= {"aria-labelledby": f"{name}-title {name}-figures"}
    root.attrib |= {"font-family": family, "font-size": str(LETTERS)}
    ET.SubElement(root, "title", id=f"{name}-title").text = chart.title
    ET.SubElement(root, "desc", id=f"{name}-figures").text = chart.description
    root.extend(textures.definitions())
    root.append(content)
    rounded(root)
    return ET.tostring(root, encoding="unicode")


def _content(chart: Chart, width: int, textures: Textures, layout: bars.Layout) -> tuple[ET.Element, int]:
    match chart:
        case BarChart():
            return bars.content(chart, width, textures, layout)
        case LineChart():
            return lines.content(chart, width)
        case _:
            return overview.content(chart, width, textures)
