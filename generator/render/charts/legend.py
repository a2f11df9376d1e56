"""What stands above a chart: which texture or stroke is which, on as many lines as the width asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from generator.render.charts.ink import LINE, words
from generator.render.charts.letters import width

SAMPLE = 26
"""How wide the sample before a name is, with the gap after it."""

_GAP, _BELOW = 14, 8


def legend(entries: Iterable[tuple[ET.Element, str]], room: int) -> tuple[ET.Element, int]:
    """Samples, drawn for a line of 20 by 14 pixels, each with its name; and the height they take."""
    group = ET.Element("g")
    x, y = 0.0, 0
    for sample, name in entries:
        taken = SAMPLE + width(name)
        if x and x + taken > room:
            x, y = 0.0, y + LINE + 3
        entry = ET.SubElement(group, "g", transform=f"translate({round(x)} {y})")
        entry.append(sample)
        entry.append(words(name, SAMPLE, LINE / 2))
        x += taken + _GAP
    return group, (y + LINE + _BELOW if len(group) else 0)
