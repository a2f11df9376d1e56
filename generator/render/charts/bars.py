"""Bars lying below each other, stacked from textured parts, each with its name before it and its sum after it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import leather  # type: ignore[import-untyped]  # it has no types
from leather.scales import Ordinal, Scale  # type: ignore[import-untyped]  # likewise

from generator.render.charts.ink import LINE, halo, knocked_out, words
from generator.render.charts.legend import legend
from generator.render.charts.letters import broken
from generator.render.charts.letters import width as wide
from generator.render.charts.texture import Textures
from generator.views.charts import BarChart, Part, Texture

_THICK = 20
_STACKED_BELOW = 480
"""Below this width a name stands above its bar, so that the bar has the whole width."""

_AROUND = 6
"""What a figure needs beside itself, in pixels."""

_SHARE, _MOST = 0.36, 2
"""How much of the width names may take beside the bars, and how many lines."""
_WHOLE_SHARE = 0.45
"""How much where they are to stand beside them whole."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How bars are laid out: `gap` pixels apart, with a legend or without, as where another chart beside has it.

    With `names_beside` names stand beside the bars at any width that has room for them whole.
    """

    gap: int = 12
    legend: bool = True
    names_beside: bool = False


ON_SCREEN = Layout()


def content(
    chart: BarChart, width: int, textures: Textures, layout: Layout = ON_SCREEN
) -> tuple[ET.Element, int]:
    """The drawing without its frame, and its height."""
    group, top = legend(_samples(chart, textures) if layout.legend else (), width)
    if not chart.bars:
        return group, top
    names = _Names(chart, width, layout)
    height = names.pitch * len(chart.bars)
    room = width - max(wide(bar.whole) for bar in chart.bars) - 10
    drawn = leather.Chart()
    totals = [sum((amount.value for amount in bar.amounts), Decimal(0)) for bar in chart.bars]
    points = [(total, str(place)) for place, total in enumerate(totals)]
    drawn.add_series(leather.Series(points), _Stacks(chart, names, textures))
    drawn.set_x_scale(_Whole(max(totals) or Decimal(1)))
    drawn.set_x_axis(_NoAxis())
    drawn.set_y_scale(Ordinal([str(place) for place in reversed(range(len(totals)))]))
    drawn.set_y_axis(names)
    body = drawn.to_svg_group(room, height)
    body.set("transform", f"translate(0 {top})")
    group.append(body)
    return group, top + height


def _samples(chart: BarChart, textures: Textures) -> list[tuple[ET.Element, str]]:
    if len(chart.parts) == 1:
        return []
    return [(_sample(part, textures), part.name) for part in chart.parts]


def _sample(part: Part, textures: Textures) -> ET.Element:
    box = ET.Element("rect", x="0.5", y="3.5", width="19", height="13")
    return textures.filled(box, part.texture, alert=part.alert)


class _Whole(Scale):  # type: ignore[misc]  # the library has no types
    """From nothing to the longest bar, which takes all the room there is. It has no ticks: looking for good ones takes long."""

    def __init__(self, longest: Decimal) -> None:
        self._longest = longest

    def contains(self, value: Any) -> bool:
        return bool(0 <= value <= self._longest)

    def project(self, value: Any, range_min: Any, range_max: Any) -> Any:
        return float(range_min) + float(range_max - range_min) * float(value / self._longest)


class _NoAxis(leather.Axis):  # type: ignore[misc]  # likewise
    """Nothing: every bar has its figures beside it."""

    def estimate_label_margin(self, *_: Any) -> int:
        return 0

    def to_svg(self, *_: Any) -> ET.Element:
        return ET.Element("g")


class _Names(leather.Axis):  # type: ignore[misc]  # the library has no types
    """The names: beside the bars where there is room, else above them. `pitch` is the height of one bar's place."""

    def __init__(self, chart: BarChart, width: int, layout: Layout) -> None:
        super().__init__()
        room = width * (_WHOLE_SHARE if layout.names_beside else _SHARE)
        whole = all("".join(broken(bar.name, room, _MOST)) == bar.name for bar in chart.bars)
        self.above = not whole if layout.names_beside else width < _STACKED_BELOW
        room = width if self.above else room
        self.lines = tuple(broken(bar.name, room, _MOST) for bar in chart.bars)
        most = max(map(len, self.lines))
        self._offset = most * LINE if self.above else 0
        self.pitch = layout.gap + (self._offset + _THICK if self.above else max(most * LINE, _THICK))
        longest = max(wide(line) for lines in self.lines for line in lines)
        self._margin = 0 if self.above else round(longest) + 10

    def bar_top(self, middle: float) -> float:
        """Where a bar begins whose place has its middle there."""
        return middle + (self._offset - _THICK) / 2

    def estimate_label_margin(self, *_: Any) -> int:
        return self._margin

    def to_svg(self, _width: Any, height: Any, scale: Any, *_: Any) -> ET.Element:
        group = ET.Element("g")
        for place, lines in enumerate(self.lines):
            low, high = scale.project_interval(str(place), height, 0)
            middle = float(low + high) / 2
            x, anchor, first = -10, "end", middle - (len(lines) - 1) * LINE / 2
            if self.above:
                x, anchor, first = 0, "", self.bar_top(middle) - (len(lines) - 0.5) * LINE
            for number, line in enumerate(lines):
                group.append(words(line, x, first + number * LINE, anchor))
        return group


class _Stacks(leather.Shape):  # type: ignore[misc]  # likewise
    """The bars: the parts of each side by side, each part's figure on it where there is room, the sum after it."""

    def __init__(self, chart: BarChart, names: _Names, textures: Textures) -> None:
        self._chart = chart
        self._names = names
        self._textures = textures

    def validate_series(self, series: Any) -> None:
        """Any series will do: what is drawn comes from the chart."""

    def legend_to_svg(self, *_: Any) -> list[Any]:
        return []

    def to_svg(self, width: Any, height: Any, x_scale: Any, y_scale: Any, *_: Any) -> ET.Element:
        group, figures, on_ink = ET.Element("g"), halo(), knocked_out()
        for place, bar in enumerate(self._chart.bars):
            low, high = y_scale.project_interval(str(place), height, 0)
            top = self._names.bar_top(float(low + high) / 2)
            reached = Decimal(0)
            for part, amount in zip(self._chart.parts, bar.amounts, strict=True):
                if not amount.value:
                    continue
                start = x_scale.project(reached, 0, width)
                reached += amount.value
                end = x_scale.project(reached, 0, width)
                box = {"x": str(start), "y": str(top), "width": str(end - start), "height": str(_THICK)}
                group.append(self._textures.filled(ET.Element("rect", box), part.texture, alert=part.alert))
                if len(self._chart.parts) > 1 and end - start >= wide(amount.words) + _AROUND:
                    ground = on_ink if part.texture is Texture.SOLID else figures
                    ground.append(words(amount.words, (start + end) / 2, top + _THICK / 2))
            end = x_scale.project(reached, 0, width)
            group.append(words(bar.whole, end + _AROUND, top + _THICK / 2))
        group.extend(one for one in (figures, on_ink) if len(one))
        return group
