"""Paper, type area and grid (GB/T 9704-2012, 5 and 3.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.inspect.parts.area import BOTTOM, HEIGHT, LEFT, TOP, WIDTH
from generator.inspect.parts.asides import is_aside
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.head import Form
from generator.inspect.parts.tables import table_box
from generator.inspect.reading.facts import Box, Line, Page, Rule, is_black
from generator.inspect.reading.lines import pieces
from generator.inspect.row import Sample, UnmeasurableError, on_page, where

_SHORT, _LONG, _CUT = 210.0, 297.0, 0.5
_ENOUGH = 3
_FEW = 3


def page_size(circular: Circular) -> Iterator[Sample]:
    """Each page's size; a landscape page is A4 laid across."""
    for page in circular.facts.pages:
        short, long = sorted((page.width, page.height))
        wrong = abs(short - _SHORT) > _CUT or abs(long - _LONG) > _CUT
        yield Sample(f"{page.width:.1f}×{page.height:.1f} mm", on_page(page.number), wrong)


def top_margin(circular: Circular) -> Iterator[Sample]:
    """From the paper's top to the first line's characters, on pages that begin with running text."""
    for number in circular.body.entered:
        first = circular.body.on(number)[0]
        yield Sample(first.top, where(first))


def binding_margin(circular: Circular) -> Iterator[Sample]:
    """From the bound edge to the text: the left one, or on even pages of a file for duplex printing the right one."""
    if not circular.area.measured:
        return
    pages = {line.page for line in circular.body.lines}
    for number in sorted(pages)[:2]:
        left = circular.area.left(number)
        mirrored = _SHORT - left - WIDTH
        yield Sample(
            mirrored if number % 2 == 0 and abs(mirrored - LEFT) < abs(left - LEFT) else left, on_page(number)
        )


def area_width(circular: Circular) -> Iterator[Sample]:
    """From the left edge of the text to the right end of its full lines."""
    if not circular.area.measured:
        return
    pages = {line.page for line in circular.body.lines}
    for number in sorted(pages)[:2]:
        yield Sample(circular.area.text_right(number) - circular.area.left(number), on_page(number))


def area_height(circular: Circular) -> Iterator[Sample]:
    """From the top of the first line to the bottom of the last, on full pages."""
    for lines in _full_pages(circular):
        yield Sample(lines[-1].bottom - lines[0].top, on_page(lines[0].page))


def lines_per_page(circular: Circular) -> Iterator[Sample]:
    """How many lines a full page holds, blank ones counted."""
    for lines in _full_pages(circular):
        count = round((lines[-1].baseline - lines[0].baseline) / circular.area.pitch) + 1
        yield Sample(float(count), on_page(lines[0].page))


def characters_per_line(circular: Circular) -> Iterator[Sample]:
    """How many characters most full lines hold that have Chinese characters and nothing else."""
    counts = Counter(
        len(line.glyphs)
        for paragraph in circular.body.paragraphs
        for line in paragraph.lines[1:-1]
        if all(glyph.han for glyph in line.glyphs)
    )
    if sum(counts.values()) < _ENOUGH:
        counts = Counter(
            len(line.glyphs)
            for paragraph in circular.body.paragraphs
            for line in paragraph.lines[1:-1]
            if all(glyph.chinese for glyph in line.glyphs)
        )
    if sum(counts.values()) >= _ENOUGH:
        most = max(counts, key=lambda count: (counts[count], -abs(count - 28)))
        yield Sample(float(most), f"{counts[most]} 行是这样，共量 {sum(counts.values())} 行")


def line_pitch(circular: Circular) -> Iterator[Sample]:
    """From one baseline to the next in running text."""
    if len(circular.body.lines) > _ENOUGH:
        yield Sample(circular.area.pitch, "正文各行")


def baselines(circular: Circular) -> Iterator[Sample]:
    """How far each line of a full page lies off the even ruling between its first and its last."""
    for lines in _full_pages(circular):
        steps = round((lines[-1].baseline - lines[0].baseline) / circular.area.pitch)
        pitch = (lines[-1].baseline - lines[0].baseline) / max(steps, 1)
        for line in lines:
            offset = line.baseline - lines[0].baseline
            yield Sample(offset - round(offset / pitch) * pitch, where(line))


