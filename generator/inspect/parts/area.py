"""The type area (版心) of a circular as it really is, taken from its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.inspect.reading.facts import Line

TOP, LEFT, WIDTH, HEIGHT = 37.0, 28.0, 156.0, 225.0
"""Where the standard puts the type area, and its size (GB/T 9704-2012, 5.2.1)."""

BOTTOM = TOP + HEIGHT
PITCH = 10.42
"""The height of a line (行) if the text does not tell: one character of 三号 and seven eighths of one."""

_FEW = 3
_LONG, _INNERMOST = 100.0, 37.0
"""Edges are seen in lines at least so long that begin at most so far inside; shorter ones tell nothing."""
_DISPLAY = 20.0
"""Type of this size, in points, and larger is that of titles."""
_CHANGES = 1.0
"""Margins that differ by more than this change from page to page on purpose."""


@dataclass(frozen=True, slots=True)
class Area:
    """Left and right edges of the text on odd and even pages, the pitch of its lines, and its usual type size.

    What the text does not show is taken from the standard. `measured` says that the edges were seen.
    """

    lefts: tuple[float, float]
    rights: tuple[float, float]
    pitch: float
    size: float
    measured: bool

    def left(self, page: int) -> float:
        """The left edge on a page."""
        return self.lefts[(page + 1) % 2]

    def right(self, page: int) -> float:
        """The right edge on a page: the standard's width from its left edge."""
        return self.left(page) + WIDTH

    def text_right(self, page: int) -> float:
        """Where full lines really end on a page."""
        return self.rights[(page + 1) % 2]

    @property
    def play(self) -> float:
        """How far a page laid across may stand out of place where margins change from odd pages to even ones."""
        change = abs(self.lefts[1] - self.lefts[0])
        return change if change > _CHANGES else 0

    @property
    def em(self) -> float:
        """The type size in millimetres."""
        return self.size * 25.4 / 72


def area_of(upright: Sequence[Line]) -> Area:
    """The type area, taken from the running text among the lines of upright pages, the imprint's left out."""
    size = _usual_size(upright)
    running = [line for line in upright if abs(line.size - size) < 0.3]
    full = [line for line in running if line.right - line.left > _LONG and line.left < _INNERMOST]
    every_left = _edge([line.left for line in full if line.glyphs[0].han], rightmost=False)
    every_right = _edge([line.right for line in full if line.glyphs[-1].han], rightmost=True)
    lefts, rights = [], []
    for odd in (1, 0):
        lines = [line for line in full if line.page % 2 == odd]
        left = _edge([line.left for line in lines if line.glyphs[0].han], rightmost=False)
        right = _edge([line.right for line in lines if line.glyphs[-1].han], rightmost=True)
        lefts.append(left or every_left or LEFT)
        rights.append(right or every_right or LEFT + WIDTH)
    return Area(
        (lefts[0], lefts[1]), (rights[0], rights[1]), _pitch(running), size, measured=every_left is not None
    )


def _usual_size(lines: Sequence[Line]) -> float:
    sizes = Counter(
        round(line.size, 1) for line in lines if line.size < _DISPLAY for glyph in line.glyphs if glyph.han
    )
    return sizes.most_common(1)[0][0] if sizes else 16.0


def _edge(values: list[float], *, rightmost: bool) -> float | None:
    """The outermost edge that several lines share."""
    if len(values) < _FEW:
        return None
    bins = Counter(round(value * 2) for value in values)
    enough = max(2, len(values) // 10)
    shared = [each for each, count in bins.items() if count + bins[each + 1] + bins[each - 1] >= enough]
    if not shared:
        return None
    outer = (max(shared) if rightmost else min(shared)) / 2
    near = [value for value in values if abs(value - outer) <= 0.75]
    return median(near)


def _pitch(lines: Sequence[Line]) -> float:
    steps = [
        below.baseline - above.baseline
        for above, below in pairwise(lines)
        if above.page == below.page and 1 < (below.baseline - above.baseline) / above.em < 2.6
    ]
    return median(steps) if len(steps) >= _FEW else PITCH
