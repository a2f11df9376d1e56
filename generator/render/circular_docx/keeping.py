"""Sends the last lines of the text to the signature's page, so that it never stands on a page of its own."""

from __future__ import annotations

from copy import deepcopy

from generator.render.circular_docx.drawing import Place, blank
from generator.render.circular_docx.elements import Element, qualified, w
from generator.render.circular_docx.flow import KEPT_LINES, PAGE, Reach
from generator.render.circular_docx.lengths import LINE, millimetres

_DRAWING = 150
_LEFT, _WIDTH = 28.0, 156.0


def send_last_lines(paragraph: Element, reach: Reach) -> None:
    """Keep the foot of a paragraph's last page free, so that its last lines go to the next one.

    The paragraph stays in one piece and can go on being edited.
    """
    begins_here = reach.first == reach.last
    on_page = len(reach.lines) if begins_here else reach.bottom // LINE
    if on_page <= KEPT_LINES:
        _begin_page(paragraph)
        return
    room = (PAGE - (reach.top if begins_here else 0)) // LINE
    free = (room - on_page + KEPT_LINES) * LINE - LINE // 2
    before = sum(map(len, reach.lines[: len(reach.lines) - on_page]))
    place = Place(_LEFT, None, _WIDTH, millimetres(free))
    _insert(paragraph, before, blank(_DRAWING, "页末留空", place))


def _begin_page(paragraph: Element) -> None:
    """Send a paragraph to the next page whole."""
    properties = paragraph.find(qualified("w:pPr"))
    if properties is not None:
        properties.insert(1, w("pageBreakBefore"))


def _insert(paragraph: Element, place: int, drawing: Element) -> None:
    """Put a drawing after so many characters of a paragraph; the run they are in is divided there."""
    for run in paragraph.findall(qualified("w:r")):
        words = run.find(qualified("w:t"))
        if words is None or words.text is None:
            continue
        if place < len(words.text):
            if place:
                rest = deepcopy(run)
                rest.find(qualified("w:t")).text = words.text[place:]
                words.text = words.text[:place]
                run.addnext(rest)
                run.addnext(drawing)
            else:
                run.addprevious(drawing)
            return
        place -= len(words.text)
