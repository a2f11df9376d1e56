"""The parts of a circular put together: what depends on where its lines fall is settled here, as in the PDF.

The signature stands with the text, if need be nearer to it or with the text's last lines sent to its page. 主送
moves to the imprint if it would keep the text from the first page. The imprint stands at the foot of the last page
if that is even and has room, else on the next even page; an enclosed document begins higher if that saves a blank
page before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.render.circular_docx.draught import Draught, Layout, Stretch, draught
from generator.render.circular_docx.elements import Element, qualified
from generator.render.circular_docx.flow import GAPS, reaches
from generator.render.circular_docx.imprint import imprint
from generator.render.circular_docx.keeping import send_last_lines
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.sections import Sections
from generator.render.circular_docx.sheet import laid
from generator.views.circular import Form, PrintedCircular


def assembled(circular: PrintedCircular, sections: Sections) -> list[Element]:
    """Everything in the body of the document, the properties of its last section at the end."""
    settled = _settled(circular)
    has_room, numbered = settled.has_room(), not settled.page_left_blank()
    if settled.layout.last_lines_sent_on:
        _send_last_lines(settled)
    letter = circular.form is Form.LETTER
    content: list[Element] = []
    section = None
    for stretch in settled.stretches:
        if section is not None:
            _end_section(content[-1], section)
        content += stretch.elements
        section = _section(stretch, sections, first_numbered=not (letter and stretch is settled.stretches[0]))
    if settled.has_imprint:
        to = settled.layout.to_in_imprint
        shown = imprint(circular.imprint, sections.left_of_even, with_to=to, ruled=not letter)
        if has_room:
            content[-1].append(shown)
        else:
            _end_section(content[-1], section)
            content.append(paragraph("Normal", [shown]))
            section = sections.upright(begins="evenPage", numbered=numbered)
    return [*content, section] if section is not None else content


def _settled(circular: PrintedCircular) -> Draught:
    sheets = {
        place: laid(part, part.sheet) for place, part in enumerate(circular.parts) if part.sheet is not None
    }
    found = draught(circular, Layout(), sheets)
    if found.text_begins_late():
        found = draught(circular, replace(found.layout, to_in_imprint=True), sheets)
    if found.signature_stranded():
        ways = (draught(circular, way, sheets) for way in _closer(found.layout))
        found = next(
            (one for one in ways if not one.signature_stranded() and not one.text_begins_late()), found
        )
    if found.page_left_blank():
        ways = (draught(circular, way, sheets) for way in _shorter(found.layout, circular))
        found = next((one for one in ways if not one.page_left_blank()), found)
    return found


def _closer(layout: Layout) -> Iterator[Layout]:
    """Ways to bring text and signature together; 主送 leaves the first page only if nothing else does."""
    for to_in_imprint in sorted({layout.to_in_imprint, True}):
        moved = replace(layout, to_in_imprint=to_in_imprint)
        yield from (moved, replace(moved, blank_lines=1), replace(moved, last_lines_sent_on=True))


def _shorter(layout: Layout, circular: PrintedCircular) -> Iterator[Layout]:
    """Ways to save the lines for which a page would stay blank."""
    if not circular.parts:
        yield replace(layout, blank_lines=1)
    else:
        yield from (replace(layout, above_enclosure=lines) for lines in (1, 0))


def _send_last_lines(settled: Draught) -> None:
    elements, last = settled.stretches[0].elements, settled.text - 1
    send_last_lines(elements[last], reaches(elements, GAPS[-1])[last])


def _section(stretch: Stretch, sections: Sections, *, first_numbered: bool) -> Element:
    return sections.across() if stretch.across else sections.upright(first_numbered=first_numbered)


def _end_section(last: Element, section: Element | None) -> None:
    """Let a section end with a paragraph."""
    properties = last.find(qualified("w:pPr"))
    if properties is not None and section is not None:
        properties.append(section)
