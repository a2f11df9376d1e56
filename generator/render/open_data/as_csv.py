"""A table as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheet programs know that."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from generator.views.data_table import Cell, DataTable

SEPARATOR = "、"
"""Between the values of a list in one cell."""

_OPENING = tuple("=+-@＝＋－＠\t\r\n")
"""With these a spreadsheet program may take a text for a formula."""


def as_csv(table: DataTable) -> bytes:
    """The table under its headings; the same table gives the same bytes."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([_text(field.title) for field in table.fields])
    writer.writerows([_words(cell) for cell in row] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _words(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
        case tuple():
            return _text(SEPARATOR.join(cell))
    return _text(str(cell))


def _text(words: str) -> str:
    """Words that no program takes for a formula: those that might be are put behind an apostrophe."""
    return f"'{words}" if words.startswith(_OPENING) else words
