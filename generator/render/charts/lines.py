"""Lines over quarters or other steps, with a mark and a figure at every point."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal
from typing import Any

import leather  # type: ignore[import-untyped]  # it has no types
from leather.scales import Ordinal  # type: ignore[import-untyped]  # likewise

from generator.render.charts.ink import INK, LINE, PAPER, halo, words
from generator.render.charts.legend import legend
from generator.views.charts import Line, LineChart, Stroke

_HEIGHT = 220
_HEAD = 22
"""Room above the plot for the figures of its highest points."""

_DASHES = {Stroke.SOLID: "none", Stroke.DASHED: "6 4"}
_RADIUS = 4.5


def content(chart: LineChart, width: int) -> tuple[ET.Element, int]:
    """The drawing without its frame, and its height."""
    group, top = legend(((_sample(line), line.name) for line in chart.lines), width)
    drawn = leather.Chart()
    steps = [str(place) for place in range(len(chart.steps))]
    known = [amount.value for line in chart.lines for amount in line.amounts if amount]
    for place, line in enumerate(chart.lines):
        points = [
            (step, amount.value if amount else None) for step, amount in zip(steps, line.amounts, strict=True)
        ]
        if any(line.amounts):
            drawn.add_series(leather.Series(points), _Strokes(INK, 2, _DASHES[line.stroke]))
            drawn.add_series(leather.Series(points), _Marks(chart, place))
    if not known:
        return group, top
    unit = chart.unit if chart.unit.isascii() else ""  # the library leaves no room for a Chinese one
    drawn.set_x_scale(Ordinal(steps))
    drawn.set_y_scale(leather.Linear(0, max(*known, chart.top, Decimal(1))))
    drawn.add_x_axis(ticks=steps, tick_formatter=lambda step, _place, _count: chart.steps[int(step)])
    drawn.add_y_axis(tick_formatter=lambda value, _place, _count: f"{value}{unit}")
    body = drawn.to_svg_group(width, _HEIGHT)
    body.set("transform", f"translate(0 {top + _HEAD})")
    group.append(body)
    return group, top + _HEAD + _HEIGHT


def _sample(line: Line) -> ET.Element:
    sample = ET.Element("g")
    stroke = {"d": f"M0 {LINE / 2} h20", "stroke": INK, "stroke-width": "2", "fill": "none"}
    if line.stroke is Stroke.DASHED:
        stroke["stroke-dasharray"] = _DASHES[line.stroke]
    ET.SubElement(sample, "path", stroke)
    sample.append(_mark(line.stroke, 10, LINE / 2))
    return sample


def _mark(stroke: Stroke, x: float, y: float) -> ET.Element:
    """A point: a filled circle on a full line, a hollow square on a dashed one."""
    if stroke is Stroke.SOLID:
        return ET.Element("circle", cx=str(x), cy=str(y), r=str(_RADIUS), fill=INK)
    box = {
        "x": str(x - _RADIUS),
        "y": str(y - _RADIUS),
        "width": str(2 * _RADIUS),
        "height": str(2 * _RADIUS),
    }
    return ET.Element("rect", box | {"fill": PAPER, "stroke": INK, "stroke-width": "2", "class": "zc-paper"})


class _Strokes(leather.Line):  # type: ignore[misc]  # the library has no types
    """The library's line over steps that have names: it asks for numbers only out of caution."""

    def validate_series(self, series: Any) -> None:
        """Steps by name will do."""

    def legend_to_svg(self, *_: Any) -> list[Any]:
        return []


class _Marks(leather.Shape):  # type: ignore[misc]  # likewise
    """The points of one line with their figures: above where the line is the highest there, below where the lowest."""

    def __init__(self, chart: LineChart, place: int) -> None:
        self._chart = chart
        self._place = place

    def validate_series(self, series: Any) -> None:
        """Steps by name will do."""

    def legend_to_svg(self, *_: Any) -> list[Any]:
        return []

    def to_svg(self, width: Any, height: Any, x_scale: Any, y_scale: Any, *_: Any) -> ET.Element:
        group, figures = ET.Element("g"), halo()
        for step, amount in enumerate(self._chart.lines[self._place].amounts):
            if amount:
                x = float(x_scale.project(str(step), 0, width))
                y = float(y_scale.project(amount.value, height, 0))
                group.append(_mark(self._chart.lines[self._place].stroke, x, y))
                away = self._away(step)
                if away:
                    figures.append(words(amount.words, x, y + away * (LINE - 3)))
        group.append(figures)
        return group

    def _away(self, step: int) -> int:
        """Which way from its point a figure stands: up, down, or nowhere, where others stand on both sides."""
        amounts = ((line.amounts[step], -place) for place, line in enumerate(self._chart.lines))
        standing = sorted((amount.value, place) for amount, place in amounts if amount)
        return -1 if standing[-1][1] == -self._place else 1 if standing[0][1] == -self._place else 0
