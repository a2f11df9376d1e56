"""Run by the system's Python, which knows LibreOffice: does with a workbook what a clerk does, and stores it.

`clerking.py FOLDER PROFILE`: each `NAME.json` of the folder holds `[file, ending, steps]`; of it, `NAME.ending` is made.
A step is `[what, where, with]`; see `_STEPS`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # the system's Python has it
from bridge import office, property_of  # type: ignore[import-not-found]  # it lies beside this script
from com.sun.star.beans import NamedValue  # type: ignore[import-not-found]  # the system's Python has it
from com.sun.star.table import TableSortField  # type: ignore[import-not-found]  # likewise

_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
_FLAGS = 1 | 2 | 4 | 16
"""What of a cell is cleared: its number, its day, its text and its formula (com.sun.star.sheet.CellFlags)."""


def main(folder: Path, profile: Path) -> None:
    """Work on every file of the folder with one office."""
    with office(folder, profile) as (_, desktop):
        for listed in sorted(folder.glob("*.json")):
            file, ending, steps = json.loads(listed.read_text("utf-8"))
            hidden = property_of("Hidden", "true")
            book = desktop.loadComponentFromURL((folder / file).as_uri(), "_blank", 0, (hidden,))
            sheet = book.Sheets.getByIndex(0)
            sheet.unprotect("")
            for what, where, value in steps:
                _STEPS[what](sheet, where, value)
            stored = [property_of("FilterName", _FILTERS[ending])]
            stored += [_password(value) for what, _, value in steps if what == "password"]
            book.storeToURL(listed.with_suffix(f".{ending}").as_uri(), tuple(stored))
            book.close(1)


def _password(word: str) -> Any:
    made = []
    for name, value in (("OOXPassword", word), ("CryptoType", "Standard")):
        one = NamedValue()
        one.Name, one.Value = name, value
        made.append(one)
    return property_of("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", tuple(made)))


def _cell(sheet: Any, where: str) -> Any:
    return sheet.getCellRangeByName(where)


def _sort(sheet: Any, where: str, column: int) -> None:
    field = TableSortField()
    field.Field, field.IsAscending = column, True
    fields = property_of("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,)))
    uno.invoke(_cell(sheet, where), "sort", ((fields, property_of("ContainsHeader", value=False)),))


_STEPS = {
    "type": lambda sheet, where, value: setattr(_cell(sheet, where), "FormulaLocal", value),
    "text": lambda sheet, where, value: _cell(sheet, where).setString(value),
    "merge": lambda sheet, where, _: _cell(sheet, where).merge(1),
    "insert rows": lambda sheet, where, count: sheet.Rows.insertByIndex(where, count),
    "delete rows": lambda sheet, where, count: sheet.Rows.removeByIndex(where, count),
    "insert columns": lambda sheet, where, count: sheet.Columns.insertByIndex(where, count),
    "delete columns": lambda sheet, where, count: sheet.Columns.removeByIndex(where, count),
    "hide rows": lambda sheet, where, _: setattr(sheet.Rows.getByIndex(where), "IsVisible", 0),
    "rename": lambda sheet, _, value: setattr(sheet, "Name", value),
    "sort": _sort,
    "copy": lambda sheet, where, to: sheet.copyRange(
        _cell(sheet, to).CellAddress, _cell(sheet, where).RangeAddress
    ),
    "move": lambda sheet, where, to: sheet.moveRange(
        _cell(sheet, to).CellAddress, _cell(sheet, where).RangeAddress
    ),
    "comment": lambda sheet, where, value: sheet.Annotations.insertNew(
        _cell(sheet, where).CellAddress, value
    ),
    "clear": lambda sheet, where, _: _cell(sheet, where).clearContents(_FLAGS),
    "password": lambda *_: None,
}
"""What a clerk does, by name: to a cell or an area, or to so many rows or columns from one on, counted from 0."""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
