"""A circular as PDF: tagged and archival (PDF/A-2a, PDF/UA-1), on the grid of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator.load.fonts import GLYPH, Fonts
from generator.load.refusals import Refusal
from generator.problem import Level, Place, Problem
from generator.render.typesetting import Setting, Typesetter
from generator.views.circular import Part, PrintedCircular, Title
from generator.views.prose import Block, Heading, Paragraph, Roster, Table

_TEMPLATE = Path("theme", "circular", "circular.typ")

TITLE_BREAK = Refusal(
    "title_break",
    "标题回行要词意完整，排成梯形或菱形。程序只在认识的词之间回行；没有合适的地方时，只好断在别处，要请人看一看。",
    "标题里没有登记过的词，断在了一个词中间",
    "title_lines:\n  - 关于印发《某某局\n  - 工作方案》的通知",
    Level.WARNING,
)

_TEXT, _TITLE = ("fangsong",), ("xiaobiaosong",)
_HEADINGS = {1: ("hei",), 2: ("kai",), 3: _TEXT, 4: _TEXT}


@dataclass(frozen=True, slots=True)
class _Layout:
    """What may give way where lines fall badly: the blank lines above the signature (with two, the seal's top is
    just within a line of the text) and above an enclosed document's title; the last lines of the text may be
    taken along to the signature's page, and 主送 may move to the imprint.
    """

    blank_lines: int = 2
    blank_lines_above_enclosure: int = 2
    keep_last_lines: bool = False
    to_in_imprint: bool = False


class CircularPress:
    """Prints circulars as PDF with one set of fonts; `root` is the project's folder.

    The binding edge is the left one of every page, or, `mirrored`, the inner one of sheets printed on both sides.
    """

    def __init__(self, root: Path, fonts: Fonts, *, mirrored: bool = False) -> None:
        self._fonts = fonts
        self._mirrored = mirrored
        self._typesetter = Typesetter(root / _TEMPLATE, fonts)

    def doubts(self, circular: PrintedCircular) -> tuple[Problem, ...]:
        """What stands against printing: characters no font has, and titles that broke at no good place."""
        return (*_missing_glyphs(circular, self._fonts), *_unsettled_titles(circular))

    def pdf(self, circular: PrintedCircular) -> bytes:
        """Print a circular that has no doubts of level error. Where lines fell badly, it is set again."""
        layout = _Layout()
        setting = self._set(circular, layout)
        if _text_begins_late(setting):
            layout = replace(layout, to_in_imprint=True)
            setting = self._set(circular, layout)
        if _signature_stranded(setting):
            ways = [replace(layout, blank_lines=1), replace(layout, keep_last_lines=True)]
            layout, setting = self._mend(circular, _signature_stranded, ways) or (layout, setting)
        if _page_left_blank(setting):
            ways = [replace(layout, blank_lines_above_enclosure=lines) for lines in (1, 0)]
            ways = ways if circular.parts else [replace(layout, blank_lines=1)]
            layout, setting = self._mend(circular, _page_left_blank, ways) or (layout, setting)
        return setting.pdf(circular.date)

    def _mend(
        self, circular: PrintedCircular, fault: Callable[[Setting], bool], ways: Iterable[_Layout]
    ) -> tuple[_Layout, Setting] | None:
        """The first way to set the circular that is free of the fault."""
        settings = ((layout, self._set(circular, layout)) for layout in ways)
        return next(((layout, setting) for layout, setting in settings if not fault(setting)), None)

    def _set(self, circular: PrintedCircular, layout: _Layout) -> Setting:
        document = {"circular": _values(circular), "layout": asdict(layout), "mirrored": self._mirrored}
        text = "".join(text for text, _, _ in _texts(circular))
        return self._typesetter.set(document, text)


def _text_begins_late(setting: Setting) -> bool:
    """Whether the first page shows none of the text (GB/T 9704-2012, 7.3.2)."""
    return bool(setting.facts()["start"] > 1)


def _signature_stranded(setting: Setting) -> bool:
    """Whether the signature stands on a page that has none of the text."""
    facts = setting.facts()
    return bool(facts["signature"] > facts["text_end"])


def _page_left_blank(setting: Setting) -> bool:
    """Whether a blank page was put before the imprint to bring it to an even one."""
    return bool(setting.facts()["blank"])


def _values(circular: PrintedCircular) -> dict[str, Any]:
    return {
        "form": circular.form.value,
        "head": asdict(circular.head),
        "title": _title_values(circular.title),
        "to": circular.to,
        "blocks": [_block_values(block) for block in circular.blocks],
        "annex_list": circular.annex_list,
        "closing": asdict(circular.closing),
        "parts": [_part_values(part) for part in circular.parts],
        "imprint": asdict(circular.imprint),
        "date": {"year": circular.date.year, "month": circular.date.month, "day": circular.date.day},
    }


def _part_values(part: Part) -> dict[str, Any]:
    blocks = [_block_values(block) for block in part.blocks]
    return {"label": part.label, "title": _title_values(part.title), "blocks": blocks}


def _title_values(title: Title) -> dict[str, Any]:
    return {"text": title.text, "lines": title.lines}


def _block_values(block: Block) -> dict[str, Any]:
    values = asdict(block)
    del values["place"]
    return {"kind": type(block).__name__.lower(), **values}


def _missing_glyphs(circular: PrintedCircular, fonts: Fonts) -> Iterator[Problem]:
    for text, place, roles in _texts(circular):
        for char in sorted(fonts.lacking(text, roles)):
            names = "、".join(dict.fromkeys(fonts.faces[role].name for role in roles))
            yield GLYPH.at(
                place,
                f"{names}和生僻字字体里都没有“{char}”（U+{ord(char):04X}），印不出来",
                "换一个字，或在 site_config.yml 的 extra: zhengben: fonts: 下用 rare: 指定含有这个字的字体文件",
            )


def _unsettled_titles(circular: PrintedCircular) -> Iterator[Problem]:
    for title in (circular.title, *(part.title for part in circular.parts)):
        if not title.settled:
            yield TITLE_BREAK.at(
                title.place,
                f"标题“{title.text}”不知道在哪两个词之间回行，暂时断成：{' / '.join(title.lines)}",
                "在 title_lines 里逐行写明标题怎样回行",
            )


def _texts(circular: PrintedCircular) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """Everything that is printed, with its place and the roles of the fonts it is printed in."""
    head, closing, imprint = circular.head, circular.closing, circular.imprint
    yield head.draft + head.secrecy + head.urgency, circular.place, ("hei",)
    yield "".join(head.organs) + head.mark_end, circular.place, _TITLE
    yield "".join(head.signers), circular.place, ("kai",)
    yield head.copy_number + head.number + circular.to, circular.place, _TEXT
    yield "".join(circular.annex_list), circular.place, _TEXT
    yield "".join((*closing.organs, closing.date, closing.post, closing.note)), circular.place, _TEXT
    yield "".join(f"{role}{people}" for role, people in closing.attendance), circular.place, ("hei", *_TEXT)
    yield imprint.cc + imprint.body + imprint.date, circular.place, _TEXT
    yield circular.title.text, circular.title.place, _TITLE
    for block in circular.blocks:
        yield from _block_texts(block)
    for part in circular.parts:
        yield part.label, part.title.place, ("hei",)
        yield part.title.text, part.title.place, _TITLE
        for block in part.blocks:
            yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    match block:
        case Heading():
            yield block.text, block.place, _HEADINGS[block.level]
        case Paragraph():
            yield block.run_in, block.place, _HEADINGS[block.level or 3]
            yield block.text, block.place, _TEXT
        case Roster():
            for line in block.lines:
                yield line.role + line.name + line.post + line.note, block.place, _TEXT
        case Table():
            yield "".join(block.head), block.place, ("hei",)
            yield "".join(cell for row in block.rows for cell in row), block.place, _TEXT
