"""Which fonts of a PDF are composite ones (Type 0), for which pdfium makes ink too tall.

pdfium adds a sixty-fourth to the height above the baseline of every character of a composite font, so that
nothing is cut off on a screen. On paper that is 0.2 mm in a mark of 46 points.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

from generator.inspect.reading.facts import Box

_EXCESS = 65 / 64


def composite_fonts(data: bytes) -> frozenset[str]:
    """The names, subset tags included, that the composite fonts of a PDF have at their descendants."""
    found: set[str] = set()
    met: set[int] = set()
    for page in PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))):
        for font in _fonts(page.resources, met):
            for descendant in resolve1(font.get("DescendantFonts")) or ():
                name = resolve1(resolve1(descendant).get("BaseFont"))
                found.add(getattr(name, "name", ""))
    return frozenset(found)


def true_ink(ink: Box, origin: tuple[float, float], turns: int) -> Box:
    """The ink of a composite font's character without what pdfium adds on the side that is its top."""
    x, y = origin
    if turns == 0 and ink.top < y:
        return ink._replace(top=y - (y - ink.top) / _EXCESS)
    if turns == 1 and ink.right > x:
        return ink._replace(right=x + (ink.right - x) / _EXCESS)
    if turns == 2 and ink.bottom > y:
        return ink._replace(bottom=y + (ink.bottom - y) / _EXCESS)
    if turns == 3 and ink.left < x:
        return ink._replace(left=x - (x - ink.left) / _EXCESS)
    return ink


def _fonts(resources: Mapping[Any, Any], met: set[int]) -> Iterator[Mapping[Any, Any]]:
    """The fonts of a page, and of the forms it is put together from, each once."""
    for kind in ("Font", "XObject"):
        for reference in (resolve1(resources.get(kind)) or {}).values():
            number = getattr(reference, "objid", id(reference))
            if number in met:
                continue
            met.add(number)
            value = resolve1(reference)
            if kind == "Font" and isinstance(value, dict):
                yield value
            elif isinstance(value, PDFStream):
                yield from _fonts(resolve1(value.attrs.get("Resources")) or {}, met)
