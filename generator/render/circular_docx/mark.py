"""发文机关标志: one organ's name large and red, or the names of several beside 文件."""

from __future__ import annotations

from generator.render.circular_docx.elements import Element, w
from generator.render.circular_docx.lengths import twips
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.text import Face, spread

_SIZE, _JOINT_SIZE = 920, 700
"""Sizes of a single name and of several: 46 and 35 pt, whose ink is 15 and 11.5 mm high."""

_WIDEST, _NARROWEST = twips(150), 0.6
_GAP, _BETWEEN = twips(6), twips(4)

_SPARE = 20
"""A little more than 文件 is wide, so that no rounding parts it."""

_HEIGHT, _INK_TOP, _INK_BOTTOM = 1.1, 0.12, 1.04
"""In units of the size: a line's height, and where its ink begins and ends, from the line's top."""


def mark(
    organs: tuple[str, ...], end: str, before: int, outline: int | None = None
) -> tuple[list[Element], int]:
    """The mark, whose ink begins `before` below the last line, and how much is left of its line below the ink.

    `outline` is its level in the document's outline if it stands for the title.
    """
    if len(organs) == 1:
        (name,) = organs
        size = _fitting(name, _SIZE)
        wide = min(_WIDEST, round(len(name) * size * 1.1))
        above = max(0, before - round(_INK_TOP * size))
        return [_line(name, size, wide, before=above, align="center", outline=outline)], round(
            (_HEIGHT - _INK_BOTTOM) * size
        )
    above = paragraph("Mark", line=max(20, before - round(_INK_TOP * _JOINT_SIZE)))
    return [above, _joint(organs, end)], round((_HEIGHT - _INK_BOTTOM) * _JOINT_SIZE)


def _fitting(name: str, size: int) -> int:
    """The size at which a name, narrowed as far as is decent, is no wider than it may be; whole half points."""
    return min(size, int(_WIDEST / (len(name) * _NARROWEST)) // 10 * 10)


def _line(
    name: str, size: int, wide: int, *, before: int = 0, align: str = "left", outline: int | None = None
) -> Element:
    natural = len(name) * size
    narrowed = min(100, int(100 * wide / natural))
    content = spread(name, wide, natural, Face.TITLE, w=narrowed, sz=size // 10)
    return paragraph("Mark", content, before=before, line=round(_HEIGHT * size), align=align, outline=outline)


def _joint(organs: tuple[str, ...], end: str) -> Element:
    """The organs below each other, all as wide as the longest; 文件 stands in the middle of their height."""
    end_width = len(end) * _SIZE + _SPARE
    longest = max(len(organ) for organ in organs)
    wide = min(longest * _JOINT_SIZE, _WIDEST - end_width - _GAP)
    before = _BETWEEN - round((_HEIGHT - _INK_BOTTOM + _INK_TOP) * _JOINT_SIZE)
    names = [
        _line(organ, _JOINT_SIZE, wide, before=before if index else 0) for index, organ in enumerate(organs)
    ]
    columns = [(wide + _GAP, names)]
    if end:
        columns.append((end_width, [_line(end, _SIZE, end_width)]))
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(width for width, _ in columns), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width, _ in columns)),
        w("tr", *(_cell(width, content) for width, content in columns)),
    )


def _cell(width: int, content: list[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), *content)
