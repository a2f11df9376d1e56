"""Numbers to plant, and files of every kind to plant them in, made without the program's own renderers."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import docx
import typst
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.conftest import REPOSITORY

PROVINCES = (11, 13, 31, 32, 35, 36, 43, 44, 51, 62)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""As printed in GB 11643-1999, A.1."""


def identities(count: int, seed: int = 1) -> Iterator[str]:
    """Valid ID numbers, all different."""
    draw = random.Random(seed)
    for serial in range(count):
        born = date(1940, 1, 1) + timedelta(days=draw.randrange(30_000))
        first = f"{draw.choice(PROVINCES)}{draw.randrange(100, 9999):04}{born:%Y%m%d}{serial % 1000:03}"
        total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
        yield first + "10X98765432"[total % 11]


def mobiles(count: int, seed: int = 2) -> Iterator[str]:
    """Valid mobile numbers, all different."""
    draw = random.Random(seed)
    for serial in range(count):
        yield f"1{draw.randrange(3, 10)}{draw.randrange(1000):03}{serial:06}"


def passports(count: int, seed: int = 3) -> Iterator[str]:
    """Numbers of ordinary passports, all different: of the old kind, and since letters were needed, with two."""
    draw = random.Random(seed)
    for serial in range(count):
        after = draw.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") if serial % 2 else draw.choice("345678")
        yield f"{'E' if serial % 2 else draw.choice('EG')}{after}{serial:07}"


def spoken(number: str) -> str:
    """A number as it is read out, in Chinese digits."""
    return number.translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


def _docx(numbers: Sequence[str]) -> bytes:
    """Each in a paragraph of its own; every third is split over two runs. Put in before the end, which takes no search."""
    document = docx.Document()
    end = document.element.body.sectPr
    for row, number in enumerate(numbers):
        cut = 5 if row % 3 == 0 else len(number)
        runs = (
            f"<w:r><w:t>{number[:cut]}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{number[cut:]}</w:t></w:r>"
        )
        end.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _xlsx(numbers: Sequence[str]) -> bytes:
    """In texts, in numbers, in comments, and in a hidden sheet."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        shown, hidden = book.add_worksheet(), book.add_worksheet()
        hidden.hide()
        for row, number in enumerate(numbers):
            match row % 4:
                case 0:
                    shown.write_string(row, 0, number)
                case 1 if len(number) == 11 and number.isascii():
                    shown.write_number(row, 0, int(number))
                case 2 if row % 40 == 2:
                    shown.write_comment(row, 0, number)
                case _:
                    hidden.write_string(row, 0, number)
    return packed.getvalue()


def _pdf(numbers: Sequence[str]) -> bytes:
    return _typeset("\n\n".join(numbers))


def _typeset(body: str) -> bytes:
    return typst.compile(
        f'#set text(font: "FandolSong")\n{body}'.encode(), font_paths=[REPOSITORY / ".fonts"]
    )


def _csv(numbers: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([number, "甲"] for number in numbers)
    return text.getvalue().encode("utf-8-sig")


def _html(numbers: Sequence[str]) -> bytes:
    """In texts, in attributes, split by tags, as entities, in comments."""
    forms: tuple[Callable[[str], str], ...] = (
        lambda number: f"<p>{number}</p>",
        lambda number: f'<a href="tel:{number}">电话</a>',
        lambda number: f"<p>{number[:4]}<b>{number[4:7]}</b>{number[7:]}</p>",
        lambda number: "<td>" + "".join(f"&#{ord(digit)};" for digit in number) + "</td>",
        lambda number: f"<!-- {number} -->",
    )
    said = "\n".join(forms[row % len(forms)](number) for row, number in enumerate(numbers))
    return f'<!doctype html><html lang="zh"><body>\n{said}\n</body></html>'.encode()


def _ics(numbers: Sequence[str]) -> bytes:
    """In lines that are folded in the middle of the number."""
    return "".join(f"SUMMARY:事项{number[:6]}\r\n {number[6:]}\r\n" for number in numbers).encode()


def _zip(numbers: Sequence[str]) -> bytes:
    """In a spreadsheet within an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/list.xlsx", _xlsx(numbers))
    return packed.getvalue()


def _json(numbers: Sequence[str]) -> bytes:
    escaped = ["".join(f"\\u{ord(digit):04x}" for digit in number) for number in numbers[::2]]
    plain = json.dumps({"rows": numbers[1::2]}, ensure_ascii=False)
    return f'[{plain}, "{", ".join(escaped)}"]'.encode()


PLANTED: Mapping[str, Callable[[Sequence[str]], bytes]] = {
    "html": _html,
    "json": _json,
    "csv": _csv,
    "xml": lambda numbers: (
        "<feed>" + "".join(f"<title>{one}</title>" for one in numbers) + "</feed>"
    ).encode(),
    "svg": lambda numbers: ("<svg>" + "".join(f"<text>{one}</text>" for one in numbers) + "</svg>").encode(),
    "ics": _ics,
    "js": lambda numbers: "".join(f'f("{one}");' for one in numbers).encode(),
    "css": lambda numbers: "".join(f'p{{content:"{one}"}}' for one in numbers).encode(),
    "txt": lambda numbers: "\n".join(numbers).encode(),
    "docx": _docx,
    "xlsx": _xlsx,
    "pdf": _pdf,
    "zip": _zip,
}
"""Files with planted numbers, by kind."""


def _docx_table(rows: Sequence[Sequence[str]]) -> bytes:
    document = docx.Document()
    for cells in rows:
        for cell, words in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = words
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _xlsx_table(rows: Sequence[Sequence[str]]) -> bytes:
    """With its texts in the cells: of those kept beside them each stands but once, wherever it is shown."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            sheet.write_row(row, 0, [f"第{row}行", *cells])
    return packed.getvalue()


def _pdf_table(rows: Sequence[Sequence[str]]) -> bytes:
    """Broken by the edges of a column that is too narrow, each row in a table of its own."""
    line_end = " \\ "
    tables = (
        f"#block(breakable: false, table(columns: 2, [甲], [{line_end.join(cells)}]))" for cells in rows
    )
    return _typeset("\n".join(tables))


def _cells(row: str, cell: str, rows: Sequence[Sequence[str]]) -> bytes:
    return "\n".join(row.format("".join(cell.format(words) for words in cells)) for cells in rows).encode()


BROKEN: Mapping[str, Callable[[Sequence[Sequence[str]]], bytes]] = {
    "html": lambda rows: _cells("<tr><th>甲</th>{}</tr>", "<td>{}</td>\n", rows),
    "xml": lambda rows: _cells("<entry>{}</entry>", "<title>{}</title>", rows),
    "svg": lambda rows: _cells("<svg>{}</svg>", "<text>{}</text>", rows),
    "csv": lambda rows: "".join(f"甲,{','.join(cells)},乙\n" for cells in rows).encode("utf-8-sig"),
    "json": lambda rows: json.dumps([["甲", *cells] for cells in rows], ensure_ascii=False).encode(),
    "txt": lambda rows: "\n\n甲\n".join("\n".join(cells) for cells in rows).encode(),
    "docx": _docx_table,
    "xlsx": _xlsx_table,
    "pdf": _pdf_table,
}
"""Files with tables over whose cells, or whose lines, numbers are broken, by kind."""
