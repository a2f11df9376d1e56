"""The title and those to whom a circular is addressed (标题、主送机关), below the head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.inspect.fonts import Kind, line_kind
from generator.inspect.parts.area import Area
from generator.inspect.parts.head import Form, Head
from generator.inspect.reading.facts import Line

_LARGE = 18.0
_NEAR, _MOST_ADDRESSEES = 6, 14


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines of the title and of the addressees, and where the text after them begins."""

    title: tuple[Line, ...]
    addressees: tuple[Line, ...]
    bottom: float


def opening_of(head: Head, lines: Sequence[Line], area: Area) -> Opening:
    """Title and addressees, sought below the head on the first page."""
    start = head.number.bottom if head.form is Form.LETTER and head.number else head.bottom
    below = [line for line in lines if line.top > start - 1 and not _of(line, head)]
    title = _title(below, (_like_title,) if head.form is Form.ORDER else (_like_title, _centred), area)
    after = [line for line in below if not title or line.top > title[-1].bottom - 1]
    addressees = _addressees(after, area) if title else ()
    bottom = max([start, *[line.bottom for line in (*title, *addressees)]])
    return Opening(title, addressees, bottom)


def _of(line: Line, head: Head) -> bool:
    """Whether a line holds a part of the head, which is only a piece of it."""
    return any(
        set(part.glyphs) <= set(line.glyphs) for part in head.lines if abs(part.baseline - line.baseline) < 3
    )


def _title(
    below: Sequence[Line], signs: Sequence[Callable[[Line, Area], bool]], area: Area
) -> tuple[Line, ...]:
    """The lines that look like a title, by the first sign that any bears; an order may have none."""
    for fits in signs:
        first = next((index for index, line in enumerate(below[:_NEAR]) if fits(line, area)), None)
        if first is None:
            continue
        title: list[Line] = []
        for line in below[first:]:
            if not fits(line, area) or (title and line.top - title[-1].bottom > 3 * area.em):
                break
            title.append(line)
        return tuple(title)
    return ()


def _like_title(line: Line, _area: Area) -> bool:
    return not line.red and (line.size >= _LARGE or line_kind(line) is Kind.TITLE_SONG)


def _centred(line: Line, area: Area) -> bool:
    middle = (area.left(line.page) + area.right(line.page)) / 2
    return abs(line.box.middle - middle) < 3 and line.left > area.left(line.page) + 2.5 * area.em


def _addressees(after: Sequence[Line], area: Area) -> tuple[Line, ...]:
    found: list[Line] = []
    for line in after[:_MOST_ADDRESSEES]:
        found.append(line)
        if line.text.endswith(("：", ":")):
            return tuple(found)
        if line.right < area.text_right(line.page) - 2 * area.em:
            break
    first = after[0] if after else None
    flush = first and abs(first.left - area.left(first.page)) < area.em / 2
    return (first,) if first and flush and first.right < area.text_right(first.page) - 2 * area.em else ()
