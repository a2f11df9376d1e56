"""Workbooks made for a purpose: written by XlsxWriter, put together part by part, or changed from inside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter

SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TYPES, SHEET_RELATIONS = "[Content_Types].xml", "xl/worksheets/_rels/sheet1.xml.rels"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

Book = Any
"""A workbook of XlsxWriter, which has no types."""

Change = bytes | None | Callable[[bytes], bytes]
"""A part's new bytes, None to leave the part out, or what turns its bytes into others."""


def written(*steps: Callable[[Any, Any], None], **options: Any) -> bytes:
    """A workbook by XlsxWriter with one sheet 季度报表, on which 达进度 stands in B2; `steps` get the book and the sheet."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, options) as book:
        page = book.add_worksheet("季度报表")
        page.write("B2", "达进度")
        for step in steps:
            step(book, page)
    return packed.getvalue()


def packed(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip package of parts in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, **changes: Change) -> bytes:
    """A package with some parts changed; their names are given by the constants above, in lower case."""
    return changed_parts(data, {_NAMES[name]: change for name, change in changes.items()})


def changed_parts(data: bytes, changes: Mapping[str, Change]) -> bytes:
    """A package with some parts changed, added or left out."""
    parts = parts_of(data)
    for name, change in changes.items():
        made = change(parts[name]) if callable(change) else change
        if made is None:
            del parts[name]
        else:
            parts[name] = made
    return packed(parts)


_NAMES = {
    "sheet": SHEET,
    "strings": STRINGS,
    "styles": STYLES,
    "workbook": WORKBOOK,
    "relations": RELATIONS,
    "types": TYPES,
}


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    """What puts other words in the place of some, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, content[:2000]
        return content.replace(old.encode(), new.encode())

    return change


def related(
    data: bytes, kind: str, target: str, *, external: bool = False, part: str = SHEET_RELATIONS
) -> bytes:
    """A package whose sheet (or other part) has one more relation."""
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    empty = f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()
    parts = parts_of(data)
    before = parts.get(part, empty)
    return packed(
        {**parts, part: before.replace(b"</Relationships>", f"{relation}</Relationships>".encode())}
    )


def plain(rows: str, *, after: str = "", strings: str = "", properties: str = "", styles: str = "") -> bytes:
    """The smallest package there can be: the XML of a sheet's rows, of what follows them, of the texts and styles."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    texts = f'<sst xmlns="{MAIN}">{strings}</sst>'
    return packed(
        {
            TYPES: (
                f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
                'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                + "".join(
                    f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.'
                    f'spreadsheetml.{kind}+xml"/>'
                    for part, kind in _KINDS
                )
                + "</Types>"
            ).encode(),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            WORKBOOK: (
                f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>'
                '<sheet name="季度报表" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            RELATIONS: _relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            ),
            SHEET: sheet.encode(),
            STRINGS: texts.encode(),
            STYLES: f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'.encode(),
        }
    )


_KINDS = ((WORKBOOK, "sheet.main"), (SHEET, "worksheet"), (STRINGS, "sharedStrings"), (STYLES, "styles"))


def _relations(*targets: tuple[str, str]) -> bytes:
    each = (
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'.encode()
