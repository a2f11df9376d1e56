"""The body (正文): its lines of running text, and the paragraphs and headings they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.inspect.fonts import Kind, line_kind
from generator.inspect.parts.area import Area
from generator.inspect.parts.headings import Outline, numbered
from generator.inspect.reading.facts import Glyph, Line
from generator.inspect.reading.lines import pieces

_ATTENDANCE = re.compile(r"^(?:出\s*席|请\s*假|列\s*席)[：:]")
_LARGE = 18.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its lines, the level of the heading it opens with (0: none), and that heading's characters.

    In minutes, 出席：, 请假： and 列席： open a paragraph too, though they are no heading of any level. `numbered` is how many of the heading's characters are its number. `listed` says that its lines are set in
    columns, as in a roster, so that their left edges are no rule's business.
    """

    lines: tuple[Line, ...]
    level: int
    heading: tuple[Glyph, ...]
    numbered: int
    listed: bool

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(line.text for line in self.lines)

    @property
    def rest(self) -> tuple[Glyph, ...]:
        """Its characters after the heading."""
        return tuple(glyph for line in self.lines for glyph in line.glyphs)[len(self.heading) :]


@dataclass(frozen=True, slots=True)
class Body:
    """The body's lines page by page, its paragraphs, and on which pages it runs on to the next one.

    `entered` are the pages that begin with it, `full` those which it fills from the first line to the last and
    then goes on, `titles` the lines of titles that stand within it, as over a document issued by a notice.
    """

    pages: dict[int, tuple[Line, ...]]
    paragraphs: tuple[Paragraph, ...]
    entered: tuple[int, ...]
    full: tuple[int, ...]
    titles: tuple[Line, ...] = ()

    def on(self, page: int) -> tuple[Line, ...]:
        """Its lines on one page."""
        return self.pages.get(page, ())

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines in order."""
        return tuple(line for page in sorted(self.pages) for line in self.pages[page])


def body_of(
    texts: Sequence[Sequence[Line]], area: Area, first_lines: dict[int, Line], ended: set[int]
) -> Body:
    """The body from the lines that are left once every other part is taken away.

    `texts` holds them for each page; `first_lines` is the topmost line of each page, whatever it belongs to;
    `ended` are the pages on which something else (signature, list of annexes, imprint, a table) stands below.
    """
    titles: list[Line] = []
    pages: dict[int, tuple[Line, ...]] = {}
    for text in texts:
        lines: list[Line] = []
        for line in text:
            (titles if _like_title(line) else lines).append(line)
        if lines:
            pages[lines[0].page] = tuple(lines)
    entered = tuple(page for page, lines in pages.items() if page > 1 and first_lines.get(page) is lines[0])
    full = tuple(page for page in entered if page + 1 in entered and page not in ended)
    every_line = [line for lines in pages.values() for line in lines]
    return Body(pages, tuple(_paragraphs(every_line, area)), entered, full, tuple(titles))


def _like_title(line: Line) -> bool:
    if numbered(line.text):
        return False
    return line.size >= _LARGE or (
        line_kind(line) is Kind.TITLE_SONG and line.size > 15 and len(line.glyphs) < 30
    )


def _paragraphs(lines: Sequence[Line], area: Area) -> list[Paragraph]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, area):
            groups[-1].append(line)
        else:
            groups.append([line])
    outline = Outline()
    return [_paragraph(group, area, outline) for group in groups]


def _goes_on(above: Line, line: Line, area: Area) -> bool:
    filled = above.right > area.text_right(above.page) - 1.6 * area.em
    indented = line.left > area.left(line.page) + 1.5 * area.em
    return filled and not (
        indented and (numbered(line.text) or above.text.endswith(("。", "：", "！", "？")))
    )


def _paragraph(lines: Sequence[Line], area: Area, outline: Outline) -> Paragraph:
    glyphs = [glyph for line in lines for glyph in line.glyphs]
    text = "".join(glyph.text for glyph in glyphs)
    number = numbered(text)
    level = outline.level(number) if number else 0
    label = _ATTENDANCE.match(text)
    if number and level < 3:
        stop = text.find("。")
        end = stop + 1 if stop >= 0 else len(glyphs)
    else:
        end = number.length if number else label.end() if label else 0
    return Paragraph(
        lines=tuple(lines),
        level=level,
        heading=tuple(glyphs[:end]),
        numbered=number.length if number else 0,
        listed=len(pieces(lines[0])) > 1
        or (len(lines) == 1 and lines[0].left > area.left(lines[0].page) + 3 * area.em),
    )
