"""Many rows at a glance: a sign in every cell, the rows in as many columns side by side as the width allows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from math import ceil

from generator.render.charts.ink import LINE, halo, words
from generator.render.charts.legend import legend
from generator.render.charts.letters import broken
from generator.render.charts.letters import width as wide
from generator.render.charts.texture import Textures
from generator.views.charts import Overview, Sign

_CELL, _PITCH, _GAP = 22, 24, 18
_LONGEST = 140
"""How wide a name may be, in pixels."""


def content(chart: Overview, width: int, textures: Textures) -> tuple[ET.Element, int]:
    """The drawing without its frame, and its height. Each sign is drawn once and then repeated by reference."""
    signs = [textures.named(f"sign{place}") for place in range(len(chart.signs))]
    group = ET.Element("g")
    definitions = ET.SubElement(group, "defs")
    definitions.extend(map(_sign, chart.signs, signs, [textures] * len(signs)))
    samples = (ET.Element("use", href=f"#{name}", y="-1") for name in signs)
    named, top = legend(zip(samples, (sign.name for sign in chart.signs), strict=True), width)
    group.append(named)
    names = [broken(row.name, _LONGEST, 1)[0] for row in chart.rows]
    beside = max(map(wide, names), default=0) + 8
    block = beside + len(chart.columns) * _PITCH + _GAP
    blocks = max(1, int((width + _GAP) // block))
    deep = max(1, ceil(len(names) / blocks))
    heads = max(map(len, chart.columns), default=0) * LINE + 4
    for place, (name, row) in enumerate(zip(names, chart.rows, strict=True)):
        column, line = divmod(place, deep)
        x, y = column * block, top + heads + line * _PITCH
        if line == 0:
            _head(group, chart, x + beside, top)
        group.append(words(name, x, y + _CELL / 2))
        for number, cell in enumerate(row.cells):
            ET.SubElement(group, "use", href=f"#{signs[cell]}", x=str(x + beside + number * _PITCH), y=str(y))
    return group, top + heads + deep * _PITCH


def _head(group: ET.Element, chart: Overview, x: float, top: int) -> None:
    """The columns' names, written downwards: they are short and narrow."""
    for place, name in enumerate(chart.columns):
        for line, char in enumerate(name):
            group.append(words(char, x + place * _PITCH + _CELL / 2, top + (line + 0.5) * LINE, "middle"))


def _sign(sign: Sign, name: str, textures: Textures) -> ET.Element:
    drawn = ET.Element("g", id=name)
    box = ET.SubElement(drawn, "rect", x="0.5", y="0.5", width=str(_CELL - 1), height=str(_CELL - 1))
    textures.filled(box, sign.texture, alert=sign.alert)
    letters = halo()
    letters.append(words(sign.character, _CELL / 2, _CELL / 2))
    drawn.append(letters)
    return drawn
