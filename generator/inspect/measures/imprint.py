"""The imprint (GB/T 9704-2012, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspect.fonts import Kind, line_kind
from generator.inspect.measures.type import typeface
from generator.inspect.parts.area import BOTTOM
from generator.inspect.parts.circular import Circular
from generator.inspect.parts.head import Form
from generator.inspect.parts.imprint import Imprint
from generator.inspect.reading.lines import pieces
from generator.inspect.row import Sample, on_page, where

_ISSUED = re.compile(r"[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日印发$")
_LABEL = re.compile(r"^.{2,4}?[：:]")


def imprint_rules(circular: Circular) -> Iterator[Sample]:
    """A rule above the first part, one between any two, one below the last."""
    imprint = _ruled(circular)
    if imprint:
        wanted = 1 + bool(imprint.copies) + bool(imprint.issue)
        count = len(imprint.rules)
        yield Sample(f"{count} 条（应有 {wanted} 条）", on_page(imprint.page), count < wanted)


def imprint_outer_rules(circular: Circular) -> Iterator[Sample]:
    """Thickness of the first and the last rule."""
    imprint = _ruled(circular)
    if imprint and len(imprint.rules) > 1:
        yield Sample(imprint.rules[0].thickness, f"{on_page(imprint.page)}首条")
        yield Sample(imprint.rules[-1].thickness, f"{on_page(imprint.page)}末条")


def imprint_inner_rules(circular: Circular) -> Iterator[Sample]:
    """Thickness of the rules between."""
    imprint = _ruled(circular)
    if imprint:
        for rule in imprint.rules[1:-1]:
            yield Sample(rule.thickness, on_page(imprint.page))


def imprint_rule_width(circular: Circular) -> Iterator[Sample]:
    """The rules are as long as the type area is wide."""
    imprint = _ruled(circular)
    if imprint:
        for rule in imprint.rules:
            yield Sample(rule.length, on_page(imprint.page))


def imprint_bottom(circular: Circular) -> Iterator[Sample]:
    """How far the last rule lies from the bottom of the type area."""
    imprint = _ruled(circular)
    if imprint and imprint.rules:
        yield Sample(imprint.rules[-1].box.centre - BOTTOM, f"{on_page(imprint.page)}末条")


def imprint_font(circular: Circular) -> Iterator[Sample]:
    """抄送, printing body and day are set in 仿宋."""
    for line in circular.imprint.lines if circular.imprint else ():
        yield Sample(typeface(line), where(line), line_kind(line) is not Kind.FANGSONG)


def imprint_size(circular: Circular) -> Iterator[Sample]:
    """抄送, printing body and day are set in 四号."""
    for line in circular.imprint.lines if circular.imprint else ():
        yield Sample(line.size, where(line))


def imprint_left(circular: Circular) -> Iterator[Sample]:
    """How far 抄送 and the printing body are set in."""
    imprint = circular.imprint
    if imprint:
        left = circular.area.left(imprint.page)
        for line in (*imprint.copies[:1], *((imprint.issue,) if imprint.issue else ())):
            yield Sample(line.left - left, where(line))


def imprint_right(circular: Circular) -> Iterator[Sample]:
    """How far 印发 ends from the right edge."""
    imprint = circular.imprint
    if imprint and imprint.issue:
        yield Sample(circular.area.right(imprint.page) - imprint.issue.right, where(imprint.issue))


def copies_right(circular: Circular) -> Iterator[Sample]:
    """How near the right edge the lines of 抄送 come, if one of them is full."""
    imprint = circular.imprint
    if imprint and len(imprint.copies) > 1:
        right = max(line.right if line.glyphs[-1].han else line.ink.right for line in imprint.copies)
        yield Sample(circular.area.right(imprint.page) - right, on_page(imprint.page))


def copies_hang(circular: Circular) -> Iterator[Sample]:
    """How far further lines of 抄送 lie from the first character after the colon."""
    imprint = circular.imprint
    if not imprint or len(imprint.copies) < 2:
        return
    start = imprint.copies[0]
    for line in imprint.copies[1:]:
        label = _LABEL.match(line.text)
        if label and line.text.startswith(("抄", "主", "分")):
            start = line
            continue
        first = _LABEL.match(start.text)
        if first and first.end() < len(start.glyphs):
            yield Sample(line.left - start.glyphs[first.end()].left, where(line))


def copies_stop(circular: Circular) -> Iterator[Sample]:
    """The last of those copied to is followed by a full stop."""
    imprint = circular.imprint
    if imprint and imprint.copies:
        last = imprint.copies[-1]
        yield Sample(f"“{last.text[-1]}”", where(last), not last.text.endswith("。"))


def issue_form(circular: Circular) -> Iterator[Sample]:
    """The day of printing in full Arabic figures, then 印发, on one line with the printing body."""
    imprint = circular.imprint
    if imprint and imprint.issue:
        last = pieces(imprint.issue)[-1]
        yield Sample(last.text, where(last), not _ISSUED.search(imprint.issue.text))


def imprint_last_page(circular: Circular) -> Iterator[Sample]:
    """The imprint stands on the last page."""
    imprint = circular.imprint
    if imprint:
        wrong = imprint.page != len(circular.facts.pages)
        yield Sample(f"共{len(circular.facts.pages)}页", on_page(imprint.page), wrong)


def imprint_even_page(circular: Circular) -> Iterator[Sample]:
    """The imprint stands on an even page, which is the back of a leaf."""
    imprint = circular.imprint
    if imprint and circular.head.form is not Form.LETTER:
        wrong = imprint.page % 2 == 1
        yield Sample("单页" if wrong else "双页", on_page(imprint.page), wrong)


def unnumbered_imprint(circular: Circular) -> Iterator[Sample]:
    """If blank pages come before the imprint's page, neither they nor it carry a number."""
    imprint = circular.imprint
    if not imprint:
        return
    blank = blank_before(circular, imprint)
    if blank:
        numbered = [page for page in (*blank, imprint.page) if circular.folio(page)]
        shown = "编了页码" if numbered else "没有编页码"
        yield Sample(shown, on_page(numbered[0] if numbered else imprint.page), bool(numbered))


def letter_imprint(circular: Circular) -> Iterator[Sample]:
    """A letter's imprint has neither rules nor printing body."""
    imprint = circular.imprint
    if imprint and circular.head.form is Form.LETTER:
        faults = [
            word
            for word, found in (("有分隔线", imprint.rules), ("有印发机关和日期", imprint.issue))
            if found
        ]
        yield Sample("、".join(faults) or "没有分隔线", on_page(imprint.page), bool(faults))


def blank_before(circular: Circular, imprint: Imprint) -> tuple[int, ...]:
    """The pages just before the imprint's page on which nothing but a number or a draft's name stands."""
    blank = []
    for number in range(imprint.page - 1, 0, -1):
        page = circular.page(number)
        folio = circular.folio(number)
        beside = (*circular.asides, *((folio.line,) if folio else ()))
        texts = [line for line in page.lines if not any(line is each for each in beside)]
        if texts or page.rules or page.shapes:
            break
        blank.append(number)
    return tuple(sorted(blank))


def _ruled(circular: Circular) -> Imprint | None:
    return circular.imprint if circular.head.form is not Form.LETTER else None
