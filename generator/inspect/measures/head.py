"""The head (GB/T 9704-2012, 7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspect.fonts import Kind, line_kind, main_kind
from generator.inspect.measures.centring import middle_of, off_centre, off_either_middle
from generator.inspect.measures.gaps import gap
from generator.inspect.measures.type import typeface, wrong_type
from generator.inspect.parts.area import TOP
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.head import NUMBER, Form
from generator.inspect.reading.facts import Line
from generator.inspect.row import Sample, UnmeasurableError, where

_DIGITS = 6


def copy_number_form(circular: Circular) -> Iterator[Sample]:
    """份号: six digits of 三号."""
    line = circular.head.copy_number
    if line:
        wrong = len(line.text) != _DIGITS or abs(line.size - 16) > 0.3
        yield Sample(f"{len(line.text)} 位，{line.size:.4g} 磅", where(line), wrong)


def secrecy_font(circular: Circular) -> Iterator[Sample]:
    """密级和保密期限: 三号黑体."""
    yield from _label(circular.head.secrecy)


def urgency_font(circular: Circular) -> Iterator[Sample]:
    """紧急程度: 三号黑体."""
    yield from _label(circular.head.urgency)


def labels_place(circular: Circular) -> Iterator[Sample]:
    """份号, 密级, 紧急程度: flush left, on the first lines of the type area, in this order."""
    if circular.head.form is Form.LETTER:
        return
    head = circular.head
    for index, line in enumerate(line for line in (head.copy_number, head.secrecy, head.urgency) if line):
        yield Sample(line.left - circular.area.left(1), f"{where(line)}左边")
        yield Sample(line.top - TOP - index * circular.area.pitch, f"{where(line)}上边")


def mark_colour(circular: Circular) -> Iterator[Sample]:
    """The mark is red."""
    for line in circular.head.mark:
        yield Sample("红色" if line.red else "不是红色", where(line), not line.red)


def mark_font(circular: Circular) -> Iterator[Sample]:
    """The mark is set in 小标宋."""
    for line in circular.head.mark:
        yield Sample(typeface(line), where(line), line_kind(line) is not Kind.TITLE_SONG)


def mark_top(circular: Circular) -> Iterator[Sample]:
    """From the type area's top to the upper edge of the mark's ink."""
    if circular.head.form in {Form.DOCUMENT, Form.MINUTES}:
        yield from _mark_top(circular, TOP)


def mark_centred(circular: Circular) -> Iterator[Sample]:
    """How far the mark's ink lies from the middle of the type area."""
    ink = circular.head.mark_ink
    if ink:
        letter = circular.head.form is Form.LETTER
        off = off_either_middle(circular, ink.middle) if letter else ink.middle - middle_of(circular, 1)
        yield Sample(off, where(circular.head.mark[0]))


def order_mark_top(circular: Circular) -> Iterator[Sample]:
    """An order's mark: from the type area's top to its upper edge."""
    if circular.head.form is Form.ORDER:
        yield from _mark_top(circular, TOP)


def letter_mark_top(circular: Circular) -> Iterator[Sample]:
    """A letter's mark: from the paper's top to its upper edge."""
    if circular.head.form is Form.LETTER:
        yield from _mark_top(circular, 0.0)


def number_form(circular: Circular) -> Iterator[Sample]:
    """发文字号: year in full within 〔〕, no 第, no leading nought, 号."""
    line = circular.head.number
    match = NUMBER.match(line.text) if line else None
    if line and match:
        right = (
            match["open"] + match["close"] == "〔〕"
            and len(match["year"]) == 4
            and not match["ordinal"]
            and not match["serial"].startswith("0")
            and match["end"] == "号"
        )
        yield Sample(line.text, where(line), not right)


def number_gap(circular: Circular) -> Iterator[Sample]:
    """The blank between the mark and 发文字号 (in an order: 令号)."""
    head = circular.head
    if head.form is not Form.LETTER and head.mark and head.number:
        first = head.signers[0] if head.signers else head.number
        yield gap(head.mark_ink.bottom if head.mark_ink else 0.0, min(first.top, head.number.top), first)


