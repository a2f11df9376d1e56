"""Which rows of a form are of which item: by their ids, or, where these are lost, by the text of the target."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.personal import masked
from generator.importing import refusals
from generator.importing.recognition import HIDDEN_ID, Layout
from generator.load.clerk.words import comparable
from generator.load.spreadsheet.workbook import Cell
from generator.model.indicator import AssessedItem
from generator.problem import Place, Problem
from generator.views import phrases

_ID = re.compile(r"[A-Z]{1,3}[0-9]{2}(-[0-9]{1,2})?", re.IGNORECASE)
_ENTERED = ("work", "figure", "state", "cause", "remedy")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an item: its id, empty if it is of none that there is, and its cells by the keys of their columns."""

    id: str
    place: Place
    cells: Mapping[str, Cell]

    def words(self, key: str) -> str:
        """What is compared of a cell's words; empty if there is none."""
        cell = self.cells.get(key)
        return "" if cell is None or cell.value is None else comparable(str(cell.value)).upper()


def item_rows(
    layout: Layout, items: Mapping[str, AssessedItem], issued: Collection[str], printed: Collection[str]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows below the head that are of items, and what is wrong with which item they are of.

    `issued` are the ids that stood on the form as it was sent out, `printed` what stands around the table.
    """
    rows: list[Row] = []
    doubts: list[Problem] = []
    met: dict[str, int] = {}
    for row in _candidates(layout, printed):
        name, doubt = _item_of(row, items, issued)
        if doubt is None and name in met:
            message = f"{name} 在第 {met[name]} 行已经有了"
            name, doubt = "", refusals.FORM_ROW.at(row.place, message, "两行合成一行，留下对的")
        if doubt is not None:
            doubts.append(doubt)
        met.setdefault(name, row.place.line)
        rows.append(Row(name, row.place, row.cells))
    return tuple(rows), tuple(doubts)


def _candidates(layout: Layout, printed: Collection[str]) -> Iterator[Row]:
    """The rows that name an item or in which something is filled in; not those of the form's foot."""
    labels = {cell.place.line for cell, _ in layout.labels.values()}
    for number, cells in layout.sheet.rows():
        if number <= layout.head or number in labels:
            continue
        if any(cell.value is not None and comparable(str(cell.value)) in printed for cell in cells):
            continue
        own = {key: layout.sheet.cell(number, column) for key, column in layout.columns.items()}
        first = own.get("id", cells[0])
        row = Row("", first.place, own)
        named = any(_ID.fullmatch(row.words(key)) for key in ("id", HIDDEN_ID))
        text = own.get("text")
        if named or (text and row.words("text")) or any(not own[key].blank for key in _ENTERED if key in own):
            yield row


def _item_of(
    row: Row, items: Mapping[str, AssessedItem], issued: Collection[str]
) -> tuple[str, Problem | None]:
    """The id of a row's item. The text and the id a clerk sees must agree; the hidden id helps where they are lost."""
    seen, hidden, text = row.words("id"), row.words(HIDDEN_ID), row.words("text")
    by_text = [one.id for one in items.values() if comparable(one.text).upper() == text]
    named = seen or (hidden if not by_text or hidden in by_text else "")
    if named in issued and named not in items:
        message = f"{named} 在表发出以后已经不归这个单位报了"
        return "", refusals.FORM_OUTDATED.at(row.place, message, "请办公室用 zhengben form 重新发表")
    if by_text and named and named not in by_text:
        message = f"编号是{named}，目标内容却是{by_text[0]}的"
        return by_text[0], refusals.FORM_ROW.at(row.place, message, "恢复原样：排序、粘贴要整行一起动")
    if not by_text and seen and hidden and seen != hidden:
        return "", refusals.FORM_ROW.at(
            row.place, f"编号写着{seen}，这一行原来是{hidden}", "恢复这一行原来的编号"
        )
    name = named or (by_text[0] if len(by_text) == 1 else "")
    if name in items:
        return name, None
    if name:
        return "", refusals.FORM_ROW.at(row.place, f"{name} 不是这个单位要报的目标", "删去这一行")
    shown = f"“{phrases.shortened(masked(text), 30)}”" if text else "这一行填了内容，却"
    message = f"{shown}不是计划里的目标，也没有编号" if text else f"{shown}没有编号和目标内容"
    return "", refusals.FORM_ROW.at(row.place, message, "删去这一行，或恢复它的编号和目标内容")
