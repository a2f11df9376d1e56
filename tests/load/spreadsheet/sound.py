"""Odd but sound workbooks, as many programs write them: each with the values that must be read from its cells."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.load.spreadsheet.books import (
    changed,
    changed_parts,
    packed,
    parts_of,
    plain,
    related,
    swap,
    written,
)
from tests.load.spreadsheet.hostile import SOUND, reencoded, row


@dataclass(frozen=True, slots=True)
class Sound:
    """A workbook, the values of the cells of all its sheets by address, and the rules that are told."""

    name: str
    data: bytes
    values: Mapping[str, Any]
    told: tuple[str, ...] = ()
    file: str = "报表.xlsx"


STATE = {"B2": "达进度"}
"""What `SOUND` holds."""


def text(*pieces: str, name: str, value: str) -> Sound:
    """A workbook with one shared text in A1, from its XML."""
    return Sound(name, plain(row('<c r="A1" t="s"><v>0</v></c>'), strings="".join(pieces)), {"A1": value})


def texts() -> Iterator[Sound]:
    """The ways in which a text is kept."""
    yield text("<si><t>完成</t></si>", name="a shared text", value="完成")
    yield text(
        "<si><r><t>完成</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 12件</t></r></si>",
        name="a text of several fonts",
        value="完成 12件",
    )
    yield text(
        "<si><t>漢字</t><rPh sb='0' eb='1'><t>かん</t></rPh></si>",
        name="a text with its sound above it",
        value="漢字",
    )
    yield text("<si><t>一_x000D_\n二</t></si>", name="a line end of Excel on a Mac", value="一\r\n二")
    yield text("<si><t xml:space='preserve'>  二 </t></si>", name="spaces around a text", value="  二 ")
    yield text("<si><t>&lt;b&gt;&amp;amp;</t></si>", name="markup in a text", value="<b>&amp;")
    yield text("<si><t>=1+1</t></si>", name="a text that looks like a formula", value="=1+1")
    yield text("<si><t>#REF!</t></si>", name="a text that looks like an error", value="#REF!")
    yield text("<si><t>{{7*7}}</t></si>", name="a text that looks like a template", value="{{7*7}}")
    yield Sound(
        "a text within its cell", plain(row('<c r="A1" t="inlineStr"><is><t>文</t></is></c>')), {"A1": "文"}
    )
    yield Sound(
        "cells without addresses",
        plain('<row><c><v>1</v></c><c t="str"><v>文</v></c></row><row/><row><c><v>2</v></c></row>'),
        {"A1": Decimal(1), "B1": "文", "A3": Decimal(2)},
    )
    yield Sound(
        "rows that are skipped",
        plain('<row r="9"><c><v>1</v></c><c r="F9"><v>2</v></c><c><v>3</v></c></row>'),
        {"A9": Decimal(1), "F9": Decimal(2), "G9": Decimal(3)},
    )


def formatted(name: str, form: str, written_as: str, value: Any, *, properties: str = "") -> Sound:
    """A workbook with one number in A1 under a number format."""
    code = form.replace("&", "&amp;").replace('"', "&quot;")
    styles = (
        f'<numFmts count="1"><numFmt numFmtId="200" formatCode="{code}"/></numFmts><fonts><font/></fonts>'
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        '<cellXfs><xf/><xf numFmtId="200" applyNumberFormat="1"/></cellXfs>'
    )
    data = plain(row(f'<c r="A1" s="1"><v>{written_as}</v></c>'), styles=styles, properties=properties)
    return Sound(name, data, {"A1": value})


def numbers() -> Iterator[Sound]:
    """The ways in which a number and a day are kept and shown."""
    for kept, value in (
        ("0.28999999999999998", "0.29"),
        ("96.399999999999991", "96.4"),
        ("1.2E1", "12"),
        ("12.0", "12"),
        ("-0", "0"),
        ("1e300", "1" + "0" * 300),
    ):
        yield Sound(f"{kept} in binary", plain(row(f'<c r="A1"><v>{kept}</v></c>')), {"A1": Decimal(value)})
    day = date(2019, 9, 30)
    for form in (
        "yyyy-m-d",
        'yyyy"年"m"月"d"日"',
        '[$-804]yyyy"年"m"月"d"日";@',
        '[DBNum1][$-804]yyyy"年"m"月"d"日"',
        "[$-F800]dddd, mmmm dd, yyyy",
        "m月d日",
        "yyyy/m/d;@",
    ):
        yield formatted(f"a day as {form}", form, "43738", day)
    for form in (
        '0"日"',
        '0"d"',
        "[Red]0.00;[Blue]-0.00",
        'General"件"',
        "0.0%",
        "@",
        r"#,##0_);[Red]\(#,##0\)",
        "0_d",
        r"0\d",
        "[DBNum2]0",
        "G/通用格式",
    ):
        yield formatted(f"a number as {form}", form, "43738", Decimal(43738))
    yield formatted("a day with its hour", "yyyy-m-d h:mm", "43738.5", datetime(2019, 9, 30, 12))
    yield formatted("a time beyond a day", "[h]:mm", "1.5", timedelta(hours=36))
    yield formatted("a day out of the calendar", "yyyy-m-d", "99999999", Decimal(99999999))
    yield formatted(
        "a day counted from 1904", "yyyy-m-d", "42276", day, properties='<workbookPr date1904="1"/>'
    )
    yield Sound("a day in ISO 8601", plain(row('<c r="A1" t="d"><v>2019-09-30</v></c>')), {"A1": day})
    yield Sound(
        "true and false",
        plain(row('<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>')),
        {"A1": True, "B1": False},
    )
    yield Sound(
        "errors",
        plain(row('<c r="A1" t="e"><v>#N/A</v></c>', '<c r="B1" t="e"><v>#DIV/0!</v></c>')),
        {"A1": "#N/A", "B1": "#DIV/0!"},
    )
    formulas = row(
        '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>4</v></c>',
        '<c r="B1"><f t="shared" si="0"/><v>6</v></c>',
        '<c r="C1"><f t="array" ref="C1">SUM(A1:B1)</f><v>10</v></c>',
        '<c r="D1" t="str"><f>"达"&amp;"进度"</f><v>达进度</v></c>',
        '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="F1" t="b"><f>TRUE()</f><v>1</v></c>',
        '<c r="G1"><f>NOW()</f></c>',
    )
    results = {
        "A1": Decimal(4),
        "B1": Decimal(6),
        "C1": Decimal(10),
        "D1": "达进度",
        "E1": "#DIV/0!",
        "F1": True,
        "G1": None,
    }
    yield Sound("formulas with and without a result", plain(formulas), results)


def packages() -> Iterator[Sound]:
    """The ways in which a package may differ from the usual one and still be sound."""
    yield Sound("upper case in its name", SOUND, STATE, file="报表.XLSX")
    yield Sound("stored without compression", packed(parts_of(SOUND), 0), STATE)
    yield Sound("a remark at its end", SOUND[:-2] + b"\x03\x00abc", STATE)
    yield Sound("zeros after its end", SOUND + bytes(2), STATE)
    yield Sound("parts in another order", packed(dict(reversed(parts_of(SOUND).items()))), STATE)
    yield Sound("a sheet in UTF-16", changed(SOUND, sheet=lambda xml: reencoded(xml, "utf-16")), STATE)
    yield Sound("a byte order mark", changed(SOUND, sheet=lambda xml: codecs.BOM_UTF8 + xml), STATE)
    yield Sound("no styles", changed(SOUND, styles=None), STATE)
    yield Sound("no theme", changed_parts(SOUND, {"xl/theme/theme1.xml": None}), STATE)
    yield Sound(
        "no properties", changed_parts(SOUND, {"docProps/core.xml": None, "docProps/app.xml": None}), STATE
    )
    yield Sound("prefixed elements", changed(SOUND, sheet=prefixed), STATE)
    yield Sound(
        "addresses from the root",
        changed(SOUND, relations=swap('Target="worksheets', 'Target="/xl/worksheets')),
        STATE,
    )
    yield Sound("a sheet under another name", elsewhere(), STATE)
    yield Sound("a wrong extent", changed(SOUND, sheet=swap('ref="B2"', 'ref="A1:XFD1048576"')), STATE)
    yield Sound(
        "an unknown part",
        changed_parts(SOUND, {"customXml/item1.xml": b"<x/>", "xl/wps.bin": b"\1\2"}),
        STATE,
    )
    yield Sound(
        "an unknown extension",
        changed(
            SOUND,
            sheet=swap(
                "</worksheet>", '<extLst><ext uri="{0}"><y xmlns="urn:x"/></ext></extLst></worksheet>'
            ),
        ),
        STATE,
    )
    broken = '</sheets><definedNames><definedName name="坏">#REF!</definedName></definedNames>'
    yield Sound("a name of nothing", changed(SOUND, workbook=swap("</sheets>", broken)), STATE)
    yield Sound(
        "a link to a page",
        written(lambda _, page: page.write_url("C3", "https://example.org/", string="见此")),
        {**STATE, "C3": "见此"},
    )
    yield Sound(
        "a link over several cells",
        changed(
            SOUND,
            sheet=swap(
                "</sheetData>", '</sheetData><hyperlinks><hyperlink ref="B2:C5" location="A1"/></hyperlinks>'
            ),
        ),
        STATE,
    )
    yield Sound(
        "an address of mail", related(SOUND, "hyperlink", "mailto:a@example.org", external=True), STATE
    )
    yield Sound(
        "a printer's settings",
        changed_parts(SOUND, {"xl/printerSettings/printerSettings1.bin": bytes(100)}),
        STATE,
    )


def prefixed(xml: bytes) -> bytes:
    """A part whose elements all carry a prefix."""
    return (
        xml.replace(b'xmlns="http://schemas.openxml', b'xmlns:x="http://schemas.openxml')
        .replace(b"<", b"<x:")
        .replace(b"<x:/", b"</x:")
        .replace(b"<x:?", b"<?")
    )


def elsewhere() -> bytes:
    """A workbook whose sheet lies under a name that no other program gives."""
    parts = parts_of(SOUND)
    return packed(
        {
            name.replace("sheet1.xml", "表一.xml"): content.replace(b"sheet1.xml", "表一.xml".encode())
            for name, content in parts.items()
        }
    )


def sheets() -> Iterator[Sound]:
    """What clerks and their programs do to a sheet."""

    def far(book: Any, page: Any) -> None:
        page.write_blank("XFD1048576", None, book.add_format({"bold": True}))

    yield Sound("a format at the far end", written(far), STATE)
    yield Sound(
        "a value at the far end",
        written(lambda _, page: page.write("XFD1048576", "远")),
        {**STATE, "XFD1048576": "远"},
    )
    yield Sound(
        "all columns formatted",
        written(lambda book, page: page.set_column("A:XFD", 9, book.add_format({"border": 1}))),
        STATE,
    )
    yield Sound(
        "10,000 rows with a height",
        written(lambda _, page: [page.set_row(number, 20) for number in range(10_000)]),
        STATE,
    )
    yield Sound(
        "hidden rows and columns",
        written(
            lambda _, page: (
                page.set_row(1, options={"hidden": True}),
                page.set_column("B:B", options={"hidden": True}),
            )
        ),
        STATE,
    )
    yield Sound(
        "a very hidden sheet",
        written(
            lambda book, _: (sheet := book.add_worksheet("藏"), sheet.very_hidden(), sheet.write("A9", "密"))
        ),
        {**STATE, "A9": "密"},
    )
    yield Sound("a protected sheet", written(lambda _, page: page.protect("密码")), STATE)
    yield Sound(
        "frozen panes and a filter",
        written(lambda _, page: (page.freeze_panes(2, 1), page.autofilter("A1:D9"))),
        STATE,
    )
    yield Sound(
        "a merged title",
        written(lambda _, page: page.merge_range("A1:D1", "季度报表")),
        {**STATE, "A1": "季度报表"},
    )
    yield Sound(
        "drop-downs",
        written(
            lambda _, page: page.data_validation(
                "C1:C9", {"validate": "list", "source": ["达进度", "欠进度"]}
            )
        ),
        STATE,
    )
    yield Sound(
        "colours by rule",
        written(
            lambda _, page: page.conditional_format("C1:C9", {"type": "data_bar", "data_bar_2010": True})
        ),
        STATE,
    )
    yield Sound(
        "a table",
        written(
            lambda _, page: page.add_table(
                "D1:E2", {"data": [["甲", 1]], "columns": [{"header": "单位"}, {"header": "数"}]}
            )
        ),
        {**STATE, "D1": "单位", "E1": "数", "D2": "甲", "E2": Decimal(1)},
    )
    yield Sound(
        "text boxes' empty drawing",
        related(
            changed_parts(SOUND, {"xl/drawings/drawing1.xml": b"<wsDr/>"}),
            "drawing",
            "../drawings/drawing1.xml",
        ),
        STATE,
    )
    yield Sound(
        "a picture in the printed head", written(lambda _, page: page.set_header("&L季度报表")), STATE
    )
    yield Sound(
        "three sheets",
        written(lambda book, _: [book.add_worksheet(name) for name in ("说明", "Sheet3")]),
        STATE,
    )
    yield Sound(
        "ignored errors",
        written(
            lambda _, page: (
                page.write_string("C1", "12"),
                page.ignore_errors({"number_stored_as_text": "C1"}),
            )
        ),
        {**STATE, "C1": "12"},
    )
    yield Sound(
        "grouped rows",
        written(lambda _, page: page.set_row(5, None, None, {"level": 2, "collapsed": True})),
        STATE,
    )


SOUNDS = (*texts(), *numbers(), *packages(), *sheets())
