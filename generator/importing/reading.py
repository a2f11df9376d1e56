"""Reads the cells of a recognised form: what each says, as the data writes it. No cell is passed over: what is not read is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from generator.compute.form import form_items, item_prints
from generator.compute.pace import target_quantity
from generator.compute.personal import masked
from generator.importing import refusals
from generator.importing.recognition import HIDDEN_ID, Asked, Layout, Mark
from generator.importing.rows import Row, item_rows
from generator.load.clerk.days import day
from generator.load.clerk.numbers import percentage, points, quantity
from generator.load.clerk.reading import Reading, original
from generator.load.clerk.words import comparable, passage, state
from generator.load.refusals import Refusal
from generator.load.spreadsheet.workbook import Cell, Kind, Sheet, Visibility, Workbook
from generator.model.goal import By, Done, Rate
from generator.model.indicator import AssessedItem
from generator.model.scalars import points_text, quantity_text
from generator.problem import Place, Problem
from generator.views import phrases
from generator.views.form import GUIDE, KEYS, MARK_SHEET, Form
from generator.views.form_inputs import HEAD_FIELDS
from generator.views.form_reply import DOUBT_SHEET

HEAD = ""
"""The id under which the fields beside the table are kept."""

Spot = tuple[str, str]
"""A field of an item, or of the head."""

_FIXED = ("text", "goal", "deadline")
"""What the plan says of an item, and must stand as it was sent out."""
_COUNTED = ("before", "points")
"""What the program fills in besides, for the clerk to look at."""
_NAMED = 8
"""So many cells are named one by one."""


@dataclass(slots=True)
class Filled:
    """What a form says: texts by item and field, as the data writes them, empty where nothing is filled in.

    A field that is not in `texts` is not asked for by this form, or its cell is doubtful. `cells` are where each was
    read, `problems` all that was found.
    """

    texts: dict[Spot, str] = field(default_factory=dict)
    cells: dict[Spot, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, spot: Spot, cell: Cell, reading: Reading[Any], written: str) -> None:
        """Keep what a cell says."""
        self.cells[spot] = cell
        self.problems += reading.problems
        if not reading.doubtful:
            self.texts[spot] = written

    def tell(self, refusal: Refusal, place: Place, message: str, hint: str) -> None:
        """Keep a problem."""
        self.problems.append(refusal.at(place, message, hint))


def read_form(workbook: Workbook, layout: Layout, asked: Asked, mark: Mark | None, expected: Form) -> Filled:
    """Read a form that was recognised; `expected` is the form as it would be sent out now."""
    reader = _Reader(layout, asked, mark, expected)
    reader.head()
    reader.rows()
    reader.leftovers(workbook)
    return reader.filled


class _Reader:
    """Reads one form, and remembers which cells it has looked at."""

    def __init__(self, layout: Layout, asked: Asked, mark: Mark | None, expected: Form) -> None:
        self.filled = Filled()
        self._layout = layout
        self._sheet = layout.sheet
        self._asked = asked
        self._expected = expected
        self._items = {item.id: item for item in form_items(asked.year, asked.unit.name, asked.quarter.id)}
        now = item_prints(self._items.values())
        self._altered = {name for name in now if mark and mark.prints.get(name, now[name]) != now[name]}
        self._issued = frozenset(mark.prints if mark else self._items)
        self._titles = {key: one.title for key, one in zip(KEYS, expected.columns, strict=True)}
        self._lines = {line.id: dict(zip(KEYS, line.cells, strict=True)) for line in expected.lines}
        self._seen: set[tuple[int, int]] = set()

    def head(self) -> None:
        """The titles of the columns; the labels beside the table and what stands behind each, or to its right."""
        for column in self._layout.columns.values():
            self._look_at(self._sheet.cell(self._layout.head, column))
        for key, (label, rest) in self._layout.labels.items():
            self._look_at(label)
            if key in HEAD_FIELDS:
                inside = replace(label, kind=Kind.TEXT, value=rest, merged=None)
                self._read_head(key, inside if rest else self._beside(label))
        if (HEAD, "reported") not in self.filled.cells:
            place = Place(self._sheet.file, 1, 1, self._sheet.name)
            self._tell(refusals.FORM_BLANK, place, "没有找到“填报日期”", "恢复这一格，填上报的日期")

    def rows(self) -> None:
        """The rows of items, and which items have none."""
        rows, doubts = item_rows(self._layout, self._items, self._issued, self._printed())
        self.filled.problems += doubts
        for row in rows:
            if row.id:
                for key, cell in row.cells.items():
                    if key != HIDDEN_ID or row.words(key) in self._issued:
                        self._look_at(cell)
                self._plan_cells(row)
                self._entries(row, self._items[row.id])
        self._absent({row.id for row in rows})

    def leftovers(self, workbook: Workbook) -> None:
        """Tell every cell that holds something and was not read."""
        printed = self._printed()
        for sheet in workbook.sheets:
            if sheet is not self._sheet:
                self._left_sheet(sheet)
                continue
            for spot, cell in sheet.cells.items():
                if spot not in self._seen and comparable(words(cell)) not in printed:
                    message = f"“{original(cell)}”不在报表要填的格子里，没有导入"
                    self._tell(refusals.FORM_LEFT, cell.place, message, "要上报的，写进报表的格子里")

    def _beside(self, label: Cell) -> Cell:
        """The cell to fill in that belongs to a label: the first to its right that is not part of it."""
        row, column = label.place.line, label.place.column
        return self._sheet.cell(row, (label.merged.right if label.merged else column) + 1)

    def _read_head(self, key: str, cell: Cell) -> None:
        self._look_at(cell)
        if key != "reported":
            told = passage(cell)
            self.filled.take((HEAD, key), cell, told, told.value or "")
            return
        found = day(cell)
        self.filled.take((HEAD, key), cell, found, found.value.isoformat() if found.value else "")
        if found.value is None and not found.doubtful:
            self._tell(
                refusals.FORM_BLANK, cell.place, "没有填写填报日期", "填上报的日期，写法如 2019年9月30日"
            )

    def _plan_cells(self, row: Row) -> None:
        """What the plan says must stand there as it was sent out."""
        item = self._items[row.id]
        if item.id in self._altered:
            goal, due = phrases.goal(item.goal), phrases.day(item.deadline)
            message = f"{item.id} 在表发出以后改过，现在是“{item.text}”，目标值{goal}，完成时限{due}"
            self._tell(
                refusals.FORM_OUTDATED, row.place, message, "请办公室用 zhengben form 重新发表，核对后再填"
            )
            return
        for key in (*_FIXED, *_COUNTED):
            cell, expected = row.cells.get(key), self._lines[item.id][key]
            if cell is None or comparable(words(cell)) == comparable(expected):
                continue
            shown = phrases.shortened(masked(words(cell)), 40)
            if key in _FIXED:
                message = (
                    f"{item.id} 的{self._titles[key]}应是“{phrases.shortened(expected, 40)}”，改成了“{shown}”"
                )
                self._tell(refusals.FORM_TEXT, cell.place, message, "恢复原样；改计划要另走程序")
            else:
                message = f"{item.id} 的{self._titles[key]}现在是“{expected}”，表里的“{shown}”没有导入"
                self._tell(refusals.FORM_LEFT, cell.place, message, "这一栏由程序填写，只供对照")

    def _entries(self, row: Row, item: AssessedItem) -> None:
        blank = []
        for key in ("work", "figure", "state", "cause", "remedy", "self_score", "evidence"):
            cell = row.cells.get(key)
            if cell is None:
                continue
            name, found, written = _read(key, cell, item, self._asked)
            self.filled.take((item.id, name), cell, found, written)
            if key in ("work", "state") and not written and not found.doubtful:
                blank.append((cell, self._titles[key]))
        if blank:
            titles = "和".join(title for _, title in blank)
            message = f"{item.id} 没有填写{titles}"
            self._tell(refusals.FORM_BLANK, blank[0][0].place, message, "没有进展的也要填，写明情况")

    def _absent(self, met: set[str]) -> None:
        place = Place(self._sheet.file, self._layout.head, 1, self._sheet.name)
        absent = [name for name in self._items if name not in met]
        added = [name for name in absent if name not in self._issued]
        lost = [name for name in absent if name in self._issued]
        if added:
            message = f"表发出以后计划给{self._asked.unit.name}加了目标：{'、'.join(added)}"
            self._tell(refusals.FORM_OUTDATED, place, message, "请办公室用 zhengben form 重新发表")
        if lost:
            hint = "恢复这些行；没有进展的也要填"
            self._tell(refusals.FORM_ROW, place, f"表里没有{'、'.join(lost)}的行", hint)

    def _left_sheet(self, sheet: Sheet) -> None:
        if sheet.name in (MARK_SHEET, DOUBT_SHEET) or not sheet.cells:
            return
        cells = list(sheet.cells.values())
        hidden = "" if sheet.visibility is Visibility.VISIBLE else "隐藏的"
        names = "、".join(cell.place.cell for cell in cells[:_NAMED])
        more = f"等{len(cells)}格" if len(cells) > _NAMED else ""
        message = f"{hidden}工作表“{sheet.name}”里的{names}{more}没有导入"
        self._tell(refusals.FORM_LEFT, cells[0].place, message, "要上报的，写进报表的格子里")

    def _printed(self) -> frozenset[str]:
        """What stands on the form around the table as it was sent out."""
        leaf = self._expected.leaf
        signed, *notes = leaf.sheet.below
        rest = signed.partition("：")[2]
        around = (leaf.part.label, leaf.part.title.text, *leaf.sheet.above, signed, rest, *notes, GUIDE)
        return frozenset(map(comparable, around))

    def _look_at(self, cell: Cell) -> None:
        self._seen.add((cell.place.line, cell.place.column))

    def _tell(self, refusal: Refusal, place: Place, message: str, hint: str) -> None:
        self.filled.tell(refusal, place, message, hint)


def words(cell: Cell) -> str:
    """All that a cell says, as text."""
    return "" if cell.value is None else str(cell.value)


def _read(key: str, cell: Cell, item: AssessedItem, asked: Asked) -> tuple[str, Reading[Any], str]:
    """The field that a cell is of, what it says, and that as the data writes it."""
    if key == "figure":
        return _figure(cell, item)
    if key == "state":
        chosen = state(cell, asked.year.plan.states)
        return key, chosen, chosen.value.id if chosen.value else ""
    if key == "self_score":
        scored = points(cell)
        return key, scored, "" if scored.value is None else points_text(scored.value)
    told = passage(cell)
    return key, told, told.value or ""


def _figure(cell: Cell, item: AssessedItem) -> tuple[str, Reading[Any], str]:
    goal = item.goal
    if isinstance(goal, (By, Done)):
        done = day(cell)
        return "done_on", done, done.value.isoformat() if done.value else ""
    unit = "%" if isinstance(goal, Rate) else goal.unit
    small = (target_quantity(item) or 0) <= 1
    reached = percentage(cell, small=small) if unit == "%" else quantity(cell, unit)
    return "cumulative", reached, "" if reached.value is None else quantity_text(reached.value)
