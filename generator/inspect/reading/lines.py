"""Characters become lines of text: those that share a baseline, from left to right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from generator.inspect.reading.characters import Character
from generator.inspect.reading.facts import MILLIMETRES_PER_POINT, Box, Font, Glyph, Line
from generator.inspect.reading.frame import turned_box, turned_point

USUAL_CENTRE = 0.34
"""Where the middle of a Chinese character stands above the baseline, in ems, if its font does not tell."""

_SAME_BASELINE = 0.3
_FULL_HEIGHT = 0.8


def glyphs(
    found: Iterable[Character], quarters: int, width: float, height: float, fonts: Mapping[Font, Font]
) -> list[Glyph]:
    """Characters that stand turned by `quarters`, as they are seen once the page is turned back upright."""
    back = -quarters % 4
    seen: list[Glyph] = []
    for each in found:
        left, baseline = turned_point(*each.origin, back, width, height)
        seen.append(
            Glyph(
                text=each.text,
                left=left,
                right=left + each.advance,
                baseline=baseline,
                ink=turned_box(each.ink, back, width, height),
                size=each.size,
                font=fonts[each.font],
                colour=each.colour,
                thickened=each.thickened,
                readable=each.readable,
            )
        )
    return seen


def measured_fonts(found: Iterable[Character]) -> dict[Font, Font]:
    """Each font with the middle of its Chinese characters, taken from the ink of those that occur upright."""
    middles: dict[Font, list[float]] = defaultdict(list)
    for each in found:
        em = each.size * MILLIMETRES_PER_POINT
        middles[each.font]
        if each.turns == 0 and each.ink.height > _FULL_HEIGHT * em and "\u4e00" <= each.text <= "\u9fff":
            middles[each.font].append((each.origin[1] - each.ink.centre) / em)
    return {
        font: Font(font.name, font.embedded, font.bold, median(values) if values else None)
        for font, values in middles.items()
    }


def lines(page: int, seen: Sequence[Glyph]) -> tuple[Line, ...]:
    """Lines from top to bottom, those at one height from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(seen, key=lambda glyph: (glyph.baseline, glyph.left)):
        row = next((row for row in reversed(rows[-4:]) if _same_line(row[0], glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    return tuple(
        sorted((line_of(page, row) for row in rows), key=lambda line: (round(line.baseline, 1), line.left))
    )


def line_of(page: int, row: Iterable[Glyph]) -> Line:
    """One line of the given characters; its size and baseline are those of most of its Chinese characters."""
    ordered = tuple(sorted(row, key=lambda glyph: glyph.left))
    chinese = [glyph for glyph in ordered if glyph.han] or list(ordered)
    size = Counter(round(glyph.size, 1) for glyph in chinese).most_common(1)[0][0]
    usual = [glyph for glyph in chinese if abs(glyph.size - size) < 0.1]
    baseline = median(glyph.baseline for glyph in usual)
    size = median(glyph.size for glyph in usual)
    centres = [glyph.font.centre for glyph in usual if glyph.font.centre is not None]
    em = size * MILLIMETRES_PER_POINT
    middle = baseline - (median(centres) if centres else USUAL_CENTRE) * em
    inks = [glyph.ink for glyph in ordered]
    return Line(
        page=page,
        glyphs=ordered,
        text="".join(glyph.text for glyph in ordered),
        baseline=baseline,
        size=size,
        box=Box(ordered[0].left, middle - em / 2, max(glyph.right for glyph in ordered), middle + em / 2),
        ink=Box(
            min(ink.left for ink in inks),
            min(ink.top for ink in inks),
            max(ink.right for ink in inks),
            max(ink.bottom for ink in inks),
        ),
    )


def pieces(line: Line, gap: float = 1.2) -> tuple[Line, ...]:
    """A line cut where a blank of more than `gap` characters stands in it."""
    parts: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if parts[-1] and glyph.left - parts[-1][-1].right > gap * line.em:
            parts.append([])
        parts[-1].append(glyph)
    return (line,) if len(parts) == 1 else tuple(line_of(line.page, part) for part in parts)


def _same_line(first: Glyph, glyph: Glyph) -> bool:
    return abs(first.baseline - glyph.baseline) < _SAME_BASELINE * min(first.em, glyph.em)