def ink_sides(circular: Circular) -> Iterator[Sample]:
    """How far inside the left and right edges of the type area the outermost ink of a full page stays."""
    for page, ink in _ink_of_full_pages(circular):
        left = circular.area.left(page)
        yield Sample(ink.left - left, f"{on_page(page)}左边")
        yield Sample(left + WIDTH - ink.right, f"{on_page(page)}右边")


def ink_top(circular: Circular) -> Iterator[Sample]:
    """How far below the upper edge of the type area the uppermost ink of a full page stays."""
    for page, ink in _ink_of_full_pages(circular):
        yield Sample(ink.top - TOP, on_page(page))


def ink_bottom(circular: Circular) -> Iterator[Sample]:
    """How far above the lower edge the lowest ink of a full page stays."""
    for page, ink in _ink_of_full_pages(circular):
        yield Sample(BOTTOM - ink.bottom, on_page(page))


def _ink_of_full_pages(circular: Circular) -> Iterator[tuple[int, Box]]:
    for lines in _full_pages(circular):
        if not all(glyph.font.embedded for line in lines for glyph in line.glyphs):
            raise UnmeasurableError("正文的字体没有嵌入文件，看不到墨迹")
        yield (
            lines[0].page,
            Box(
                min(line.ink.left for line in lines),
                min(line.ink.top for line in lines),
                max(line.ink.right for line in lines),
                max(line.ink.bottom for line in lines),
            ),
        )


def outside_area(circular: Circular) -> Iterator[Sample]:
    """How far text or table rules stand out of the type area; the page number belongs outside it."""
    imprint = circular.imprint
    elsewhere = (*circular.asides, *circular.head.mark, *(folio.line for folio in circular.folios))
    free = {id(line.glyphs[0]) for line in elsewhere}
    for page in circular.facts.pages:
        area = _area(page, circular)
        for line in page.lines:
            if id(line.glyphs[0]) not in free:
                for piece in pieces(line):
                    if not is_aside(piece, page):
                        yield Sample(_beyond(piece.ink, area), where(piece))
        if not table_box(page) or (page.number == 1 and circular.head.form is Form.LETTER):
            continue
        for rule in page.rules:
            if not rule.red and not (imprint and any(rule is each for each in imprint.rules)):
                yield Sample(_beyond(_inner(rule), area), f"{on_page(page.number)}表格线")


def text_colour(circular: Circular) -> Iterator[Sample]:
    """The colour of all text but the mark."""
    mark = {id(glyph) for line in circular.head.mark for glyph in line.glyphs}
    for page in circular.facts.pages:
        for line in (*page.lines, *(line for lines in page.turned.values() for line in lines)):
            if line in circular.asides:
                continue
            odd = next(
                (glyph for glyph in line.glyphs if id(glyph) not in mark and not is_black(glyph.colour)), None
            )
            if odd:
                yield Sample("红 {}，绿 {}，蓝 {}".format(*odd.colour), where(line), wrong=True)
            else:
                yield Sample("黑色", where(line))


def _full_pages(circular: Circular) -> Iterator[tuple[Line, ...]]:
    """The lines of each page that running text fills.

    Not of one from whose foot a heading was moved to the next page, nor of one that gave its last lines to the
    page of the signature, which may not stand alone there (7.3.5.5).
    """
    headings = {paragraph.lines[0] for paragraph in circular.body.paragraphs if paragraph.level in {1, 2}}
    closing = circular.closing.date.page if circular.closing else 0
    for number in circular.body.full:
        following = circular.body.on(number + 1)
        given_away = number + 1 == closing and len(following) <= _FEW
        lines = circular.body.on(number)
        high = lines[-1].baseline - lines[0].baseline > circular.area.pitch
        if high and following[0] not in headings and not given_away:
            yield lines


def _area(page: Page, circular: Circular) -> Box:
    if page.landscape:
        play = circular.area.play
        return Box(_LONG - BOTTOM, LEFT - play, _LONG - TOP + play, LEFT + WIDTH)
    left = circular.area.left(page.number)
    return Box(left, TOP, left + WIDTH, TOP + HEIGHT)


def _beyond(box: Box, area: Box) -> float:
    return max(
        0.0, area.left - box.left, box.right - area.right, area.top - box.top, box.bottom - area.bottom
    )


def _inner(rule: Rule) -> Box:
    """A rule's own line, without its thickness."""
    box = rule.box
    if rule.upright:
        return Box(box.middle, box.top, box.middle, box.bottom)
    return Box(box.left, box.centre, box.right, box.centre)
