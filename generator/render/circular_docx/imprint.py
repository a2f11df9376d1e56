"""The foot of the last page (版记)."""

from __future__ import annotations

from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.drawing import Place, text_box
from generator.render.circular_docx.elements import Element, w
from generator.render.circular_docx.lengths import SIZE, SMALL, WIDTH, twips
from generator.render.circular_docx.paragraph import Indent, paragraph
from generator.render.circular_docx.text import runs, tab
from generator.views.circular import Imprint

_OUTER, _INNER = 8, 6
"""Thickness of the rules in eighths of a point: 0.35 and 0.25 mm."""

_LINE, _AIR = 400, 62
"""A line of the imprint, and what stands below the last line of a part; above the first the line has air enough."""

_BELOW = twips(35) - 10
"""From the paper's lower edge up to the foot of the type area, the middle of the last rule."""

_APART = 200
"""What keeps the imprint apart from the text."""

_WIDTH, _HEIGHT = 156.0, 50.0
_DRAWING = 100


def imprint(shown: Imprint, left: float, *, with_to: bool, ruled: bool) -> Element:
    """A run that holds the imprint at the foot of its page, from `left` on; 主送 only where it had to move here."""
    sent = _sent(shown, with_to=with_to)
    rows = []
    if sent:
        lines = [_recipients(label, names, sent, index) for index, (label, names) in enumerate(sent)]
        rows.append(lines)
    if shown.body:
        content = [*runs(shown.body), tab(), *runs(shown.date)]
        stop = ("right", WIDTH - 2 * SMALL)
        rows.append([paragraph("Imprint", content, tabs=[stop], after=_AIR)])
    foot = paragraph("Imprint", line=_BELOW)
    place = Place(left, None, _WIDTH, _HEIGHT, foot="page")
    return text_box(_DRAWING, "版记", place, [_table(rows, ruled=ruled), foot])


def imprint_height(shown: Imprint, *, with_to: bool) -> int:
    """How high the imprint will be, in twips, with what keeps it apart from the text."""
    sent = [label + names for label, names in _sent(shown, with_to=with_to)]
    room = WIDTH - 2 * SMALL
    lines = [lines_of(words, room * SIZE // SMALL, (room - 3 * SMALL) * SIZE // SMALL, 0) for words in sent]
    rows = sum(len(one) for one in lines) + bool(shown.body)
    return rows * _LINE + _AIR * (bool(sent) + bool(shown.body)) + _APART


def has_imprint(shown: Imprint, *, with_to: bool) -> bool:
    """Whether there is anything to print at the foot."""
    return bool(_sent(shown, with_to=with_to) or shown.body)


def _sent(shown: Imprint, *, with_to: bool) -> list[tuple[str, str]]:
    to = shown.to if with_to else ""
    return [(label, names) for label, names in (("主送：", to), ("抄送：", shown.cc)) if names]


def _recipients(label: str, names: str, sent: list[tuple[str, str]], index: int) -> Element:
    return paragraph(
        "Imprint",
        runs(label + names),
        after=_AIR if index == len(sent) - 1 else 0,
        indent=Indent(left=3 * SMALL, hanging=3 * SMALL),
    )


def _table(rows: list[list[Element]], *, ruled: bool) -> Element:
    sizes = {"top": _OUTER, "bottom": _OUTER, "insideH": _INNER}
    borders = [w(edge, val="single", sz=size, space=0, color="000000") for edge, size in sizes.items()]
    properties = w(
        "tblPr",
        w("tblW", w=WIDTH, type="dxa"),
        w("tblBorders", *borders) if ruled else None,
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=SMALL, type="dxa"), w("right", w=SMALL, type="dxa")),
    )
    cells = [
        w("tr", w("trPr", w("cantSplit")), w("tc", w("tcPr", w("tcW", w=WIDTH, type="dxa")), *row))
        for row in rows
    ]
    return w("tbl", properties, w("tblGrid", w("gridCol", w=WIDTH)), *cells)
