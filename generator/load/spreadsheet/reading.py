"""Reads a clerk's workbook: guarded first, then as plain values that know their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.compute.personal import masked
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.container import MAX_BYTES, unpacked
from generator.load.spreadsheet.guard import guard
from generator.load.spreadsheet.package import BOOK, Package, looked_through
from generator.load.spreadsheet.refusals import SAVE_AS
from generator.load.spreadsheet.scan import Book, ListedSheet, Styles, Texts, UnsafePartError, damaged
from generator.load.spreadsheet.scan_sheet import Comments, Rows, WrittenCell
from generator.load.spreadsheet.values import Meaning, formats
from generator.load.spreadsheet.workbook import Area, Cell, Sheet, Spot, Visibility, Workbook
from generator.load.syntax import shortened
from generator.problem import Level, Place, Problem, UndecidedError

_REACHING_OUT = (
    (re.compile(r"^=?[\w.]+\s*\|", re.ASCII), "这个公式会去运行别的程序"),
    (re.compile(r"\[(?:[0-9]+|[^\[\]]*\.xl\w+)\]", re.IGNORECASE), "这个公式到别的文件里取数"),
    (
        re.compile(r"\b(?:WEBSERVICE|RTD|CALL|REGISTER\.ID|SQL\.REQUEST)\(", re.IGNORECASE),
        "这个公式到外面取数",
    ),
)
_LENGTH = 40
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_VISIBILITY = {one.value: one for one in Visibility}
_WITHOUT_CELLS = ("chartsheet", "dialogsheet")
_BLANK = WrittenCell("n", "0", "", None)


def read_spreadsheet(file: Path) -> tuple[Workbook | None, tuple[Problem, ...]]:
    """Read a clerk's file. The workbook is None when nothing in it can be trusted.

    A workbook that is read may still have errors beside it, such as a pasted picture: then all its cells are there
    to be looked at in the same run, but nothing of it may be taken. Raises `UndecidedError` for no file at all.
    """
    try:
        if not file.is_file():  # a pipe would be waited for without end
            raise FileNotFoundError
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        message = f"{file} 读不了：没有这个文件，或没有权限"
        raise UndecidedError(Problem("unreadable", Level.ERROR, message, Place(str(file)))) from None
    return workbook_from(data, str(file))


def workbook_from(data: bytes, file: str) -> tuple[Workbook | None, tuple[Problem, ...]]:
    """Read a workbook from its bytes; `file` is what it is called in messages."""
    parts, problems = unpacked(data, file)
    if not parts:
        return None, problems
    package = looked_through(parts)
    problems = guard(package, parts, file)
    if package.unsafe:
        return None, problems
    try:
        read = _workbook(package, file)
    except UnsafePartError as error:
        return None, (*problems, error.refusal.at(Place(file), error.message, SAVE_AS))
    return read, (*problems, *_told(read))


def _workbook(package: Package, file: str) -> Workbook:
    book = dict(package.of(Book))[BOOK]
    texts = [text for one in package.related(BOOK, Texts) for text in one.texts]
    styles = [form for one in package.related(BOOK, Styles) for form in formats(one)]
    meaning = Meaning(texts, styles, _EPOCH_1904 if book.from_1904 else _EPOCH)
    listed = [one for one in package.sheets() if one[1] not in _WITHOUT_CELLS]
    if len({sheet.name for sheet, _, _ in listed}) < max(len(listed), 1):
        raise damaged("有两个工作表同名" if listed else "工作簿里没有工作表")
    sheets = tuple(_sheet(package, sheet, part, meaning, file) for sheet, _, part in listed)
    return Workbook(file, sheets, book.names)


def _sheet(package: Package, listed: ListedSheet, part: str, meaning: Meaning, file: str) -> Sheet:
    rows = package.scans.get(part)
    if not isinstance(rows, Rows):
        raise damaged(f"工作表“{listed.name}”的内容不见了")
    comments = {spot: text for one in package.related(part, Comments) for spot, text in one.texts.items()}
    merged = {spot: area for area in rows.merged for spot in area.spots()}
    cells = _cells(rows, comments, merged, meaning, Place(file, sheet=listed.name))
    return Sheet(
        file,
        listed.name,
        _VISIBILITY.get(listed.state, Visibility.VISIBLE),
        {spot: cell for spot, cell in cells if not cell.blank},
        merged,
        frozenset(rows.hidden_rows),
        frozenset(rows.hidden_columns),
    )


def _cells(
    rows: Rows, comments: Mapping[Spot, str], merged: Mapping[Spot, Area], meaning: Meaning, sheet: Place
) -> Iterator[tuple[Spot, Cell]]:
    """The cells that are written or commented, in order."""
    for spot in sorted({*rows.cells, *comments}):
        written = rows.cells.get(spot, _BLANK)
        place = sheet._replace(line=spot[0], column=spot[1])
        try:
            kind, value = meaning.value(written)
            form = meaning.format(written)
        except ValueError:
            raise damaged(
                f"工作表“{place.sheet}” {place.cell} 的内容“{shortened(written.text)}”没有意义"
            ) from None
        formula, comment = written.formula or "", comments.get(spot, "")
        yield spot, Cell(place, kind, value, form, formula, comment, merged.get(spot), meaning.epoch)


def _told(workbook: Workbook) -> Iterator[Problem]:
    """What is said of cells wherever they stand: a call to another program, and a comment."""
    for sheet in workbook.sheets:
        for cell in sheet.cells.values():
            for form, message in _REACHING_OUT:
                if form.search(cell.formula):
                    yield refusals.WORKBOOK_LINK.at(cell.place, message, "删去公式，只留数")
            if cell.comment:
                message = f"批注不会导入：“{shortened(masked(' '.join(cell.comment.split())), _LENGTH)}”"
                yield refusals.CELL_COMMENT.at(cell.place, message, "需要上报的内容写进单元格")
