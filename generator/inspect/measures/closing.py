"""Signature, date and note (GB/T 9704-2012, 7.3.5 and 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspect.measures.centring import off_centre
from generator.inspect.measures.gaps import gap
from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Line
from generator.inspect.reading.lines import pieces
from generator.inspect.row import Sample, on_page, where

_LINE_MARGIN = 0.1
_DATE = re.compile(r"^[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$")


def date_form(circular: Circular) -> Iterator[Sample]:
    """The date in Arabic figures, the year in full, no noughts before month and day."""
    date = _date(circular)
    if date:
        yield Sample(date.text, where(date), not _DATE.match(date.text))


def sealed_date_right(circular: Circular) -> Iterator[Sample]:
    """With a seal: how far the date ends from the right edge."""
    date = _date(circular)
    if date and sealed(circular):
        yield Sample(circular.area.right(date.page) - date.right, where(date))


def sealed_signature(circular: Circular) -> Iterator[Sample]:
    """With a seal: how far the signature lies from the middle of the date below it."""
    date = _date(circular)
    if date and circular.closing and sealed(circular):
        for line in circular.closing.signature[-1:]:
            last = pieces(line)[-1]
            yield Sample(off_centre(last, date.box.middle), where(last))


def unsealed_gap(circular: Circular) -> Iterator[Sample]:
    """Without a seal: the blank between the body and the signature."""
    closing = circular.closing
    if closing and closing.signature and not sealed(circular):
        above = circular.above(closing.signature[0])
        if above:
            yield gap(above.bottom, closing.signature[0].top, closing.signature[0])


def unsealed_signature_right(circular: Circular) -> Iterator[Sample]:
    """Without a seal: how far the signature (the date, if it is longer) ends from the right edge."""
    closing, date = circular.closing, _date(circular)
    if closing and date and closing.signature and not sealed(circular):
        ends = [closing.signature[-1], date]
        last = max(ends, key=lambda line: line.right)
        yield Sample(circular.area.right(last.page) - last.right, where(last))


def unsealed_date_shift(circular: Circular) -> Iterator[Sample]:
    """Without a seal: how far the date begins to the right of the signature."""
    closing, date = circular.closing, _date(circular)
    if closing and date and closing.signature and not sealed(circular):
        yield Sample(date.left - closing.signature[-1].left, where(date))


def closing_with_body(circular: Circular) -> Iterator[Sample]:
    """Signature and date share their page with text of the body."""
    date = _date(circular)
    if date:
        page = date.page
        lines = [line for line in circular.body.on(page) if line.baseline < date.baseline]
        listed = circular.annex_list and any(line.page == page for line in circular.annex_list.lines)
        yield Sample("有正文" if lines or listed else "没有正文", on_page(page), not (lines or listed))


def note_place(circular: Circular) -> Iterator[Sample]:
    """附注: how far it is set in; the blank half of its first bracket may have been cut off."""
    closing = circular.closing
    if closing and closing.note:
        offset = closing.note.left - circular.area.left(closing.note.page)
        indent = 2 * closing.note.em
        whole = min(offset, offset + closing.note.em / 2, key=lambda each: abs(each - indent))
        yield Sample(whole, where(closing.note))


def note_line(circular: Circular) -> Iterator[Sample]:
    """附注: on which line below the date it stands."""
    closing = circular.closing
    if closing and closing.note:
        if closing.note.page != closing.date.page:
            yield Sample("在另一面", where(closing.note), wrong=True)
            return
        steps = (closing.note.baseline - closing.date.baseline) / circular.area.pitch
        yield Sample(f"在下 {steps:.2f} 行", where(closing.note), abs(steps - 1) > _LINE_MARGIN)


def note_brackets(circular: Circular) -> Iterator[Sample]:
    """附注: in round full-width brackets."""
    closing = circular.closing
    if closing and closing.note:
        text = closing.note.text
        yield Sample(
            f"{text[0]}…{text[-1]}", where(closing.note), not (text.startswith("（") and text.endswith("）"))
        )


def sealed(circular: Circular) -> bool:
    """Whether signature and date are set for a seal: the signature centred over the date, rather than stepped."""
    closing, date = circular.closing, _date(circular)
    if not closing or not date or not closing.signature:
        return bool(closing)
    last = closing.signature[-1]
    right = circular.area.right(date.page) - date.right
    em = date.em
    for_seal = min(abs(last.box.middle - date.box.middle), abs(right - 4 * em))
    stepped = min(
        abs(date.left - last.left - 2 * em), abs(circular.area.right(date.page) - last.right - 2 * em)
    )
    return bool(closing.seal) or for_seal <= stepped


def _date(circular: Circular) -> Line | None:
    return pieces(circular.closing.date)[-1] if circular.closing else None
