"""A circular as the values that the Typst templates print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from math import ceil
from typing import Any

from generator.views.circular import Part, PrintedCircular, Title
from generator.views.prose import Block
from generator.views.sheet import Sheet, SheetLine, widths

_SHEET_TYPES = {"large": (10.5, 14), "small": (9, 12)}
"""五号 and 小五, and from line to line, in points."""
_ACROSS, _HIGH = 225 / 25.4 * 72, 156 / 25.4 * 72
"""How wide and how high a page laid across is for its table, in points."""
_EDGES, _ABOVE, _SPARE = 6, 4, 0.6
"""What a cell's edges take beside and above its words, in points; what a column has besides, in characters."""


def circular_values(circular: PrintedCircular) -> dict[str, Any]:
    """All of a circular."""
    return {
        "form": circular.form.value,
        "head": asdict(circular.head),
        "title": _title_values(circular.title),
        "to": circular.to,
        "blocks": [_block_values(block) for block in circular.blocks],
        "annex_list": circular.annex_list,
        "closing": asdict(circular.closing),
        "parts": [part_values(part) for part in circular.parts],
        "imprint": asdict(circular.imprint),
        "date": date_values(circular.date),
    }


def date_values(day: date) -> dict[str, int]:
    """A day, as Typst takes dates."""
    return {"year": day.year, "month": day.month, "day": day.day}


def part_values(part: Part) -> dict[str, Any]:
    """An enclosed document or an annex."""
    blocks = [_block_values(block) for block in part.blocks]
    sheet = _sheet_values(part.sheet) if part.sheet else None
    return {"label": part.label, "title": _title_values(part.title), "blocks": blocks, "sheet": sheet}


def least_pages(sheet: Sheet) -> float:
    """How many pages a table takes in 五号 if every line of it is as full as can be: reckoned, without setting it."""
    size, line = _SHEET_TYPES["large"]
    rooms = [width - _EDGES / size for width in _widths(sheet, size)]
    return sum(_lines(one, rooms) * line + _ABOVE for one in sheet.lines) / _HIGH


def _lines(line: SheetLine, rooms: Sequence[float]) -> int:
    own = (sum(rooms[: line.span]), *rooms[line.span :])
    wide = (sum(0.5 if char.isascii() else 1 for char in words) for words in line.cells)
    return max(ceil(words / room) for words, room in zip(wide, own, strict=True))


def _widths(sheet: Sheet, size: float) -> tuple[float, ...]:
    """How wide the columns are, in characters of a size."""
    return widths(sheet.columns, _ACROSS / size, _EDGES / size + _SPARE)


def _sheet_values(sheet: Sheet) -> dict[str, Any]:
    lines = [
        {"kind": line.kind.value, "cells": line.cells, "span": line.span, "depth": line.depth}
        for line in sheet.lines
    ]
    types = {
        name: {"size": size, "line": line, "widths": _widths(sheet, size)}
        for name, (size, line) in _SHEET_TYPES.items()
    }
    columns = [asdict(column) for column in sheet.columns]
    return {"columns": columns, "lines": lines, "above": sheet.above, "below": sheet.below, **types}


def _title_values(title: Title) -> dict[str, Any]:
    return {"text": title.text, "lines": title.lines}


def _block_values(block: Block) -> dict[str, Any]:
    values = asdict(block)
    del values["place"]
    return {"kind": type(block).__name__.lower(), **values}
