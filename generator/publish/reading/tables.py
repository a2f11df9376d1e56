"""The tables in a file, cell by cell as text, whatever kind of file it is."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]  # it has no types

from generator.load.spreadsheet.reading import workbook_from
from generator.publish.reading.page import PARSER

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset({"script", "style", "svg"})


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its name, and its rows, each with its place in words."""

    name: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def tables(kind: str, content: bytes) -> Iterator[Grid]:
    """Every table of a file of some kind, in order; none of a kind that has none."""
    reader = _READERS.get(kind)
    if reader is not None:
        yield from reader(content)


def shown_text(element: Any) -> str:
    """What an element of a page shows, without what is hidden from those who listen to it."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("aria-hidden") == "true":
        return element.tail or ""
    inner = (element.text or "") + "".join(shown_text(child) for child in element)
    return inner + (element.tail or "")


def text_of(element: Any) -> str:
    """What an element shows, without what comes after it."""
    said = shown_text(element)
    tail = element.tail or ""
    return said[: len(said) - len(tail)].strip() if tail else said.strip()


def _html(content: bytes) -> Iterator[Grid]:
    for number, table in enumerate(html.document_fromstring(content, parser=PARSER).iter("table"), 1):
        rows = (
            (f"第{row.sourceline}行", tuple(text_of(cell) for cell in row if cell.tag in ("td", "th")))
            for row in table.iter("tr")
        )
        yield Grid(f"表{number}", tuple(rows))


def _docx(content: bytes) -> Iterator[Grid]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    for number, table in enumerate(document.iter(f"{_W}tbl"), 1):
        rows = (
            (f"表{number}第{place}行", tuple(_said(cell) for cell in row.iter(f"{_W}tc")))
            for place, row in enumerate(table.iter(f"{_W}tr"), 1)
        )
        yield Grid(f"表{number}", tuple(rows))


def _said(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _xlsx(content: bytes) -> Iterator[Grid]:
    book, problems = workbook_from(content, "published.xlsx")
    if book is None:
        raise ValueError(problems[0].message)
    for sheet in book.sheets:
        width = max((column for _, column in sheet.cells), default=0)
        rows = (
            (
                f"{sheet.name}!{row}",
                tuple(_cell(sheet.cell(row, column).value) for column in range(1, width + 1)),
            )
            for row, _ in sheet.rows()
        )
        yield Grid(sheet.name, tuple(rows))


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case Decimal() | float():
            return f"{Decimal(str(value)).normalize():f}"
        case _:
            return str(value)


def _csv(content: bytes) -> Iterator[Grid]:
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    yield Grid("", tuple((f"第{reader.line_num}行", tuple(row)) for row in reader))


def _json(content: bytes) -> Iterator[Grid]:
    """Rows of objects as a table whose heads are their keys."""
    said: Any = json.loads(content)
    rows = said.get("rows") if isinstance(said, dict) else None
    if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
        keys = tuple(rows[0])
        body = (
            (f"rows[{number}]", tuple(_value(row.get(key)) for key in keys))
            for number, row in enumerate(rows)
        )
        yield Grid("rows", (("rows", keys), *body))


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return _cell(value)


_READERS: Mapping[str, Callable[[bytes], Iterator[Grid]]] = {
    "csv": _csv,
    "docx": _docx,
    "html": _html,
    "json": _json,
    "xlsx": _xlsx,
}
