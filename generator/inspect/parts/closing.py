"""What closes the body: list of annexes (附件说明), signature, date, seal and note (附注)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.inspect.parts.area import Area
from generator.inspect.reading.facts import Box, Line, Page, Shape
from generator.inspect.reading.lines import pieces

DATE = re.compile(
    r"^(?:\d{2,4}|[〇○Oo零一二三四五六七八九]{2,4})年"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$"
)
_LISTED = re.compile(r"^附\s?件\d{0,2}\s*[：:]")
_ITEM = re.compile(r"^(\d{1,2})[.．、]")
_NOTE = re.compile(r"^[（(].*[）)]$")
_SEAL_SMALLEST, _SEAL_LARGEST = 30.0, 60.0


@dataclass(frozen=True, slots=True)
class AnnexItem:
    """One annex as it is named in the list: number, name, and the lines it takes.

    `start` is where the first character of the name stands.
    """

    number: str
    name: str
    lines: tuple[Line, ...]
    start: float


@dataclass(frozen=True, slots=True)
class AnnexList:
    """The list of annexes below the body."""

    lines: tuple[Line, ...]
    items: tuple[AnnexItem, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature and date, with the seals over them and the note below, if there are such.

    Of several organs' seals the first one is the last organ's, which is pressed over the date.
    """

    signature: tuple[Line, ...]
    date: Line
    seals: tuple[Shape, ...]
    note: Line | None

    @property
    def seal(self) -> Shape | None:
        """The seal over the date."""
        return self.seals[0] if self.seals else None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines of text."""
        return (*self.signature, self.date, *((self.note,) if self.note else ()))

    @property
    def top(self) -> float:
        """Where the first of its lines begins."""
        return min(line.top for line in self.lines)


def closing_of(page: Page, lines: Sequence[Line], following: Sequence[Line], area: Area) -> Closing | None:
    """Signature and date, if this page has them; a note may have slipped to the top of the `following` lines."""
    half = area.left(page.number) + 60
    date = next(
        (line for line in lines if DATE.match(pieces(line)[-1].text) and pieces(line)[-1].left > half), None
    )
    if date is None:
        return None
    signature: list[Line] = []
    above = date
    for line in sorted(
        (line for line in lines if line.baseline < date.baseline - 1), key=lambda each: -each.baseline
    ):
        near = above.baseline - line.baseline < 1.7 * area.pitch
        set_apart = line.left > area.left(page.number) + 3.5 * area.em and not line.text.endswith(
            ("。", "；", "：")
        )
        if not (near and set_apart):
            break
        signature.insert(0, line)
        above = line
    below = [line for line in lines if date.baseline + 1 < line.baseline < date.baseline + 2.6 * area.pitch]
    note = next((line for line in (*below, *following[:1]) if _NOTE.match(line.text)), None)
    seals = _seals(page, date, signature)
    higher = [line for line in lines if line.baseline < above.baseline - 1 and _sealed(line, seals)]
    return Closing((*higher, *signature), date, seals, note)


def annex_list_of(lines: Sequence[Line], area: Area, end: Line | None) -> AnnexList | None:
    """The list of annexes on a page, which ends at the signature or at a blank line."""
    first = next((index for index, line in enumerate(lines) if _LISTED.match(line.text)), None)
    if first is None:
        return None
    listed: list[Line] = []
    for line in lines[first:]:
        if (end and end.page == line.page and line.baseline > end.baseline - 1) or (
            listed and line.baseline - listed[-1].baseline > 1.4 * area.pitch
        ):
            break
        listed.append(line)
    return AnnexList(tuple(listed), _items(listed))


def _items(listed: Sequence[Line]) -> tuple[AnnexItem, ...]:
    items: list[tuple[str, list[Line], float, str]] = []
    for index, line in enumerate(listed):
        label = _LISTED.match(line.text)
        skipped = label.end() if label and index == 0 else 0
        number = _ITEM.match(line.text[skipped:])
        if index == 0 or number:
            skipped += number.end() if number else 0
            start = line.glyphs[skipped].left if skipped < len(line.glyphs) else line.right
            items.append((number[1] if number else "", [line], start, line.text[skipped:]))
        else:
            name, lines, start, text = items.pop()
            items.append((name, [*lines, line], start, text + line.text))
    return tuple(AnnexItem(number, text, tuple(lines), start) for number, lines, start, text in items)


def _seals(page: Page, date: Line, signature: Sequence[Line]) -> tuple[Shape, ...]:
    """The seals of a page that has one at the signature, from the date outwards."""
    seals = [shape for shape in page.shapes if _like_a_seal(shape)]
    beside = any(
        seal.box.left < line.right
        and line.left < seal.box.right
        and seal.box.top - 40 < line.box.centre < seal.box.bottom + 40
        for seal in seals
        for line in (date, *signature)
    )
    return tuple(sorted(seals, key=lambda seal: _apart(seal.box, date.box))) if beside else ()


def _like_a_seal(shape: Shape) -> bool:
    box = shape.box
    sized = _SEAL_SMALLEST <= box.width <= _SEAL_LARGEST and abs(box.width - box.height) < 5
    return sized and (shape.round or shape.picture)


def _sealed(line: Line, seals: Sequence[Shape]) -> bool:
    """Whether a name on a line stands in the middle of a seal."""
    return any(
        abs(seal.box.middle - name.box.middle) < 5 and seal.box.top < line.box.centre < seal.box.bottom
        for seal in seals
        for name in pieces(line)
    )


def _apart(one: Box, other: Box) -> float:
    return math.hypot(one.middle - other.middle, one.centre - other.centre)
