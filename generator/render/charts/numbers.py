"""Coordinates as a drawing needs them: to the tenth of a pixel, without idle zeros."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

_NUMBER = re.compile(r"-?\d+\.\d+(?:[eE]-?\d+)?")
_COORDINATES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d")


def rounded(root: ET.Element) -> None:
    """Round every coordinate of a drawing in place."""
    for element in root.iter():
        for name in _COORDINATES:
            if name in element.attrib:
                element.set(name, _NUMBER.sub(_short, element.attrib[name]))


def _short(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0").replace("-0", "0", number[0].startswith("-0.0"))