def number_centred(circular: Circular) -> Iterator[Sample]:
    """How far 发文字号 lies from the middle; an upward document has it at the left."""
    line = circular.head.number
    if line and not circular.head.signers and circular.head.form is not Form.LETTER:
        yield Sample(off_centre(line, middle_of(circular, 1)), where(line))


def number_left(circular: Circular) -> Iterator[Sample]:
    """An upward document's 发文字号: how far from the type area's left edge."""
    if circular.head.number and circular.head.signers:
        yield Sample(circular.head.number.left - circular.area.left(1), where(circular.head.number))


def number_beside_signer(circular: Circular) -> Iterator[Sample]:
    """An upward document's 发文字号 stands on the line of the last who signs."""
    head = circular.head
    if head.number and head.signers:
        last = max(head.signers, key=lambda line: line.baseline)
        yield Sample(head.number.baseline - last.baseline, where(last))


def signer_right(circular: Circular) -> Iterator[Sample]:
    """签发人: how far its end lies from the type area's right edge."""
    if circular.head.signers:
        last = max(circular.head.signers, key=lambda line: line.right)
        yield Sample(circular.area.right(1) - last.right, where(last))


def signer_font(circular: Circular) -> Iterator[Sample]:
    """签发人 in 三号仿宋, the names in 三号楷体."""
    if not circular.head.signers:
        return
    first, *more = circular.head.signers
    label, name = first.glyphs[:4], [*first.glyphs[4:], *(glyph for line in more for glyph in line.glyphs)]
    found = main_kind(label), main_kind(name)
    wrong = found != (Kind.FANGSONG, Kind.KAI) or abs(first.size - 16) > 0.3
    shown = "、".join(each.value if each else "没有字" for each in found)
    yield Sample(f"{shown}，{first.size:.4g} 磅", where(first), wrong)


def signer_colon(circular: Circular) -> Iterator[Sample]:
    """签发人 is followed by a full-width colon."""
    if circular.head.signers:
        line = circular.head.signers[0]
        yield Sample(line.text[:4], where(line), not line.text.startswith("签发人："))


def rule_gap(circular: Circular) -> Iterator[Sample]:
    """From the ink of 发文字号 (or what stands below it) down to the red rule."""
    head = circular.head
    if head.rule and head.number and head.form is not Form.LETTER:
        top = head.rule.box.top
        between = [
            line.ink.bottom for line in circular.page(1).lines if head.number.top < line.box.centre < top
        ]
        yield Sample(top - max(between, default=head.number.ink.bottom), "第1页红色分隔线")


def rule_width(circular: Circular) -> Iterator[Sample]:
    """The red rule's length."""
    if circular.head.rule and circular.head.form is not Form.LETTER:
        yield Sample(circular.head.rule.length, "第1页红色分隔线")


def rule_centred(circular: Circular) -> Iterator[Sample]:
    """How far the red rule lies from the middle."""
    if circular.head.rule and circular.head.form is not Form.LETTER:
        yield Sample(circular.head.rule.box.middle - middle_of(circular, 1), "第1页红色分隔线")


def rule_colour(circular: Circular) -> Iterator[Sample]:
    """The rule below the head is red."""
    if circular.head.rule:
        red = circular.head.rule.red
        yield Sample("红色" if red else "不是红色", "第1页红色分隔线", not red)


def _label(line: Line | None) -> Iterator[Sample]:
    if line:
        yield Sample(typeface(line), where(line), wrong_type(line, Kind.HEI, 16))


def _mark_top(circular: Circular, start: float) -> Iterator[Sample]:
    ink = circular.head.mark_ink
    if ink:
        if not all(glyph.font.embedded for glyph in circular.head.mark[0].glyphs):
            raise UnmeasurableError("标志的字体没有嵌入文件，看不到字的上边缘")
        yield Sample(ink.top - start, where(circular.head.mark[0]))
