"""The annexes (附件) printed after the body, each from its own heading on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.inspect.fonts import line_kind
from generator.inspect.reading.facts import Line, Page

_HEADING = re.compile(r"^附\s?件\s?(?P<number>\d{0,2})[：:.．、]?$")


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: its heading 附件1, the lines of its title, and the line that stands first on its page."""

    page: int
    number: str
    heading: Line
    title: tuple[Line, ...]
    first_on_page: Line
    second: Line | None

    @property
    def name(self) -> str:
        """Its title in one piece."""
        return "".join(line.text for line in self.title)


def annexes_of(lines: Sequence[Sequence[Line]], pages: Sequence[Page]) -> tuple[Annex, ...]:
    """The annexes, from the second page on; `lines` are those of each page but its number and the imprint."""
    return tuple(
        _annex(match["number"], line, text, page)
        for page, text in zip(pages, lines, strict=True)
        if page.number > 1
        for line in text
        if (match := _HEADING.match(line.text))
    )


def _annex(number: str, heading: Line, text: Sequence[Line], page: Page) -> Annex:
    below = [line for line in text if line.baseline > heading.baseline + 1]
    return Annex(
        page=page.number,
        number=number,
        heading=heading,
        title=_title(below, page),
        first_on_page=text[0],
        second=below[0] if below else None,
    )


def _title(below: Sequence[Line], page: Page) -> tuple[Line, ...]:
    if not below:
        return ()
    first = below[0]
    title = [first]
    for line in below[1:]:
        alike = abs(line.size - first.size) < 0.3 and line_kind(line) is line_kind(first)
        near = line.top - title[-1].bottom < 1.2 * first.em
        centred = abs(line.box.middle - page.width / 2) < 6 and line.left > page.width * 0.2
        if not (alike and near and centred):
            break
        title.append(line)
    return tuple(title)
