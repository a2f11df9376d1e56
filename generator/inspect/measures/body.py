"""The body and its headings (GB/T 9704-2012, 7.3.3 and 5.2.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.inspect.fonts import Kind, kind, kinds, main_kind
from generator.inspect.measures.type import typeface
from generator.inspect.parts.body import Paragraph
from generator.inspect.parts.circular import Circular
from generator.inspect.reading.facts import Glyph, Line
from generator.inspect.row import Sample, where

_MOST = 0.98
_RUN_ON = 2


def body_font(circular: Circular) -> Iterator[Sample]:
    """The body but its headings is set in 仿宋: nearly all of it; single strange characters are another row's."""
    glyphs = [glyph for paragraph in circular.body.paragraphs for glyph in paragraph.rest]
    yield from _shares(glyphs, Kind.FANGSONG, "正文")


def body_size(circular: Circular) -> Iterator[Sample]:
    """The body but its headings is set in 三号."""
    for paragraph in circular.body.paragraphs:
        heading = {id(glyph) for glyph in paragraph.heading}
        for line in paragraph.lines:
            sizes = Counter(
                round(glyph.size, 2) for glyph in line.glyphs if glyph.han and id(glyph) not in heading
            )
            for size in sizes:
                yield Sample(size, where(line))


def paragraph_indent(circular: Circular) -> Iterator[Sample]:
    """How far the first line of a paragraph is set in."""
    for paragraph in circular.body.paragraphs:
        first = paragraph.lines[0]
        if not paragraph.listed and not _hangs(first) and (len(paragraph.lines) > 1 or paragraph.level):
            yield Sample(first.left - circular.area.left(first.page), where(first))


def continuation_left(circular: Circular) -> Iterator[Sample]:
    """How far the other lines of a paragraph lie from the left edge."""
    for paragraph in circular.body.paragraphs:
        if paragraph.listed or len(paragraph.lines) < _RUN_ON:
            continue
        for line in paragraph.lines[1:]:
            if not _hangs(line):
                yield Sample(line.left - circular.area.left(line.page), where(line))


def heading_1_font(circular: Circular) -> Iterator[Sample]:
    """Headings 一、 in 黑体."""
    yield from _heading_font(circular, 1, Kind.HEI)


def heading_2_font(circular: Circular) -> Iterator[Sample]:
    """Headings （一） in 楷体."""
    yield from _heading_font(circular, 2, Kind.KAI)


def heading_3_font(circular: Circular) -> Iterator[Sample]:
    """Headings 1. in 仿宋."""
    yield from _heading_font(circular, 3, Kind.FANGSONG)


def heading_4_font(circular: Circular) -> Iterator[Sample]:
    """Headings （1） in 仿宋."""
    yield from _heading_font(circular, 4, Kind.FANGSONG)


def heading_size(circular: Circular) -> Iterator[Sample]:
    """Headings are as large as the body: 三号."""
    for paragraph in _headings(circular):
        for size in {round(glyph.size, 2) for glyph in paragraph.heading if glyph.han}:
            yield Sample(size, where(paragraph.lines[0]))


def heading_bold(circular: Circular) -> Iterator[Sample]:
    """Headings are told apart by their kind of type, not by a bold face."""
    for paragraph in _headings(circular):
        shown = paragraph.heading if paragraph.level < 3 else paragraph.lines[0].glyphs
        bold = [glyph for glyph in shown if glyph.thickened or glyph.font.bold]
        yield Sample("加粗" if bold else "没有加粗", where(paragraph.lines[0]), bool(bold))


def plain_parts_font(circular: Circular) -> Iterator[Sample]:
    """Number, addressees, list of annexes, signature, date and note are set in 仿宋."""
    for line in plain_parts(circular):
        wrong = main_kind(line.glyphs) not in {Kind.FANGSONG, None}
        yield Sample(typeface(line), where(line), wrong)


def plain_parts_size(circular: Circular) -> Iterator[Sample]:
    """Number, addressees, list of annexes, signature, date and note are set in 三号."""
    for line in plain_parts(circular):
        yield Sample(line.size, where(line))


def plain_parts(circular: Circular) -> tuple[Line, ...]:
    """The parts besides the body for which the standard names no type of their own."""
    closing, listed = circular.closing, circular.annex_list
    return (
        *((circular.head.number,) if circular.head.number else ()),
        *circular.opening.addressees,
        *(listed.lines if listed else ()),
        *(closing.lines if closing else ()),
    )


def _headings(circular: Circular) -> Iterator[Paragraph]:
    return (paragraph for paragraph in circular.body.paragraphs if paragraph.level)


def _heading_font(circular: Circular, level: int, wanted: Kind) -> Iterator[Sample]:
    for paragraph in _headings(circular):
        if paragraph.level == level:
            shown = paragraph.heading if level < 3 else paragraph.lines[0].glyphs[: paragraph.numbered + 6]
            found = main_kind(shown)
            names = "、".join(sorted({glyph.font.name for glyph in shown if glyph.chinese}))
            wrong = found is not wanted or _mixed(shown, wanted)
            yield Sample(
                f"{found.value if found else '没有汉字'}（{names}）", where(paragraph.lines[0]), wrong
            )


def _mixed(glyphs: Iterable[Glyph], wanted: Kind) -> bool:
    """Whether more than a stray character is set in another kind."""
    chinese = [kind(glyph.font) for glyph in glyphs if glyph.han]
    return sum(each is not wanted for each in chinese) > max(1, len(chinese) // 5)


def _shares(glyphs: Iterable[Glyph], wanted: Kind, place: str) -> Iterator[Sample]:
    counted = kinds(glyphs)
    total = sum(counted.values())
    if total:
        shown = "，".join(f"{each.value} {count / total:.1%}" for each, count in counted.most_common())
        yield Sample(shown, place, counted[wanted] < _MOST * total)


def _hangs(line: Line) -> bool:
    """Whether a line begins with a mark whose blank half may be cut off at the line's edge."""
    return not line.glyphs[0].han and line.glyphs[0].chinese
