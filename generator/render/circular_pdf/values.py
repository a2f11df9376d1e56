"""A circular as the values that the Typst templates print."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from generator.views.circular import Part, PrintedCircular, Title
from generator.views.prose import Block
from generator.views.sheet import Sheet, widths

_SHEET_TYPES = {"large": (10.5, 14), "small": (9, 12)}
"""五号 and 小五, and from line to line, in points."""
_ACROSS, _EDGES, _SPARE = 225 / 25.4 * 72, 6, 0.6
"""The width of a table laid across and what a cell's edges take, in points; what a column has besides, in characters."""


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


def _sheet_values(sheet: Sheet) -> dict[str, Any]:
    lines = [
        {"kind": line.kind.value, "cells": line.cells, "span": line.span, "depth": line.depth}
        for line in sheet.lines
    ]
    types = {
        name: {
            "size": size,
            "line": line,
            "widths": widths(sheet.columns, _ACROSS / size, _EDGES / size + _SPARE),
        }
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
