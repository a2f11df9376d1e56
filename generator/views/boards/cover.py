"""The cover of a year's sheets for the print shop: what is in the file, on which paper, and how to print it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.settings import Boards
from generator.views.boards.sheets import Sheet


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One sheet: its number, name, paper, how many pages, and where it begins in the file."""

    number: str
    name: str
    paper: str
    pages: str
    begins: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover: the sheets of one year in their order, and instructions in a line each."""

    title: str
    bureau: str
    day: date
    head: tuple[str, ...]
    lines: tuple[CoverLine, ...]
    notes: tuple[str, ...]
    draft: str


def cover(year: int, sheets: Sequence[Sheet], pages: Sequence[int], settings: Boards) -> Cover:
    """The cover of a year's sheets; `pages` says how many each of them has."""
    first = sheets[0].view
    return Cover(
        title=f"{year}年度公示件合订本",
        bureau=first.bureau,
        day=max(sheet.day for sheet in sheets),
        head=("序号", "名称", "纸张", "页数", "从第几页起"),
        lines=tuple(_lines(sheets, pages, step=2 if settings.blank_backs else 1)),
        notes=tuple(_notes(sum(pages), settings)),
        draft=first.facts.draft,
    )


def _lines(sheets: Sequence[Sheet], pages: Sequence[int], step: int) -> Iterator[CoverLine]:
    begins = 1 + step
    for number, (sheet, count) in enumerate(zip(sheets, pages, strict=True), 1):
        yield CoverLine(str(number), sheet.name_in_words, sheet.paper_name, str(count), str(begins))
        begins += step * count


def _notes(pages: int, settings: Boards) -> Iterator[str]:
    yield f"共{pages}张，都只印正面；按实际大小（100%）印，不要缩放。"
    if settings.blank_backs:
        yield "每张后面已加一页空白，用双面机器印也只有正面有字。"
    else:
        yield "用双面机器印的，请关掉双面。"
    yield f"颜色：{'彩色' if settings.colour else '黑白'}。"
    cut = f"每边留{settings.bleed}毫米出血" if settings.bleed else "不留出血"
    yield f"裁切：{cut}，{'四角有裁切线' if settings.marks else '没有裁切线'}。"
