"""How far the paragraphs of a document reach: on which page each begins and ends, counted from the grid.

Word and LibreOffice set the text; this only foresees it, so that the signature is kept with the text and the
imprint finds its page. They differ in the gap between figures and characters, so both are foreseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.elements import Element, qualified
from generator.render.circular_docx.lengths import CHARACTER, GAP, LINE, LINES, WIDTH

PAGE = LINE * LINES
GAPS = (0, GAP)
"""Between figures and characters: in Word, in LibreOffice."""

KEPT_LINES = 2
"""How many lines of the text at least go to the signature's page."""

_INDENTED = ("BodyText", "Heading2", "Heading3", "Heading4", "Heading5")
_EXACT = {"Heading1": LINE}
_KEPT = ("Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "AnnexLabel", "Signature")


@dataclass(frozen=True, slots=True)
class Reach:
    """Where one element stands: the pages of its first and last line, counted from 1, and its height on each.

    `top` is where its first line begins on its page, `bottom` where its last line ends, in twips below the upper
    margin, and `taken` how far down nothing else may stand; `lines` are its words line by line.
    """

    first: int
    last: int
    top: int
    bottom: int
    taken: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Measure:
    before: int
    line: int
    lines: tuple[str, ...]
    after: int
    new_page: bool
    kept: bool
    below: int


def reaches(elements: Iterable[Element], gap: int, sent_on: int | None = None) -> tuple[Reach, ...]:
    """Where each element stands, if the text is set with that gap.

    `sent_on` is the place of a paragraph whose last lines are sent to the next page.
    """
    measures = [_measure(element, gap) for element in elements]
    page, bottom = 1, 0
    found = []
    for index, measure in enumerate(measures):
        top = bottom + measure.before
        if measure.new_page:
            page, top = page + 1, measure.before
        elif bottom + _needed(measures, index) > PAGE:
            page, top = page + 1, 0  # no blank at the top of a page that the text itself began
        reach = _set(measure, page, top, KEPT_LINES if index == sent_on else 0)
        found.append(reach)
        page, bottom = reach.last, reach.bottom
        bottom += measure.after
    return tuple(found)


def _set(measure: _Measure, page: int, top: int, sent_on: int) -> Reach:
    first, bottom = page, top
    sent_on = min(sent_on, len(measure.lines))
    for left in range(len(measure.lines), 0, -1):
        if bottom + measure.line > PAGE or left == sent_on:
            page, bottom = page + 1, 0
            if left == len(measure.lines):
                first, top = page, 0
        bottom += measure.line
    return Reach(first, page, top, bottom, bottom + measure.below, measure.lines)


def _needed(measures: list[_Measure], index: int) -> int:
    """What must fit on a page for an element to begin there: its first line, with all that it is kept with."""
    needed = 0
    for measure in measures[index:]:
        needed += measure.before
        if not measure.kept:
            return needed + measure.line + measure.below
        needed += measure.line * len(measure.lines) + measure.after
    return needed


def _measure(element: Element, gap: int) -> _Measure:
    if element.tag == qualified("w:tbl"):
        return _Measure(0, _table_height(element), ("",), 0, new_page=False, kept=False, below=0)
    style = _value(element, "w:pPr/w:pStyle", "w:val", "Normal")
    line = _number(element, "w:spacing", "w:line") or _EXACT.get(style, LINE)
    rule = (
        _number(element, "w:pBdr/w:bottom", "w:space") * 20
        + _number(element, "w:pBdr/w:bottom", "w:sz") * 5 // 2
    )
    after = _number(element, "w:spacing", "w:after")
    return _Measure(
        before=_number(element, "w:spacing", "w:before"),
        line=line,
        lines=_lines(element, style, gap) if line == LINE and style not in _EXACT else _broken(element),
        after=after + rule,
        new_page=element.find(f"{qualified('w:pPr')}/{qualified('w:pageBreakBefore')}") is not None,
        kept=style in _KEPT,
        below=after if style == "Date" else 0,
    )


def _lines(element: Element, style: str, gap: int) -> tuple[str, ...]:
    left, right = _number(element, "w:ind", "w:left"), _number(element, "w:ind", "w:right")
    others = WIDTH - left - right
    first = others + _number(element, "w:ind", "w:hanging") - (2 * CHARACTER if style in _INDENTED else 0)
    pieces = _words(element).split("\t")
    return lines_of(pieces[-1], first if len(pieces) == 1 else others, others, gap)


def _words(element: Element) -> str:
    return "".join(
        "\t" if one.tag == qualified("w:tab") else one.text or "" for one in _run_contents(element)
    )


def _run_contents(element: Element) -> Iterator[Element]:
    for run in element.findall(qualified("w:r")):
        yield from (one for one in run if one.tag in (qualified("w:t"), qualified("w:tab")))


def _broken(element: Element) -> tuple[str, ...]:
    """The lines of text that breaks only where it says so."""
    return ("",) * (1 + len(element.findall(f"{qualified('w:r')}/{qualified('w:br')}")))


def _table_height(table: Element) -> int:
    return sum(_row_height(row) for row in table.findall(qualified("w:tr")))


def _row_height(row: Element) -> int:
    """A row's height as it is stated, or that of its highest cell."""
    stated = row.find(f"{qualified('w:trPr')}/{qualified('w:trHeight')}")
    if stated is not None:
        return int(stated.get(qualified("w:val"), "0"))
    return max(_cell_height(cell) for cell in row.findall(qualified("w:tc")))


def _cell_height(cell: Element) -> int:
    measures = [_measure(paragraph, 0) for paragraph in cell.findall(qualified("w:p"))]
    return sum(one.before + one.line * len(one.lines) + one.after for one in measures)


def _number(element: Element, path: str, attribute: str) -> int:
    return int(_value(element, f"w:pPr/{path}", attribute, "0"))


def _value(element: Element, path: str, attribute: str, default: str) -> str:
    found = element.find("/".join(qualified(step) for step in path.split("/")))
    return default if found is None else str(found.get(qualified(attribute), default))
