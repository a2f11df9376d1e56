"""The seal, where one is shown (GB/T 9704-2012, 7.3.5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import is_red
from generator.inspect.reading.lines import pieces
from generator.inspect.row import Sample, UnmeasurableError, on_page


def seal_colour(circular: Circular) -> Iterator[Sample]:
    """A seal that is drawn is red, or only the place kept for one is shown; a picture's colour is not known."""
    seal = circular.closing.seal if circular.closing else None
    if seal and seal.picture:
        raise UnmeasurableError("印章是图片，看不出颜色")
    if circular.closing and seal and seal.colour:
        wrong = not is_red(seal.colour) and not seal.dashed
        shown = "预留位置（虚线）" if seal.dashed else "红 {}，绿 {}，蓝 {}".format(*seal.colour)
        yield Sample(shown, on_page(circular.closing.date.page), wrong)


def seal_centred(circular: Circular) -> Iterator[Sample]:
    """How far the seal lies from the middle of the date."""
    seal = circular.closing.seal if circular.closing else None
    if circular.closing and seal:
        yield Sample(seal.box.middle - circular.closing.date.box.middle, on_page(circular.closing.date.page))


def seal_covers(circular: Circular) -> Iterator[Sample]:
    """The seal is pressed over signature and date, which stand in its lower half: no blank seal."""
    closing = circular.closing
    if not closing or not closing.seal:
        return
    box = closing.seal.box
    lines = (*closing.signature[-1:], closing.date)
    covered = [
        line
        for line in lines
        if box.top < line.box.centre < box.bottom
        and any(box.left < name.box.middle < box.right for name in pieces(line))
    ]
    middle = (lines[0].top + lines[-1].bottom) / 2
    fault = (
        "没有压住署名和日期"
        if len(covered) < len(lines)
        else ("署名和日期偏上" if middle < box.centre - 0.5 else "")
    )
    yield Sample(fault or "压住署名和日期", on_page(closing.date.page), bool(fault))


def seal_reach(circular: Circular) -> Iterator[Sample]:
    """From the last line above down to the top of the seal, of several the highest: at most one line."""
    closing = circular.closing
    if closing and closing.seal:
        above = circular.above(closing.signature[0] if closing.signature else closing.date)
        if above:
            top = min(seal.box.top for seal in closing.seals)
            yield Sample(max(0.0, top - above.bottom), on_page(closing.date.page))
