"""Page numbers (页码): found by their form and by standing outside the type area."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.inspect.parts.area import BOTTOM, TOP
from generator.inspect.reading.facts import Line, Page

DASHES = "—―–‒─━－‐‑~～·•-"
_NUMBER = re.compile(rf"^[{DASHES}]*(?:第?(\d{{1,4}})页?(?:[,，/]?共?\d+页?)?)[{DASHES}]*$")


@dataclass(frozen=True, slots=True)
class Folio:
    """The number printed on one page.

    `line` is measured on the page as it is held to read the number: upright, even where the page's table lies
    across. `turned` is by how many quarter turns the number stands turned against the page's other text.
    """

    page: int
    number: int
    line: Line
    width: float
    height: float
    turned: int


def folio_of(page: Page) -> Folio | None:
    """The page number of a page; the lowest candidate outside the type area."""
    found = [_folio(page, line, 0) for line in page.lines if _outside(page, line)]
    found += [
        _folio(page, line, turns)
        for turns, lines in page.turned.items()
        for line in lines
        if line.box.centre > (page.width if turns % 2 else page.height) - 297 + BOTTOM - 1
    ]
    numbers = [folio for folio in found if folio]
    return max(numbers, key=lambda folio: folio.line.box.centre, default=None)


def without_folios(page: Page, folio: Folio | None) -> tuple[Line, ...]:
    """The lines of a page except its number."""
    return tuple(line for line in page.lines if not folio or line is not folio.line)


def _folio(page: Page, line: Line, turns: int) -> Folio | None:
    match = _NUMBER.match(line.text)
    if not match or line.red:
        return None
    width, height = (page.height, page.width) if turns % 2 else (page.width, page.height)
    return Folio(page.number, int(match[1]), line, width, height, turns)


def _outside(page: Page, line: Line) -> bool:
    if page.landscape:
        return line.box.centre > page.height - 26
    return line.box.centre > BOTTOM - 1 or line.bottom < TOP - 3
