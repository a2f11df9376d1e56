"""A circular as PDF: tagged and archival (PDF/A-2a, PDF/UA-1), on the grid of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.load.fonts import Fonts
from generator.problem import Problem
from generator.render.circular_pdf.doubts import part_texts, texts, unsettled_titles
from generator.render.circular_pdf.values import circular_values, date_values, least_pages, part_values
from generator.render.typesetting import Setting, Typesetter, lacking
from generator.views.circular import Leaf, Part, PrintedCircular

_TEMPLATES = Path("theme", "circular")

_MOST_SHEET_PAGES = 10
"""A table laid across that would take more pages in 五号 is set in 小五."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """What may give way where lines fall badly: the blank lines above the signature (with two, the seal's top is
    just within a line of the text) and above an enclosed document's title; the last lines of the text may be
    taken along to the signature's page, and 主送 may move to the imprint. Tables laid across are set in 五号, or
    in 小五 where one would take too many pages.
    """

    blank_lines: int = 2
    blank_lines_above_enclosure: int = 2
    keep_last_lines: bool = False
    to_in_imprint: bool = False
    small_sheets: bool = False


class CircularPress:
    """Prints circulars as PDF with one set of fonts; `root` is the project's folder.

    The binding edge is the left one of every page, or, `mirrored`, the inner one of sheets printed on both sides.
    """

    def __init__(self, root: Path, fonts: Fonts, *, mirrored: bool = False) -> None:
        self._fonts = fonts
        self._mirrored = mirrored
        self._typesetter = Typesetter(root / _TEMPLATES, fonts)

    def doubts(self, circular: PrintedCircular) -> tuple[Problem, ...]:
        """What stands against printing: characters no font has, and titles that broke at no good place."""
        return (*lacking(texts(circular), self._fonts), *unsettled_titles(circular))

    def pdf(self, circular: PrintedCircular) -> bytes:
        """Print a circular that has no doubts of level error. Where lines fell badly, it is set again."""
        layout, setting = self._opened(circular)
        if _signature_stranded(setting):
            ways = _closer(layout, circular)
            layout, setting = self._mend(circular, _parted, ways) or (layout, setting)
        if _page_left_blank(setting):
            ways = _shorter(layout, circular)
            layout, setting = self._mend(circular, _page_left_blank, ways) or (layout, setting)
        return setting.pdf(circular.date)

    def leaf_doubts(self, leaf: Leaf) -> tuple[Problem, ...]:
        """What stands against printing a table by itself: characters no font has."""
        return tuple(lacking(part_texts(leaf.part), self._fonts))

    def leaf(self, leaf: Leaf) -> bytes:
        """Print a table laid across that is a file of its own."""
        document = {
            "title": leaf.title,
            "author": leaf.organs,
            "date": date_values(leaf.date),
            "draft": leaf.draft,
            "part": part_values(leaf.part),
            "mirrored": self._mirrored,
        }
        text = "".join(text for text, _, _ in part_texts(leaf.part)) + leaf.draft
        large, small = (
            self._typesetter.set("annex.typ", {**document, "small": small}, text) for small in (False, True)
        )
        return (small if _long((leaf.part,)) or _too_long(large) else large).pdf(leaf.date)

    def _opened(self, circular: PrintedCircular) -> tuple[_Layout, Setting]:
        """Set so that tables laid across are not too long, and the first page shows some of the text."""
        layout = _Layout(small_sheets=_long(circular.parts))
        setting = self._set(circular, layout)
        if not layout.small_sheets and _too_long(setting):
            layout = replace(layout, small_sheets=True)
            setting = self._set(circular, layout)
        if _text_begins_late(setting):
            layout = replace(layout, to_in_imprint=True)
            setting = self._set(circular, layout)
        return layout, setting

    def _mend(
        self, circular: PrintedCircular, fault: Callable[[Setting], bool], ways: Iterable[_Layout]
    ) -> tuple[_Layout, Setting] | None:
        """The first way to set the circular that is free of the fault."""
        settings = ((layout, self._set(circular, layout)) for layout in ways)
        return next(((layout, setting) for layout, setting in settings if not fault(setting)), None)

    def _set(self, circular: PrintedCircular, layout: _Layout) -> Setting:
        document = {
            "circular": circular_values(circular),
            "layout": asdict(layout),
            "mirrored": self._mirrored,
        }
        text = "".join(text for text, _, _ in texts(circular))
        return self._typesetter.set("circular.typ", document, text)


def _long(parts: Iterable[Part]) -> bool:
    """Whether a table is so long that it need not be set in 五号 to know it."""
    return any(part.sheet is not None and least_pages(part.sheet) > _MOST_SHEET_PAGES for part in parts)


def _too_long(setting: Setting) -> bool:
    """Whether a table laid across takes too many pages as it was set."""
    return bool(setting.facts()["longest_sheet"] > _MOST_SHEET_PAGES)


def _text_begins_late(setting: Setting) -> bool:
    """Whether the first page shows none of the text (GB/T 9704-2012, 7.3.2)."""
    return bool(setting.facts()["start"] > 1)


def _signature_stranded(setting: Setting) -> bool:
    """Whether the signature stands on a page that has none of the text."""
    facts = setting.facts()
    return bool(facts["signature"] > facts["text_end"])


def _parted(setting: Setting) -> bool:
    """Whether bringing text and signature together failed, or took the text from the first page."""
    return _signature_stranded(setting) or _text_begins_late(setting)


def _closer(layout: _Layout, circular: PrintedCircular) -> Iterator[_Layout]:
    """Ways to bring text and signature together; 主送 leaves the first page only if nothing else does."""
    for to_in_imprint in sorted({layout.to_in_imprint, bool(circular.to)}):
        moved = replace(layout, to_in_imprint=to_in_imprint)
        yield from (moved, replace(moved, blank_lines=1), replace(moved, keep_last_lines=True))


def _shorter(layout: _Layout, circular: PrintedCircular) -> Iterator[_Layout]:
    """Ways to save the lines for which a page would stay blank."""
    if not circular.parts:
        yield replace(layout, blank_lines=1)
    else:
        yield from (replace(layout, blank_lines_above_enclosure=lines) for lines in (1, 0))


def _page_left_blank(setting: Setting) -> bool:
    """Whether a blank page was put before the imprint to bring it to an even one."""
    return bool(setting.facts()["blank"])
