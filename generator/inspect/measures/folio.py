"""Page numbers (GB/T 9704-2012, 7.5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.inspect.fonts import Kind, kind
from generator.inspect.measures.imprint import blank_before
from generator.inspect.parts.area import BOTTOM
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.folios import DASHES, Folio
from generator.inspect.parts.head import Form
from generator.inspect.reading.facts import Glyph
from generator.inspect.row import Sample, on_page, where

_FORM = re.compile(r"^[—―]\d+[—―]$")


def folio_form(circular: Circular) -> Iterator[Sample]:
    """An Arabic figure with one dash of a character's width at each side."""
    for folio in circular.folios:
        yield Sample(folio.line.text, where(folio.line), not _FORM.match(folio.line.text))


def folio_font(circular: Circular) -> Iterator[Sample]:
    """The figures are half-width ones of 宋体."""
    for folio in circular.folios:
        figures = [glyph for glyph in folio.line.glyphs if glyph.text.isdigit()]
        wide = any(glyph.right - glyph.left > 0.7 * glyph.em for glyph in figures)
        names = "、".join(sorted({glyph.font.name for glyph in figures}))
        wrong = wide or any(kind(glyph.font) is not Kind.SONG for glyph in figures)
        yield Sample(f"{names}{'（全角）' if wide else ''}", where(folio.line), wrong)


def folio_size(circular: Circular) -> Iterator[Sample]:
    """The figures are set in 四号."""
    for folio in circular.folios:
        sizes = Counter(round(glyph.size, 2) for glyph in folio.line.glyphs if glyph.text.isdigit())
        for size in sizes:
            yield Sample(size, where(folio.line))


def folio_drop(circular: Circular) -> Iterator[Sample]:
    """From the bottom of the type area to the dash's upper edge."""
    for folio in _upright(circular):
        dashes = _dashes(folio)
        if dashes:
            yield Sample(dashes[0].ink.top - BOTTOM, on_page(folio.page))


def folio_side(circular: Circular) -> Iterator[Sample]:
    """Odd pages: from its end to the right edge; even pages: from the left edge to its beginning."""
    for folio in _upright(circular):
        area = circular.area
        if folio.number % 2:
            yield Sample(area.right(folio.page) - folio.line.right, f"{on_page(folio.page)}右边")
        else:
            yield Sample(folio.line.left - area.left(folio.page), f"{on_page(folio.page)}左边")


def folio_run(circular: Circular) -> Iterator[Sample]:
    """Every page has its number and they run on, annexes included.

    A blank page before the imprint, the imprint's page after it, and a letter's first page have none.
    """
    if not circular.folios:
        return
    imprint = circular.imprint
    blank = blank_before(circular, imprint) if imprint else ()
    free = {*blank, *((imprint.page,) if imprint and blank else ())}
    if circular.head.form is Form.LETTER:
        free.add(1)
    start = circular.folios[0].number - circular.folios[0].page
    for page in circular.facts.pages:
        folio = circular.folio(page.number)
        if folio is None:
            if page.number not in free:
                yield Sample("没有页码", on_page(page.number), wrong=True)
        else:
            wrong = folio.number - page.number != start
            yield Sample(folio.line.text if wrong else "连续", on_page(page.number), wrong)


def letter_first_folio(circular: Circular) -> Iterator[Sample]:
    """A letter's first page shows no number."""
    if circular.head.form is Form.LETTER:
        shown = circular.folio(1)
        yield Sample("显示页码" if shown else "不显示页码", on_page(1), shown is not None)


def _dashes(folio: Folio) -> list[Glyph]:
    return [glyph for glyph in folio.line.glyphs if glyph.text in DASHES]


def _upright(circular: Circular) -> list[Folio]:
    """The numbers that stand at the foot of an upright page, or where such a page has it."""
    return [folio for folio in circular.folios if folio.height > folio.width]
