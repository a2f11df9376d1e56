"""Posters as the values that the Typst templates print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from generator.render.board_pdf.code import code
from generator.render.board_pdf.table import Measure, table_values
from generator.render.charts.drawing import drawing
from generator.render.charts.ink import LETTERS
from generator.views.boards.amendment import Amendment
from generator.views.boards.cards import Cards
from generator.views.boards.facts import Facts
from generator.views.boards.poster import Poster
from generator.views.boards.sheets import View
from generator.views.boards.table import Table
from generator.views.charts import BarChart

_LETTERS = (24, 20, 18, 16)
"""The sizes of letters that charts are drawn with, in points; the last is the least on a poster."""
_GAP = 4
"""What parts bars, in pixels."""
_HIGHEST = 0.5
"""How high a drawing may be, of the paper's height, so that a page can hold it beside the facts at its foot."""
_TWO_COLUMNS = 1000
"""From this width of the type area on, in points, charts stand side by side."""
_BETWEEN = 24
MARGIN = 10
"""Around the type area of every sheet, in millimetres."""
CODE = {"poster": 36, "notice": 36, "table": 25, "cards": 25}
"""How wide the code is on each kind of sheet, in millimetres."""


def view_values(view: View, paper: tuple[int, int], measure: Measure) -> dict[str, Any]:
    """What a sheet shows on a paper of so many millimetres; `measure` tells how high a table's lines are.

    Raises `TooLongError` if the address is too long for the sheet's code.
    """
    match view:
        case Poster():
            return {**_shell(view, "poster", paper), **_poster(view, paper)}
        case Cards():
            units = [asdict(one) for one in view.units]
            return {**_shell(view, "cards", paper), "units": units}
        case Amendment():
            items = [asdict(one) for one in view.items]
            return {**_shell(view, "notice", paper), "lead": view.lead, "items": items, "ask": view.ask}
        case Table():
            room = _points(paper[0] - 2 * MARGIN)
            return table_values(view, _shell(view, "table", paper), room, measure)


def _shell(view: View, kind: str, paper: tuple[int, int]) -> dict[str, Any]:
    """What all sheets have."""
    return {
        "kind": kind,
        "paper": paper,
        "bureau": view.bureau,
        "title": view.title,
        "notice": view.notice,
        "facts": facts_values(view.facts, kind),
    }


def _poster(view: Poster, paper: tuple[int, int]) -> dict[str, Any]:
    bars = [(chart, _most_bars(chart, paper)) for chart in view.charts if chart.bars]
    return {
        "lead": view.lead,
        "figures": [asdict(one) for one in view.figures],
        "charts": [
            {
                "letters": letters,
                "charts": [list(_drawings(one, paper, letters, most)) for one, most in bars],
            }
            for letters in _LETTERS
        ],
        "columns": _columns(paper)[0],
        "lagging_title": view.lagging_title,
        "lagging": [asdict(one) for one in view.lagging],
        "ask": view.ask,
    }


def facts_values(facts: Facts, kind: str) -> dict[str, Any]:
    """The facts of a kind of sheet with their code; without an address it is a gap. Raises `TooLongError`."""
    return {
        "facts": [asdict(one) for one in facts.facts],
        "version": facts.version,
        "digest": facts.digest,
        "draft": facts.draft,
        "address": facts.address,
        "code": code(facts.address, CODE[kind]) if facts.address else "",
        "code_width": CODE[kind],
    }


def _columns(paper: tuple[int, int]) -> tuple[int, float]:
    """In how many columns charts stand, and how wide one is, in points."""
    width = _points(paper[0] - 2 * MARGIN)
    return (2, (width - _BETWEEN) / 2) if width >= _TWO_COLUMNS else (1, width)


def _points(millimetres: float) -> float:
    return millimetres / 25.4 * 72


def _drawings(chart: BarChart, paper: tuple[int, int], letters: int, most: int) -> Iterator[dict[str, Any]]:
    """A chart in drawings of at most so many bars."""
    scale = letters / LETTERS
    pixels = int(_columns(paper)[1] / scale)
    for start in range(0, len(chart.bars), most):
        part = replace(chart, key=f"{chart.key}-{start}", bars=chart.bars[start : start + most])
        svg = drawing(part, pixels, gap=_GAP)
        yield {"title": chart.title, "words": part.description, "svg": svg, "width": pixels * scale}


def _most_bars(chart: BarChart, paper: tuple[int, int]) -> int:
    """How many bars a drawing in the least letters may have."""
    (whole,) = _drawings(chart, paper, _LETTERS[-1], max(1, len(chart.bars)))
    height = float(re.findall(r'height="([0-9.]+)"', whole["svg"])[0]) * _LETTERS[-1] / LETTERS
    room = _HIGHEST * _points(paper[1])
    return max(1, int(len(chart.bars) * min(1, room / height)))
