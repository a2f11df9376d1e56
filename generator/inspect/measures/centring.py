"""How far a line lies from the middle."""

from __future__ import annotations

from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Line

_OPENING, _CLOSING = "（《〈〔【「『“‘", "）》〉〕】」』”’，。、；：！？"


def off_centre(line: Line, middle: float) -> float:
    """How far a line's middle lies to the right of a place on the page.

    Typesetters cut the blank half of a bracket at a line's edge or leave it; a line is centred if it is so in
    either way.
    """
    lefts = [line.left, *([line.left + line.em / 2] if line.text[0] in _OPENING else [])]
    rights = [line.right, *([line.right - line.em / 2] if line.text[-1] in _CLOSING else [])]
    return min(((left + right) / 2 - middle for left in lefts for right in rights), key=abs)


def middle_of(circular: Circular, page: int) -> float:
    """The middle of the type area on an upright page."""
    return (circular.area.left(page) + circular.area.right(page)) / 2


def off_either_middle(circular: Circular, middle: float) -> float:
    """How far something on a letter's first page lies from the nearer middle: the paper's or the type area's.

    Of a letter's rules, wider than the type area, the standard does not say in the middle of what they stand.
    """
    return min((middle - each for each in (circular.page(1).width / 2, middle_of(circular, 1))), key=abs)
