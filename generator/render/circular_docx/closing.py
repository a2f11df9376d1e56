"""Below the text: list of annexes, signature and date with the seal's place kept free, note, attendance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.render.circular_docx.drawing import Place, kept_free
from generator.render.circular_docx.elements import Element
from generator.render.circular_docx.lengths import (
    BODY_IN_LINE,
    CHARACTER,
    LINE,
    SIZE,
    WIDTH,
    millimetres,
    twips,
    width,
    width_with_gaps,
)
from generator.render.circular_docx.paragraph import Indent, paragraph
from generator.render.circular_docx.text import Face, runs, spread, tab
from generator.views.circular import Closing, Form, PrintedCircular

_SEAL, _SEALS_APART = twips(42), twips(45)
_SEAL_RAISED, _SEAL_FROM_TEXT, _ROUNDING = twips(2.5), twips(0.5), 2
_STAMP_WIDTH, _STAMP_HEIGHT = twips(40), twips(20)
_NEARLY = 20
"""A date that is shorter than the signature by no more than this counts as longer."""

_DRAWINGS = 120
"""The number of the first drawing."""

_SEAL_LINES = 5
"""How many lines of the grid a row of seals takes."""


def annex_list(titles: Sequence[str]) -> Iterator[Element]:
    """附件说明, a line below the text; a title's further lines begin below its first character."""
    numbers = [f"{place}. " if len(titles) > 1 else "" for place in range(1, len(titles) + 1)]
    name_at = 5 * CHARACTER + max((width(number) for number in numbers), default=0)
    for index, (number, title) in enumerate(zip(numbers, titles, strict=True)):
        label = runs("附件：") if index == 0 else [tab()]
        numbered = [*runs(number.strip()), tab()] if number else []
        yield paragraph(
            "AnnexList",
            [*label, *numbered, *runs(title)],
            tabs=[("left", 5 * CHARACTER), ("left", name_at)],
            before=0 if index else LINE,
            indent=Indent(left=name_at, hanging=name_at - 2 * CHARACTER),
        )


def closing(circular: PrintedCircular, blank_lines: int) -> Iterator[Element]:
    """Signature and date, with what belongs to them; with a seal, `blank_lines` stand above the signature.

    A draft shows, dashed, the places that stay free for seal or stamp.
    """
    if circular.form is Form.MINUTES:
        yield from _attendance(circular.closing.attendance)
        return
    shown = bool(circular.head.draft)
    if circular.form is Form.ORDER:
        yield from _stamped(circular.closing, shown=shown)
    elif circular.closing.sealed:
        yield from _sealed(circular.closing, blank_lines, shown=shown)
    else:
        yield from _unsealed(circular.closing)
    if circular.closing.note:
        yield paragraph("BodyText", runs(circular.closing.note))


