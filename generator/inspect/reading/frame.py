"""From a PDF's own coordinates (points, upwards, perhaps turned) to millimetres from the paper's top left corner."""

from __future__ import annotations

from dataclasses import dataclass

from generator.inspect.reading.facts import MILLIMETRES_PER_POINT, Box

_STRAIGHT = 0.01


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a PDF page: its corner and size in points, and the quarter turns it is shown with."""

    left: float
    bottom: float
    across: float
    up: float
    turns: int

    @property
    def width(self) -> float:
        """The shown page's width in millimetres."""
        return (self.up if self.turns % 2 else self.across) * MILLIMETRES_PER_POINT

    @property
    def height(self) -> float:
        """The shown page's height in millimetres."""
        return (self.across if self.turns % 2 else self.up) * MILLIMETRES_PER_POINT

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF as it is seen on the paper."""
        u, v = x - self.left, y - self.bottom
        across, down = (
            (u, self.up - v),
            (v, u),
            (self.across - u, v),
            (self.up - v, self.across - u),
        )[self.turns]
        return across * MILLIMETRES_PER_POINT, down * MILLIMETRES_PER_POINT

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of the PDF, given by two opposite corners, as it is seen on the paper."""
        first, second = self.point(x0, y0), self.point(x1, y1)
        return Box(
            min(first[0], second[0]),
            min(first[1], second[1]),
            max(first[0], second[0]),
            max(first[1], second[1]),
        )

    def direction(self, a: float, b: float) -> int | None:
        """The quarter turns clockwise by which text running along (a, b) is seen turned; `None` if oblique."""
        length = (a * a + b * b) ** 0.5 or 1.0
        a, b = a / length, b / length
        if abs(b) < _STRAIGHT:
            quarters = 0 if a > 0 else 2
        elif abs(a) < _STRAIGHT:
            quarters = 3 if b > 0 else 1
        else:
            return None
        return (quarters + self.turns) % 4


def turned_point(x: float, y: float, quarters: int, width: float, height: float) -> tuple[float, float]:
    """A point of a page of the given size after the page was turned clockwise by quarter turns."""
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[quarters % 4]


def turned_box(box: Box, quarters: int, width: float, height: float) -> Box:
    """A rectangle of a page of the given size after the page was turned clockwise by quarter turns."""
    if quarters % 4 == 0:
        return box
    x0, y0 = turned_point(box.left, box.top, quarters, width, height)
    x1, y1 = turned_point(box.right, box.bottom, quarters, width, height)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
