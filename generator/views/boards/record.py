"""The posting record as a form to print: what hangs, with room for where, when and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.views.boards.sheets import Sheet

HEAD = ("公示件", "校验码", "页数", "张贴地点", "张贴日期", "经手人", "撤下日期", "经手人")
_NOTE = "张贴、撤下当天填写；填好以后记进 data/{year}/postings/，一次一个文件，校验码照抄。"


@dataclass(frozen=True, slots=True)
class RecordForm:
    """The form of one year: a line for each sheet, its last cells empty."""

    title: str
    bureau: str
    day: date
    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    note: str


def record_form(year: int, sheets: Sequence[Sheet], pages: Sequence[int]) -> RecordForm:
    """The form for a year's sheets; `pages` says how many each of them has."""
    return RecordForm(
        title=f"{year}年度公示件张贴记录",
        bureau=sheets[0].view.bureau,
        day=max(sheet.day for sheet in sheets),
        head=HEAD,
        lines=tuple(_lines(sheets, pages)),
        note=_NOTE.format(year=year),
    )


def _lines(sheets: Sequence[Sheet], pages: Sequence[int]) -> Iterator[tuple[str, ...]]:
    for sheet, count in zip(sheets, pages, strict=True):
        filled = (sheet.name_in_words, sheet.view.facts.digest, str(count))
        yield (*filled, *("",) * (len(HEAD) - len(filled)))
