"""The list of annexes below the body (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspect.measures.gaps import gap
from generator.inspect.parts.circular import Circular
from generator.inspect.row import Sample, where

_END_MARKS = "，。、；：！？,.;:!?"


def annex_list_gap(circular: Circular) -> Iterator[Sample]:
    """The blank between the body and the list of annexes."""
    if circular.annex_list:
        first = circular.annex_list.lines[0]
        above = circular.above(first)
        if above:
            yield gap(above.bottom, first.top, first)


def annex_list_indent(circular: Circular) -> Iterator[Sample]:
    """How far 附件： is set in."""
    if circular.annex_list:
        first = circular.annex_list.lines[0]
        yield Sample(first.left - circular.area.left(first.page), where(first))


def annex_list_form(circular: Circular) -> Iterator[Sample]:
    """附件 with a full-width colon; several annexes numbered 1. 2. in order; no mark after a name."""
    if not circular.annex_list:
        return
    items = circular.annex_list.items
    for index, item in enumerate(items, start=1):
        line = item.lines[0]
        numbered = item.number == ("" if len(items) == 1 else str(index))
        colon = index > 1 or line.text.startswith("附件：")
        single = len(items) == 1 and item.number == "1"
        dotted = not item.number or f"{item.number}." in line.text
        ended = item.name[-1:] in _END_MARKS
        yield Sample(
            _list_fault(numbered or single, colon, dotted, ended),
            where(line),
            not ((numbered or single) and colon and dotted and not ended),
        )


def annex_list_hang(circular: Circular) -> Iterator[Sample]:
    """How far the further lines of a long name lie from its first character."""
    for item in circular.annex_list.items if circular.annex_list else ():
        for line in item.lines[1:]:
            yield Sample(line.left - item.start, where(line))


def _list_fault(numbered: bool, colon: bool, dotted: bool, ended: bool) -> str:  # noqa: FBT001  # four facts of one item
    faults = (
        (not colon, "“附件”后不是全角冒号"),
        (not numbered, "顺序号不对"),
        (not dotted, "顺序号后不是“.”"),
        (ended, "名称后有标点"),
    )
    return "、".join(text for found, text in faults if found) or "写法正确"
