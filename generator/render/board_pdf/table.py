"""The full table as values to print: in the largest letters that cost no page, its columns and pages by measuring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import takewhile
from math import ceil
from typing import Any

from generator.render.board_pdf.breaks import Heights, PagePart, parts
from generator.render.board_pdf.columns import Columns, columns
from generator.views.boards.table import Table

_SIZES = (11, 11.5, 12, 12.5, 13, 14, 15, 16)
"""The sizes of a table's letters, in points."""
_EDGES = 6
"""What a cell's edges take beside its words, in points."""

_LINE, _AROUND = 1.35, 6
"""From line to line, in the letters' size; what a cell takes above and below its words, in points."""

Measure = Callable[[Mapping[str, Any]], Heights]
"""How high the lines of a table are as its values have them."""


def table_values(view: Table, shell: Mapping[str, Any], room: float, measure: Measure) -> dict[str, Any]:
    """A table with so much room from edge to edge, in points; `shell` is what all sheets have.

    No fewer pages are possible than those of the least letters; of the sizes that need no more, the largest is taken.
    """
    values = {
        **shell,
        "columns": [asdict(one) for one in view.sheet.columns],
        "lines": [
            {"kind": line.kind.value, "cells": line.cells, "span": line.span, "depth": line.depth}
            for line in view.sheet.lines
        ],
        "notes": view.notes,
        "alert": view.alert,
    }
    settings = (_Setting(size, _columns(view, room, size)) for size in _SIZES)
    least = _set(view, values, next(settings), measure)
    promising = tuple(takewhile(lambda setting: _may_fit(view, least, setting), settings))
    for setting in reversed(promising):
        larger = _set(view, values, setting, measure)
        if len(larger.pages) <= len(least.pages):
            return larger.values
    return least.values


@dataclass(frozen=True, slots=True)
class _Setting:
    """A size of letters, in points, and the columns that go with it."""

    size: float
    columns: Columns


@dataclass(frozen=True, slots=True)
class _Set:
    """A table set in a size: its values with columns and pages, and how high it was."""

    values: dict[str, Any]
    setting: _Setting
    heights: Heights
    pages: tuple[PagePart, ...]


def _columns(view: Table, room: float, size: float) -> Columns:
    return columns(view.sheet, int(2 * room / size), ceil(2 * _EDGES / size))


def _set(view: Table, values: Mapping[str, Any], setting: _Setting, measure: Measure) -> _Set:
    sized = {**values, "size": setting.size, "widths": setting.columns.widths}
    heights = measure(sized)
    pages = parts(view.sheet.lines, heights)
    laid = {"heights": heights.lines, "pages": [asdict(page) for page in pages]}
    return _Set({**sized, **laid}, setting, heights, pages)


def _may_fit(view: Table, least: _Set, setting: _Setting) -> bool:
    """Whether a size is worth trying, by what it would take if it were off by as much as the least size is.

    At the end of a page half a line's room is lost, more or less.
    """
    heights, pages = least.heights, len(least.pages)
    grown = _reckoned(view, setting) / _reckoned(view, least.setting) * sum(heights.lines)
    repeated = sum(heights.lines[place] for page in least.pages for place in page.repeated)
    lost = pages * (heights.head + sum(heights.lines) / len(heights.lines) / 2) + repeated + heights.notes
    return grown <= heights.first + heights.other * (pages - 1) - lost


def _reckoned(view: Table, setting: _Setting) -> float:
    return setting.columns.lines * setting.size * _LINE + len(view.sheet.lines) * _AROUND
