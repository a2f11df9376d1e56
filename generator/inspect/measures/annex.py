"""Annexes and tables laid across (GB/T 9704-2012, 7.3.7 and 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inspect.fonts import Kind
from generator.inspect.measures.centring import middle_of, off_centre
from generator.inspect.measures.type import typeface, wrong_type
from generator.inspect.parts.annexes import Annex
from generator.inspect.parts.area import BOTTOM, LEFT, TOP
from generator.inspect.parts.circular import Circular
from generator.inspect.row import Sample, on_page, where


def annex_new_page(circular: Circular) -> Iterator[Sample]:
    """An annex begins a page."""
    for annex in circular.annexes:
        wrong = annex.first_on_page is not annex.heading
        yield Sample("不在页首" if wrong else "在页首", where(annex.heading), wrong)


def annex_heading_font(circular: Circular) -> Iterator[Sample]:
    """附件 and its number in 三号黑体."""
    for annex in circular.annexes:
        yield Sample(typeface(annex.heading), where(annex.heading), wrong_type(annex.heading, Kind.HEI, 16))


def annex_heading_left(circular: Circular) -> Iterator[Sample]:
    """附件 and its number: how far from the left edge."""
    for annex in circular.annexes:
        if _landscape(circular, annex):
            off = _off(annex.heading.left - (297 - BOTTOM), circular.area.play)
        else:
            off = annex.heading.left - circular.area.left(annex.page)
        yield Sample(off, where(annex.heading))


def annex_heading_top(circular: Circular) -> Iterator[Sample]:
    """附件 and its number: how far from the first line of the type area."""
    for annex in circular.annexes:
        if annex.first_on_page is annex.heading:
            top = annex.heading.top
            off = _off(top - LEFT, circular.area.play) if _landscape(circular, annex) else top - TOP
            yield Sample(off, where(annex.heading))


def annex_title_line(circular: Circular) -> Iterator[Sample]:
    """On which line of the type area the annex's title stands."""
    for annex in circular.annexes:
        if annex.title:
            steps = (annex.title[0].box.centre - annex.heading.box.centre) / circular.area.pitch
            yield Sample(1 + steps, where(annex.title[0]))


def annex_title_centred(circular: Circular) -> Iterator[Sample]:
    """How far the annex's title lies from the middle."""
    for annex in circular.annexes:
        for line in annex.title:
            if _landscape(circular, annex):
                off = _off(off_centre(line, 297 - (TOP + BOTTOM) / 2), circular.area.play)
            else:
                off = off_centre(line, middle_of(circular, annex.page))
            yield Sample(off, where(line))


def annex_agreement(circular: Circular) -> Iterator[Sample]:
    """Number and title of each annex are those of the list of annexes."""
    if not circular.annex_list or not circular.annexes:
        return
    items = circular.annex_list.items
    listed = [(item.number, _bare(item.name)) for item in items]
    found = [(annex.number, _bare(annex.name)) for annex in circular.annexes]
    for index, annex in enumerate(circular.annexes):
        wanted = listed[index] if index < len(listed) else ("", "附件说明里没有")
        wrong = found[index] != wanted
        yield Sample(f"附件{annex.number} {annex.name}" if wrong else "一致", where(annex.heading), wrong)
    for number, name in listed[len(found) :]:
        yield Sample(f"缺附件{number} {name}", where(circular.annex_list.lines[0]), wrong=True)


def annex_before_imprint(circular: Circular) -> Iterator[Sample]:
    """Annexes are bound before the imprint."""
    if circular.annexes and circular.imprint:
        last = max(annex.page for annex in circular.annexes)
        wrong = last > circular.imprint.page
        yield Sample("在版记之后" if wrong else "在版记之前", on_page(last), wrong)


def landscape_folio(circular: Circular) -> Iterator[Sample]:
    """The number of a page laid across stands where upright pages have it: turned against the table."""
    for page in circular.facts.pages:
        folio = circular.folio(page.number)
        if page.landscape and folio:
            wrong = folio.turned % 2 == 0
            yield Sample("在横页的下边" if wrong else "与竖页位置一致", on_page(page.number), wrong)


def landscape_head(circular: Circular) -> Iterator[Sample]:
    """The head of a table laid across is at the bound edge on odd pages, at the open edge on even ones."""
    for page in circular.facts.pages:
        folio = circular.folio(page.number)
        if page.landscape and folio and folio.turned % 2:
            wrong = folio.turned != 1
            wanted, other = ("订口", "切口") if page.number % 2 else ("切口", "订口")
            yield Sample(f"表头在{other if wrong else wanted}一边", on_page(page.number), wrong)


def _off(distance: float, play: float) -> float:
    """A distance from where something should be, where it may be off by so much to either side."""
    return max(abs(distance) - play, 0) * (1 if distance > 0 else -1)


def _landscape(circular: Circular, annex: Annex) -> bool:
    return circular.page(annex.page).landscape


def _bare(name: str) -> str:
    return re.sub(r"\s", "", name).rstrip("。；，、.;,")
