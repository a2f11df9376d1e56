"""Title and addressees (GB/T 9704-2012, 7.3.1 and 7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.inspect.fonts import Kind, line_kind
from generator.inspect.measures.centring import middle_of, off_centre
from generator.inspect.measures.gaps import gap
from generator.inspect.measures.type import typeface
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.head import Form
from generator.inspect.row import Sample, on_page, where


def title_font(circular: Circular) -> Iterator[Sample]:
    """The title is set in 小标宋."""
    for line in circular.opening.title:
        yield Sample(typeface(line), where(line), line_kind(line) is not Kind.TITLE_SONG)


def title_size(circular: Circular) -> Iterator[Sample]:
    """The title is set in 二号."""
    for line in circular.opening.title:
        yield Sample(line.size, where(line))


def title_gap(circular: Circular) -> Iterator[Sample]:
    """The blank between what stands above the title (the red rule, in a letter the number) and the title."""
    head, title = circular.head, circular.opening.title
    if not title or not (head.rule or head.number):
        return
    letter = head.form is Form.LETTER
    above = head.number.bottom if letter and head.number else head.bottom
    yield gap(above, title[0].top, title[0])


def title_centred(circular: Circular) -> Iterator[Sample]:
    """How far each line of the title lies from the middle."""
    for line in circular.opening.title:
        yield Sample(off_centre(line, middle_of(circular, 1)), where(line))


def title_shape(circular: Circular) -> Iterator[Sample]:
    """A title of several lines is a trapezium or a lozenge: neither an hourglass nor a block."""
    title = circular.opening.title
    if len(title) < 2:
        return
    lengths = [line.box.width for line in title]
    half = title[0].em / 2
    steps = [
        0 if abs(step) < half else (1 if step > 0 else -1)
        for step in map(float.__sub__, lengths[1:], lengths)
    ]
    turns = [step for step in steps if step]
    hourglass = any(first < 0 < second for first, second in pairwise(turns))
    shape = (
        "沙漏形" if hourglass else ("各行一样长" if not turns else "梯形" if len(set(turns)) == 1 else "菱形")
    )
    counts = "、".join(str(len(line.glyphs)) for line in title)
    yield Sample(f"{shape}（各行 {counts} 字）", where(title[0]), hourglass or not turns)


def addressee_gap(circular: Circular) -> Iterator[Sample]:
    """The blank between the title and those it is sent to."""
    title, addressees = circular.opening.title, circular.opening.addressees
    if title and addressees:
        yield gap(title[-1].bottom, addressees[0].top, addressees[0])


def addressee_left(circular: Circular) -> Iterator[Sample]:
    """How far each line of addressees lies from the left edge."""
    for line in circular.opening.addressees:
        yield Sample(line.left - circular.area.left(1), where(line))


def addressee_colon(circular: Circular) -> Iterator[Sample]:
    """The last addressee is followed by a full-width colon."""
    if circular.opening.addressees:
        last = circular.opening.addressees[-1]
        yield Sample(f"“{last.text[-1]}”", where(last), not last.text.endswith("："))


def first_page_body(circular: Circular) -> Iterator[Sample]:
    """The first page shows some of the body."""
    if circular.opening.title or circular.head.mark:
        count = len(circular.body.on(1))
        yield Sample(f"{count} 行", on_page(1), count == 0)
