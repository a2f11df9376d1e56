"""Posters as the values that the Typst templates print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from generator.render.board_pdf.code import code
from generator.render.board_pdf.columns import halves
from generator.render.board_pdf.table import Measure, table_values
from generator.render.charts.bars import Layout
from generator.render.charts.drawing import drawing
from generator.render.charts.ink import LETTERS
from generator.views.boards.amendment import Amendment
from generator.views.boards.cards import Cards, UnitCards
from generator.views.boards.facts import Facts
from generator.views.boards.poster import Poster
from generator.views.boards.sheets import View
from generator.views.boards.table import Table
from generator.views.charts import BarChart

_LETTERS = (24, 20, 18, 16)
"""The sizes of letters that charts are drawn with, in points; the last is the least on a poster."""
_GAP = 4
"""What parts bars, in pixels."""
_SHARES = {0.62: _LETTERS, 0.54: _LETTERS[1:], 0.46: _LETTERS[2:]}
"""Which part of the width pictures may take that have words beside them, and in which letters."""
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
            return {**_shell(view, "cards", paper), "units": list(map(_unit, view.units))}
        case Amendment():
            items = [asdict(one) for one in view.items]
            return {**_shell(view, "notice", paper), "lead": view.lead, "items": items, "ask": view.ask}
        case Table():
            room = _points(paper[0] - 2 * MARGIN)
            return table_values(view, _shell(view, "table", paper), room, measure)


def _unit(unit: UnitCards) -> dict[str, Any]:
    """The cards of a unit; of each fact, how wide it is too, in half characters."""
    values = asdict(unit)
    for card in values["cards"]:
        card["facts"] = [(name, value, halves(f"{name}：{value}")) for name, value in card["facts"]]
    return values


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
    width = _points(paper[0] - 2 * MARGIN)
    wide = 2 if width >= _TWO_COLUMNS else 1
    beside = wide if paper[0] > paper[1] else 1
    bars = tuple((chart, _most_bars(chart, paper)) for chart in view.charts if chart.bars)
    return {
        "lead": view.lead,
        "figures": [asdict(one) for one in view.figures],
        "pictures": _pictures(bars, width, wide, _LETTERS),
        "beside": [_pictures(bars, share * width, beside, sizes) for share, sizes in _SHARES.items()],
        "parted": _pictures(bars, width, wide, _LETTERS[-1:], legends=True),
        "passages_title": view.passages_title,
        "passages": [asdict(one) for one in view.passages],
        "alert": view.alert,
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


def _points(millimetres: float) -> float:
    return millimetres / 25.4 * 72


def _pictures(
    bars: Sequence[tuple[BarChart, int]],
    width: float,
    columns: int,
    sizes: Iterable[int],
    *,
    legends: bool = False,
) -> dict[str, Any]:
    """Charts in columns of so much width together, drawn in sizes of letters and in drawings of at most so many bars.

    The first drawing has the legend for all, unless all have `legends`, as they may stand on pages of their own.
    """
    column = (width - _BETWEEN * (columns - 1)) / columns
    drawn = [
        {
            "letters": letters,
            "charts": [
                list(_drawings(chart, column, letters, most, first=place == 0, legends=legends))
                for place, (chart, most) in enumerate(bars)
            ],
        }
        for letters in sizes
    ]
    return {"width": width, "columns": columns, "drawn": drawn}


def _drawings(
    chart: BarChart, width: float, letters: int, most: int, *, first: bool = False, legends: bool = False
) -> Iterator[dict[str, Any]]:
    """A chart in drawings of at most so many bars."""
    scale = letters / LETTERS
    pixels = int(width / scale)
    for start in range(0, len(chart.bars), most):
        part = replace(chart, key=f"{chart.key}-{start}", bars=chart.bars[start : start + most])
        layout = Layout(_GAP, legend=legends or (first and start == 0), names_beside=True)
        svg = drawing(part, pixels, layout=layout)
        yield {"title": chart.title, "words": part.description, "svg": svg, "width": pixels * scale}


def _most_bars(chart: BarChart, paper: tuple[int, int]) -> int:
    """How many bars a drawing in the least letters may have."""
    width = _points(paper[0] - 2 * MARGIN)
    (whole,) = _drawings(chart, width, _LETTERS[-1], max(1, len(chart.bars)), legends=True)
    height = float(re.findall(r'height="([0-9.]+)"', whole["svg"])[0]) * _LETTERS[-1] / LETTERS
    room = _HIGHEST * _points(paper[1])
    return max(1, int(len(chart.bars) * min(1, room / height)))
