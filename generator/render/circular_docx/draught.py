"""A circular as it would fall with one layout: what its layout is chosen by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.render.circular_docx.body import part_opening, printed_blocks, title_below_head
from generator.render.circular_docx.closing import annex_list, closing
from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.flow import GAPS, PAGE, Reach, reaches
from generator.render.circular_docx.head import head
from generator.render.circular_docx.imprint import has_imprint, imprint_height
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.sheet import Laid
from generator.render.circular_docx.text import runs
from generator.views.circular import Form, PrintedCircular


@dataclass(frozen=True, slots=True)
class Layout:
    """What may give way: blank lines above the signature and above an enclosed document's title, and where 主送,
    and the last lines of the text, stand.
    """

    blank_lines: int = 2
    above_enclosure: int = 2
    last_lines_sent_on: bool = False
    to_in_imprint: bool = False


@dataclass(slots=True)
class Stretch:
    """Pages of one orientation: upright ones, or `pages` with a table laid across."""

    elements: list[Element]
    pages: int = 0

    @property
    def across(self) -> bool:
        """Whether the pages are laid across."""
        return self.pages > 0


class End(NamedTuple):
    """Where everything ends: the page, and how far down it; None where an imprint cannot stand below."""

    page: int
    bottom: int | None


@dataclass(frozen=True, slots=True)
class Draught:
    """A circular set with a layout; the first stretch holds the opening, the text from `opening` to `text`, the list
    of annexes, and from `signature` on what closes it.
    """

    circular: PrintedCircular
    layout: Layout
    stretches: tuple[Stretch, ...]
    opening: int
    text: int
    signature: int

    @property
    def has_imprint(self) -> bool:
        """Whether an imprint is to be printed."""
        return has_imprint(self.circular.imprint, with_to=self.layout.to_in_imprint)

    def text_begins_late(self) -> bool:
        """Whether the first page shows none of the text (GB/T 9704-2012, 7.3.2)."""
        return self.text > self.opening and any(found[self.opening].first > 1 for found in self._reaches())

    def signature_stranded(self) -> bool:
        """Whether the signature stands on a page that has none of the text."""
        if self.text == self.opening or self.signature == len(self.stretches[0].elements):
            return False
        return any(found[self.signature].first > found[self.text - 1].last for found in self._reaches())

    def has_room(self) -> bool:
        """Whether everything ends on an even page with room for the imprint, in each program."""
        return all(self._has_room(end) for end in self._ends())

    def page_left_blank(self) -> bool:
        """Whether the imprint, to stand on an even page, would leave the one before it blank."""
        return self.has_imprint and any(end.page % 2 == 0 and not self._has_room(end) for end in self._ends())

    def _reaches(self) -> list[tuple[Reach, ...]]:
        sent_on = self.text - 1 if self.layout.last_lines_sent_on else None
        return [reaches(self.stretches[0].elements, gap, sent_on) for gap in GAPS]

    def _has_room(self, end: End) -> bool:
        height = imprint_height(self.circular.imprint, with_to=self.layout.to_in_imprint)
        return end.page % 2 == 0 and end.bottom is not None and end.bottom + height <= PAGE

    def _ends(self) -> list[End]:
        first = [End(found[-1].last, found[-1].taken) for found in self._reaches()]
        return [self._end_after(end, gap) for end, gap in zip(first, GAPS, strict=True)]

    def _end_after(self, end: End, gap: int) -> End:
        for stretch in self.stretches[1:]:
            if stretch.across:
                end = End(end.page + stretch.pages, None)
            else:
                last = reaches(stretch.elements, gap)[-1]
                end = End(end.page + last.last, last.taken)
        return end


def draught(circular: PrintedCircular, layout: Layout, sheets: Mapping[int, Laid]) -> Draught:
    """Set a circular with a layout; `sheets` are its tables laid across, by the place of their part."""
    opening = list(head(circular))
    if circular.form is not Form.ORDER:
        opening.append(title_below_head(circular.title))
    if circular.to and not layout.to_in_imprint:
        opening.append(paragraph("Addressees", runs(circular.to)))
    text = [*opening, *printed_blocks(circular.blocks)]
    listed = [*text, *annex_list(circular.annex_list)]
    stretches = [Stretch([*listed, *closing(circular, layout.blank_lines)])]
    for place, part in enumerate(circular.parts):
        if place in sheets:
            stretches.append(Stretch(list(sheets[place].elements), sheets[place].pages))
            continue
        if stretches[-1].across:
            stretches.append(Stretch([]))
        upright = stretches[-1].elements
        upright += part_opening(part, layout.above_enclosure, new_page=bool(upright))
        upright += printed_blocks(part.blocks)
    return Draught(circular, layout, tuple(stretches), len(opening), len(text), len(listed))
