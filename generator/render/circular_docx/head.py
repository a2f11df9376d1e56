"""Above the text (版头): mark, number, signers and red rules, in the standard's four forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.circular_docx.drawing import RED, Place, red_rule, text_box
from generator.render.circular_docx.elements import Element, w
from generator.render.circular_docx.lengths import (
    BODY_IN_LINE,
    CHARACTER,
    LINE,
    SIZE,
    TOP,
    WIDTH,
    twips,
    width,
)
from generator.render.circular_docx.mark import mark
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.text import Face, runs, spread, tab
from generator.views.circular import Form, Head, PrintedCircular

_MARK_TOP = {Form.FILE: twips(72), Form.MINUTES: twips(72), Form.ORDER: twips(57)}
"""Where the mark's ink begins, from the paper's top."""

_BETWEEN_SIGNERS = LINE - SIZE
_RULE_GAP, _RULE_THICKNESS = 11, 16
"""From 发文字号 to the red rule in points (4 mm), and the rule's thickness in eighths of a point (0.7 mm)."""

_LETTER_LEFT, _LETTER_WIDTH = 20.0, 170.0
_LETTER_MARK = Place(28.0, 28.05, 156.0, 20.0)
_LETTER_RULES = ((49.0, 1.0), (50.6, 0.35), (275.05, 0.35), (276.0, 1.0))
"""A letter's red rules: each one's place from the paper's top and its thickness, in mm."""

_LETTER_NUMBER = twips(50.95 + 16 * 7 / 8 * 25.4 / 72)
"""A letter's number stands seven eighths of a character below the rules."""

_LETTER_DRAWINGS = 1


def head(circular: PrintedCircular) -> Iterator[Element]:
    """The paragraphs above the title; what comes next stands two lines below their last line or rule.

    An order has no title: its mark stands for it.
    """
    if circular.form is Form.LETTER:
        yield from _letter(circular.head)
        return
    outline = 0 if circular.form is Form.ORDER else None
    labels = list(_labels(circular.head))
    yield from labels
    before = _MARK_TOP[circular.form] - TOP - len(labels) * LINE
    lines, below_ink = mark(circular.head.organs, circular.head.mark_end, before, outline)
    yield from lines
    yield from _number(circular, 2 * LINE - below_ink)


def _labels(head: Head) -> Iterator[Element]:
    """份号, 密级, 紧急程度: those that apply, each on a line of the grid."""
    if head.copy_number:
        yield paragraph("Normal", runs(head.copy_number))
    for words in (head.secrecy, head.urgency):
        if words:
            yield paragraph("Normal", runs(words, Face.HEI, within=True))


def _number(circular: PrintedCircular, before: int) -> Iterator[Element]:
    rule = w("bottom", val="single", sz=_RULE_THICKNESS, space=_RULE_GAP, color=RED)
    number = runs(circular.head.number)
    if circular.form is Form.ORDER:
        yield paragraph("Number", number, before=before, after=2 * LINE - BODY_IN_LINE, line=SIZE)
    elif circular.form is Form.MINUTES:
        organ, day = "　".join(circular.closing.organs), circular.closing.date
        yield paragraph("Number", number, before=before, line=SIZE)
        line = [tab(), *runs(organ), tab(), *runs(day)]
        yield _between_edges(line, before=_BETWEEN_SIGNERS, rule=rule)
    elif circular.head.signers:
        yield from _signed_number(circular.head, before, rule)
    else:
        yield paragraph("Number", number, before=before, line=SIZE, rule=rule)


def _signed_number(head: Head, before: int, rule: Element) -> Iterator[Element]:
    """Two signers a line; the number stands beside the last of them."""
    rows = [head.signers[start : start + 2] for start in range(0, len(head.signers), 2)]
    stops = _signer_stops(rows)
    for index, names in enumerate(rows):
        last = index == len(rows) - 1
        content = [tab(), *runs(head.number)] if last else [tab()]
        content += [tab(), *(runs("签发人：") if index == 0 else [])]
        content += [run for name in names for run in (tab(), *_name(name))][1:]
        yield paragraph(
            "Number",
            content,
            rule=rule if last else None,
            tabs=[
                ("left", stop) for stop in (CHARACTER, *(stops[:1] + stops[2:] if index == 0 else stops[1:]))
            ],
            before=_BETWEEN_SIGNERS if index else before,
            line=SIZE,
            align="left",
        )


def _name(name: str) -> list[Element]:
    return spread(name, 3 * CHARACTER, width(name), Face.KAI, within=True, spacing=-5)


def _signer_stops(rows: list[tuple[str, ...]]) -> list[int]:
    """Where 签发人 and each column of names begin; names are three characters wide, or as wide as the longest."""
    columns = [[names[place] for names in rows if len(names) > place] for place in range(len(rows[0]))]
    stops = [WIDTH - CHARACTER]
    for column in reversed(columns):
        stops.insert(0, stops[0] - CHARACTER * max(3, *map(len, column)))
        stops[0] -= CHARACTER if column is not columns[-1] else 0
    return [stops[0] - CHARACTER * len("签发人："), *stops[:-1]]


def _between_edges(content: list[Element], *, before: int, rule: Element | None) -> Element:
    """A line with words at both edges of the type area, one character in."""
    return paragraph(
        "Number",
        content,
        rule=rule,
        tabs=[("left", CHARACTER), ("right", WIDTH - CHARACTER)],
        before=before,
        line=SIZE,
        align="left",
    )


def _letter(head: Head) -> Iterator[Element]:
    """A letter's mark and red rules stand at fixed places of its first page; the number on the first line."""
    lines, _ = mark(head.organs, head.mark_end, 0)
    fixed = [text_box(_LETTER_DRAWINGS, "发文机关标志", _LETTER_MARK, lines)]
    for index, (top, thickness) in enumerate(_LETTER_RULES, start=1):
        place = Place(_LETTER_LEFT, top, _LETTER_WIDTH, thickness)
        fixed.append(red_rule(_LETTER_DRAWINGS + index, place))
    labels = [runs(head.copy_number)] if head.copy_number else []
    labels += [runs(words, Face.HEI, within=True) for words in (head.secrecy, head.urgency) if words]
    first, *more = labels or [[]]
    yield paragraph(
        "Number",
        [*fixed, *first, tab(), *runs(head.number)],
        tabs=[("right", WIDTH)],
        before=_LETTER_NUMBER - TOP,
        line=SIZE,
        align="left",
    )
    for content in more:
        yield paragraph("Number", content, before=_BETWEEN_SIGNERS, line=SIZE, align="left")
