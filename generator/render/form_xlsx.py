"""A form to fill in as a spreadsheet: what the plan says is locked, the cells to fill in check and explain themselves.

The sheet is protected without a password: that keeps a slip from spoiling it, and nobody out who knows what he does.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]  # likewise

from generator.render.worksheet import (
    HEAD_FONT,
    PLAIN,
    Formats,
    column_widths,
    head_row,
    name_book,
    row_height,
    set_up_page,
    title_rows,
)
from generator.views.form import GUIDE, ID_TITLE, KEYS, MARK_SHEET, Form, FormLine
from generator.views.form_inputs import FormField, Input, InputKind
from generator.views.form_reply import DOUBT_SHEET, Doubt

_WIDTH = 148.0
"""How wide the printed columns are together, in Excel's unit."""

_LEAST_HEIGHT = 46.0
"""The least height of an item's row in points: three lines, written by hand or typed."""

_HEAD_HEIGHT = 24.0
"""The height of the title and of the row below it."""

_ENTRY, _WANTED = "#FFF8DC", "#F8CBAD"
"""The ground of a cell to fill in, and of one that is still wanted."""

_DOUBT_COLUMNS = {"目标编号": 11.0, "栏目": 16.0, "填的内容": 26.0, "问题": 50.0, "怎样改": 40.0}
"""The columns of the list of doubts, and their widths."""

_MOST = 255
"""So long may the words be that are shown beside a cell."""

_NO_DAY = datetime(2000, 1, 1)
"""The day of a file that belongs to no form: nothing comes from the clock."""

_NUMBER_FORMATS = {
    InputKind.TEXT: "@",
    InputKind.CHOICE: "@",
    InputKind.DAY: "yyyy-m-d",
    InputKind.NUMBER: "General",
}
"""How cells show what is typed. A number's is left to the program, for then a day typed there by mistake shows as one."""

_ALLOWED = {
    "format_cells": True,
    "format_rows": True,
    "format_columns": True,
    "sort": True,
    "autofilter": True,
}
_REFUSALS = {
    InputKind.NUMBER: "这里只填数字，不写单位、“约”和文字",
    InputKind.DAY: "这里只填日期，写法如 2019-9-30，年、月、日写全",
    InputKind.CHOICE: "请从下拉列表里选一项",
}


def form_xlsx(form: Form) -> bytes:
    """The workbook: the form, and a hidden sheet by which it is known again; the same form gives the same bytes."""
    return _packed(form, ())


def reply_xlsx(form: Form | None, doubts: Sequence[Doubt]) -> bytes:
    """A form that was filled in, with its doubtful cells marked and a sheet of the doubts; the sheet alone if no form
    could be made out.
    """
    return _packed(form, doubts)


def _packed(form: Form | None, doubts: Sequence[Doubt]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, PLAIN) as book:
        formats = Formats(book)
        if form is not None:
            name_book(book, form.leaf)
            _Writer(book.add_worksheet(form.leaf.part.label), formats, form).write()
        else:
            book.set_properties({"created": _NO_DAY})
        if doubts:
            _doubts(book.add_worksheet(DOUBT_SHEET), formats, doubts)
        if form is not None:
            _mark(book.add_worksheet(MARK_SHEET), form)
    return packed.getvalue()