def _sealed(closing: Closing, blank_lines: int, *, shown: bool) -> Iterator[Element]:
    """The date right by four characters, the signature centred over it, each with the place of a seal.

    Several organs stand in rows, the last one over the date.
    """
    middle = _middle(closing, width(closing.date))
    elsewhere = _middle(closing, width_with_gaps(closing.date))
    apart = max(_SEALS_APART, max(map(width, closing.organs)) + CHARACTER)
    most = max(1, (WIDTH - middle - _SEAL // 2) // apart + 1)
    first = (len(closing.organs) - 1) % most + 1
    rows = [closing.organs[:first]]
    rows += [closing.organs[start : start + most] for start in range(first, len(closing.organs), most)]
    for index, organs in enumerate(rows):
        before = ((_SEAL_LINES - 1) if index else blank_lines) * LINE
        content = _in_a_row(organs, apart)
        last = organs[-1]
        yield paragraph("Signature", content, before=before, indent=_ending(last, middle, elsewhere))
    blank_lines = blank_lines if len(rows) == 1 else _SEAL_LINES
    below = None if closing.note else _seal_below(blank_lines)
    places = _seal_places(rows, elsewhere, apart, blank_lines) if shown else ()
    seals = [
        kept_free(_DRAWINGS + index, place, "ellipse", _kept_words("印章位置"))
        for index, place in enumerate(places)
    ]
    content = [*seals, *runs(closing.date)]
    yield paragraph("Date", content, after=below, indent=_ending(closing.date, middle, elsewhere))


def _seal_places(rows: Sequence[Sequence[str]], middle: int, apart: int, blank_lines: int) -> Iterator[Place]:
    """Where the seals go, as seen from the line of the date: each centred on its organ's name."""
    side = millimetres(_SEAL)
    last = _seal_middle(blank_lines) - (blank_lines + 1) * LINE + BODY_IN_LINE
    for row, organs in enumerate(rows):
        centre = last - (len(rows) - 1 - row) * _SEAL_LINES * LINE
        for index in range(len(organs)):
            from_right = middle + (len(organs) - 1 - index) * apart
            left = 28 + millimetres(WIDTH - from_right) - side / 2
            yield Place(left, millimetres(centre) - side / 2, side, side, below_line=True)


def _kept_words(words: str) -> Element:
    return paragraph("KeptFree", runs(words), align="center")


def _seal_below(blank_lines: int) -> int:
    """How far the seal reaches below the line of the date."""
    return _seal_middle(blank_lines) + _SEAL // 2 - (blank_lines + 2) * LINE + (LINE - SIZE) + _ROUNDING


def _seal_middle(blank_lines: int) -> int:
    """How far below the text the seal's middle is: a little above that of signature and date, and its top no more
    than a line below the text.
    """
    between = blank_lines * LINE + (LINE + SIZE) // 2 - _SEAL_RAISED
    return max(between, _SEAL // 2 - (LINE - SIZE) + _SEAL_FROM_TEXT)


def _middle(closing: Closing, day: int) -> int:
    """How far the middle of date, signature and seal lies from the right edge, for a date so wide."""
    widest = max(map(width, closing.organs))
    return max(4 * CHARACTER + day // 2, widest // 2, _SEAL // 2)


def _in_a_row(organs: Sequence[str], apart: int) -> list[Element]:
    """Names whose middles stand so far apart, by blanks of the right width between them."""
    content = runs(organs[0])
    for before, after in pairwise(organs):
        gap = apart - (width(before) + width(after)) // 2
        content += [*runs("　", spacing=gap - SIZE), *runs(after)]
    return content


def _ending(words: str, middle: int, elsewhere: int) -> Indent:
    """Where a line ends that is centred on the date, as wide as each program sets the date."""
    return Indent(
        right=elsewhere - width_with_gaps(words) // 2,
        right_hundredths=round(100 * (middle - width(words) / 2) / CHARACTER),
    )


def _unsealed(closing: Closing) -> Iterator[Element]:
    """A blank line; signatures right by two characters, the date two characters right of where they begin."""
    widest = max(map(width, closing.organs))
    inset, elsewhere = (
        2 * CHARACTER + (day + 2 * CHARACTER if day + _NEARLY > widest else widest)
        for day in (width(closing.date), width_with_gaps(closing.date))
    )
    for index, organ in enumerate(closing.organs):
        content = spread(organ, widest, width(organ), spacing=-5)
        yield _inset("Signature", content, 0 if index else LINE, WIDTH - inset, WIDTH - elsewhere)
    yield _inset(
        "Date", runs(closing.date), None, *(WIDTH - one + 2 * CHARACTER for one in (inset, elsewhere))
    )


def _inset(style: str, content: list[Element], before: int | None, left: int, elsewhere: int) -> Element:
    """A line that begins so far from the left edge, as wide as each program sets the date."""
    indent = Indent(left=elsewhere, left_hundredths=round(100 * left / CHARACTER))
    return paragraph(style, content, before=before, indent=indent, align="left")


def _stamped(closing: Closing, *, shown: bool) -> Iterator[Element]:
    """An order: two blank lines, the place of the signer's stamp with his post before it, the date."""
    right = 4 * CHARACTER + _STAMP_WIDTH + 2 * CHARACTER
    beside = (_STAMP_HEIGHT - SIZE) // 2
    across, high = millimetres(_STAMP_WIDTH), millimetres(_STAMP_HEIGHT)
    left = 28 + millimetres(WIDTH - 4 * CHARACTER) - across
    place = Place(left, millimetres(BODY_IN_LINE - beside), across, high, below_line=True)
    stamp = [kept_free(_DRAWINGS, place, "rect", _kept_words("签名章位置"))] if shown else []
    content = [*stamp, *runs(closing.post)]
    yield paragraph("Signature", content, before=2 * LINE + beside, indent=Indent(right=right))
    yield paragraph("Date", runs(closing.date), before=LINE + beside, indent=Indent(right=4 * CHARACTER))


def _attendance(lists: Sequence[tuple[str, str]]) -> Iterator[Element]:
    """出席, 请假, 列席 of minutes, a line below the text; further lines begin below the first name."""
    for index, (role, people) in enumerate(lists):
        yield paragraph(
            "AnnexList",
            [*runs(role, Face.HEI, within=True), *runs(people)],
            before=0 if index else LINE,
            indent=Indent(left=5 * CHARACTER, hanging=3 * CHARACTER),
        )
