"""What letters, orders and minutes have for themselves (GB/T 9704-2012, 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspect.fonts import Kind, main_kind
from generator.inspect.measures.centring import off_either_middle
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.head import Form, doubles
from generator.inspect.reading.facts import Rule
from generator.inspect.row import Sample, where

_ATTENDANCE = re.compile(r"^(出\s*席|请\s*假|列\s*席)[：:]")


def letter_rule_gap(circular: Circular) -> Iterator[Sample]:
    """From the mark down to the upper double rule."""
    upper, ink = _upper(circular), circular.head.mark_ink
    if upper and ink:
        yield Sample(upper[0].box.top - ink.bottom, "第1页上双线")


def letter_foot_rule(circular: Circular) -> Iterator[Sample]:
    """From the lower double rule to the paper's bottom."""
    lower = _lower(circular)
    if lower:
        yield Sample(circular.page(1).height - lower[-1].box.bottom, "第1页下双线")


def letter_rule_width(circular: Circular) -> Iterator[Sample]:
    """How long the double rules are."""
    for pair, name in ((_upper(circular), "上双线"), (_lower(circular), "下双线")):
        for rule in pair:
            yield Sample(rule.length, f"第1页{name}")


def letter_rule_centred(circular: Circular) -> Iterator[Sample]:
    """How far the double rules lie from the middle."""
    for pair, name in ((_upper(circular), "上双线"), (_lower(circular), "下双线")):
        for rule in pair:
            yield Sample(off_either_middle(circular, rule.box.middle), f"第1页{name}")


def letter_rule_weights(circular: Circular) -> Iterator[Sample]:
    """The upper rule is thick over thin, the lower one thin over thick."""
    if circular.head.form is not Form.LETTER:
        return
    for pair, name, thick_first in ((_upper(circular), "上双线", True), (_lower(circular), "下双线", False)):
        if len(pair) < 2:
            yield Sample("不是双线", f"第1页{name}", wrong=True)
        else:
            over = pair[0].thickness - pair[1].thickness
            shape = "上粗下细" if over > 0.05 else ("上细下粗" if over < -0.05 else "一样粗")
            yield Sample(shape, f"第1页{name}", shape != ("上粗下细" if thick_first else "上细下粗"))


def letter_number_right(circular: Circular) -> Iterator[Sample]:
    """A letter's number: how far its end lies from the right edge."""
    head = circular.head
    if head.form is Form.LETTER and head.number:
        yield Sample(circular.area.right(1) - head.number.right, where(head.number))


def letter_number_gap(circular: Circular) -> Iterator[Sample]:
    """A letter's number: from the upper double rule down to it."""
    head, upper = circular.head, _upper(circular)
    if upper and head.number:
        yield Sample(head.number.top - upper[-1].box.bottom, where(head.number))


def attendance_font(circular: Circular) -> Iterator[Sample]:
    """出席, 请假 and 列席 in 三号黑体."""
    if circular.head.form is not Form.MINUTES:
        return
    for line in circular.body.lines:
        label = _ATTENDANCE.match(line.text)
        if label:
            glyphs = line.glyphs[: label.end() - 1]
            found = main_kind(glyphs)
            wrong = found is not Kind.HEI or abs(glyphs[0].size - 16) > 0.3
            yield Sample(f"{found.value if found else '没有字'}，{glyphs[0].size:.4g} 磅", where(line), wrong)


def _upper(circular: Circular) -> tuple[Rule, ...]:
    return _pair(circular, lower=False)


def _lower(circular: Circular) -> tuple[Rule, ...]:
    return _pair(circular, lower=True)


def _pair(circular: Circular, *, lower: bool) -> tuple[Rule, ...]:
    """The red rules of one end of a letter's first page: a pair if there is one."""
    if circular.head.form is not Form.LETTER:
        return ()
    half = circular.page(1).height / 2
    rules = [rule for rule in circular.head.rules if (rule.box.centre > half) is lower]
    return (doubles(rules) or ((rules[0],) if rules else (),))[0]