class _Writer:
    """Writes one form onto its sheet, from the top down."""

    def __init__(self, page: Any, formats: Formats, form: Form) -> None:
        self._page = page
        self._formats = formats
        self._form = form
        self._printed = len(form.leaf.sheet.columns)
        self._taking: dict[Input, list[tuple[int, int]]] = {}
        self._entry = KEYS.index("work")

    def write(self) -> None:
        """Write all of it."""
        form, page = self._form, self._page
        row = self._above(title_rows(page, self._formats, form.leaf, self._printed - 1))
        head_row(page, self._formats, row, form.columns)
        page.write_string(row, len(form.columns), ID_TITLE)
        first = row + 1
        widths = column_widths(form.leaf.sheet.columns, _WIDTH)
        for row, (line, printed) in enumerate(zip(form.lines, form.leaf.sheet.lines, strict=True), first):
            page.set_row(row, max(_LEAST_HEIGHT, row_height(printed.cells, widths)))
            self._line(row, line)
        last = self._below(first + len(form.lines))
        self._check()
        inner = column_widths(form.columns[self._printed :], 0)
        for place, width in enumerate((*widths, *inner)):
            page.set_column(place, place, width)
        page.set_column(len(form.columns), len(form.columns), None, None, {"hidden": True})
        set_up_page(page, first)
        page.print_area(0, 0, last, self._printed - 1)
        page.protect("", _ALLOWED)

    def _above(self, row: int) -> int:
        """Who reports, of which quarter, and on which day."""
        by, quarter, _ = self._form.leaf.sheet.above
        plain = self._formats.of(border=0)
        self._page.merge_range(row, 0, row, self._entry - 1, by, plain)
        self._page.write_string(row, self._entry, quarter, plain)
        self._field(row, self._entry + 1, self._printed - 2, self._form.reported)
        for place in (row - 1, row):
            self._page.set_row(place, _HEAD_HEIGHT)
        return row + 1

    def _line(self, row: int, line: FormLine) -> None:
        for place, (words, taken) in enumerate(zip(line.cells, line.inputs, strict=True)):
            if taken is None:
                centred = {"align": "center"} if self._form.columns[place].centred else {}
                self._page.write_string(row, place, words, self._formats.of(**centred))
            else:
                self._enter(row, place, taken, centred=self._form.columns[place].centred)
        self._page.write_string(row, len(line.cells), line.id)

    def _below(self, row: int) -> int:
        """Who filled it in, the line for the others to sign, and how it is filled in; the last row's number."""
        signed, *notes = self._form.leaf.sheet.below
        filled_by, *others = self._form.closing
        plain = self._formats.of(border=0)
        self._field(row, 0, self._entry, filled_by)
        rest = signed.removeprefix(filled_by.label).lstrip("　")
        self._page.merge_range(row, self._entry + 1, row, self._printed - 1, rest, plain)
        for field in others:
            row += 1
            self._field(row, 0, self._entry, field)
        width = sum(column_widths(self._form.leaf.sheet.columns, _WIDTH))
        for note in (*notes, GUIDE):
            row += 1
            self._page.merge_range(row, 0, row, self._printed - 1, note, plain)
            self._page.set_row(row, row_height((note,), (width,)))
        return row

    def _field(self, row: int, first: int, place: int, field: FormField) -> None:
        """A cell beside the table, with its words in the cells before it."""
        label = self._formats.of(border=0, align="right")
        self._page.merge_range(row, first, row, place - 1, field.label, label)
        self._enter(row, place, field.input, centred=False)

    def _enter(self, row: int, place: int, taken: Input, *, centred: bool) -> None:
        align = {"align": "center"} if centred else {}
        shown = {"num_format": _NUMBER_FORMATS[taken.kind]}
        ground = _WANTED if taken.doubt else _ENTRY
        cell = self._formats.of(locked=False, bg_color=ground, **align, **shown)
        match taken.value:
            case date() as day:
                self._page.write_datetime(row, place, datetime.combine(day, time()), cell)
            case Decimal() as number:
                self._page.write_number(row, place, float(number), cell)
            case "":
                self._page.write_blank(row, place, None, cell)
            case words:
                self._page.write_string(row, place, str(words), cell)
        self._taking.setdefault(replace(taken, value=""), []).append((row, place))

    def _check(self) -> None:
        """Have the cells that take the same checked by one rule: a file of many rules is slow to open."""
        for taken, cells in self._taking.items():
            (row, place), *others = cells
            told = {**_validation(taken), "other_cells": [(*cell, *cell) for cell in others]}
            self._page.data_validation(row, place, row, place, told)
            if taken.wanted_by:
                self._want(cells, taken.wanted_by)

    def _want(self, cells: Sequence[tuple[int, int]], state: str) -> None:
        """Show the cells of a column as wanted while they are blank and the state asks for them."""
        (row, place), (last, _) = cells[0], cells[-1]
        asks = xl_rowcol_to_cell(row, KEYS.index("state"), col_abs=True)
        own = xl_rowcol_to_cell(row, place)
        wanted = self._formats.of(bg_color=_WANTED)
        rule = {"type": "formula", "criteria": f'=AND({asks}="{state}",LEN(TRIM({own}))=0)', "format": wanted}
        self._page.conditional_format(row, place, last, place, rule)


def _validation(taken: Input) -> dict[str, Any]:
    """What the program checks of a cell as it is filled in, and what it says."""
    told: dict[str, Any] = {
        "input_title": "需要核对" if taken.doubt else "填写说明",
        "input_message": (taken.doubt or taken.hint)[:_MOST],
        "error_title": "填写有误",
        "error_message": f"{_REFUSALS.get(taken.kind, '')}。{_bounds(taken)}",
    }
    match taken.kind:
        case InputKind.TEXT:
            return {**told, "validate": "any"}
        case InputKind.CHOICE:
            return {**told, "validate": "list", "source": list(taken.choices)}
        case _:
            kind = "date" if taken.kind is InputKind.DAY else "decimal"
            least, most = (_bound(value) for value in (taken.least, taken.most))
            if most is None:
                return {**told, "validate": kind, "criteria": ">=", "value": least}
            return {**told, "validate": kind, "criteria": "between", "minimum": least, "maximum": most}


def _bound(value: date | Decimal | None) -> datetime | float | None:
    if isinstance(value, date):
        return datetime.combine(value, time())
    return None if value is None else float(value)


def _bounds(taken: Input) -> str:
    least = "" if taken.least is None else f"不小于 {taken.least}"
    most = "" if taken.most is None else f"不大于 {taken.most}"
    both = "，".join(filter(None, (least, most)))
    return f"应{both}。" if both else ""


def _doubts(sheet: Any, formats: Formats, doubts: Sequence[Doubt]) -> None:
    """List the doubts, ready to print: which cell, what stands in it, what is wrong, how to mend it."""
    for place, (title, width) in enumerate(_DOUBT_COLUMNS.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, formats.of(font_name=HEAD_FONT, align="center"))
    widths = list(_DOUBT_COLUMNS.values())
    for row, doubt in enumerate(doubts, 1):
        cells = (doubt.item, doubt.title, doubt.entered, doubt.message, doubt.hint)
        sheet.set_row(row, row_height(cells, widths))
        for place, words in enumerate(cells):
            sheet.write_string(row, place, words, formats.of())
    set_up_page(sheet, 1)
    sheet.protect()


def _mark(sheet: Any, form: Form) -> None:
    """Write what the import needs; a person does not see it, and no program offers to show it."""
    rows: Iterable[tuple[str, ...]] = (*form.facts, *form.issued)
    for row, cells in enumerate(rows):
        for place, words in enumerate(cells):
            if words:
                sheet.write_string(row, place, words)
    sheet.protect()
    sheet.very_hidden()
