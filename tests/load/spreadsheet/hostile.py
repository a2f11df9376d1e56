"""Files that must not come in, or only with a word: each with the rules and the cells that are told."""

from __future__ import annotations

import codecs
import gzip
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from generator.load.spreadsheet.container import MAX_BYTES, MAX_PARTS, MAX_UNPACKED
from generator.load.spreadsheet.scan import MAX_DEPTH, MAX_ELEMENTS
from generator.load.spreadsheet.scan_sheet import MAX_AREAS
from tests.load.spreadsheet import books
from tests.load.spreadsheet.books import (
    MAIN,
    OFFICE,
    SHEET,
    TYPES,
    changed,
    changed_parts,
    packed,
    parts_of,
    plain,
    related,
    swap,
    written,
)

Met = tuple[str, str]
"""A rule, and the cell it is told at, or nothing for the whole file."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, what is told of it, and whether its cells can be looked at all the same."""

    name: str
    data: bytes
    met: tuple[Met, ...]
    file: str = "报表.xlsx"
    readable: bool = False


FORMAT, PASSWORD, MACRO = "workbook_format", "workbook_password", "workbook_macro"
LARGE, DAMAGED, LINK, OBJECT = "workbook_too_large", "workbook_damaged", "workbook_link", "workbook_object"

SOUND = written()
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def refused(
    name: str, data: bytes, *met: str | Met, file: str = "报表.xlsx", readable: bool = False
) -> Refused:
    """A case; a rule alone is told of the whole file."""
    return Refused(
        name, data, tuple((one, "") if isinstance(one, str) else one for one in met), file, readable
    )


def compound(*streams: str) -> bytes:
    """What an OLE file looks like from outside: its signature, and the names of its streams in the directory."""
    names = b"".join(stream.encode("utf-16-le").ljust(128, b"\0") for stream in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names


def disguises() -> Iterator[Refused]:
    """Files that are no .xlsx, whatever they are called."""
    table = "<table><tr><td>目标</td><td>达进度</td></tr></table>"
    yield refused("an empty file", b"", DAMAGED)
    yield refused("CSV in UTF-8", "编号,状态\nZD01-1,达进度\n".encode(), FORMAT)
    yield refused("CSV in GB18030", "编号,状态\nZD01-1,达进度\n".encode("gb18030"), FORMAT, file="报表.csv")
    yield refused("text with tabs in UTF-16", codecs.BOM_UTF16_LE + "编号\t状态".encode("utf-16-le"), FORMAT)
    yield refused(
        "a web page saved as .xls",
        f"<html><body>{table}</body></html>".encode("gb18030"),
        FORMAT,
        file="报表.xls",
    )
    yield refused("a bare HTML table", table.encode(), FORMAT)
    yield refused(
        "a web archive", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", FORMAT, file="报表.xls"
    )
    yield refused(
        "XML of Excel 2003",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        FORMAT,
        file="报表.xml",
    )
    yield refused("a PDF", b"%PDF-1.7\n", FORMAT)
    yield refused("a screenshot", b"\x89PNG\r\n\x1a\n", FORMAT)
    yield refused("a photograph", b"\xff\xd8\xff\xe0", FORMAT, file="报表.jpg")
    yield refused("a RAR archive", b"Rar!\x1a\x07\x01\x00", FORMAT, file="报表.rar")
    yield refused("a 7z archive", b"7z\xbc\xaf\x27\x1c", FORMAT, file="报表.7z")
    yield refused("a gzip file", gzip.compress(SOUND, mtime=0), FORMAT)
    yield refused("RTF", b"{\\rtf1\\ansi", FORMAT)
    yield refused("bytes without sense", Random(1).randbytes(5000), FORMAT)
    yield refused("bytes after a sound start", b"\0\0" + SOUND, FORMAT)
    yield refused("BIFF without a container", b"\x09\x08\x06\x00\x00\x05\x10\x00", FORMAT, file="报表.xls")
    yield refused("an old .xls", compound("Root Entry", "Workbook"), FORMAT, file="报表.xls")
    yield refused("an old .xls called .xlsx", compound("Root Entry", "Workbook"), FORMAT)
    yield refused("an .xls of Excel 95", compound("Root Entry", "Book"), FORMAT, file="报表.xls")
    yield refused("a .et of WPS", compound("Root Entry", "Workbook"), FORMAT, file="报表.et")
    yield refused("an old .doc", compound("Root Entry", "WordDocument"), FORMAT)
    yield refused("another OLE file", compound("Root Entry", "PowerPoint Document"), FORMAT)
    yield refused(
        "a workbook with a password", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), PASSWORD
    )
    yield refused("a sound workbook called .xls", SOUND, FORMAT, file="报表.xls")
    yield refused("a sound workbook called .et", SOUND, FORMAT, file="报表.et")
    yield refused("a sound workbook without an ending", SOUND, FORMAT, file="报表")
    yield refused("a .docx", packed({TYPES: b"<Types/>", "word/document.xml": b"<document/>"}), FORMAT)
    yield refused("a .pptx", packed({TYPES: b"<Types/>", "ppt/presentation.xml": b"<presentation/>"}), FORMAT)
    yield refused(
        "an .ods",
        packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
        FORMAT,
        file="报表.ods",
    )
    yield refused(
        "a binary workbook", packed({TYPES: b"<Types/>", "xl/workbook.bin": b"\0"}), FORMAT, file="报表.xlsb"
    )
    yield refused("a ZIP with the workbook in it", packed({"报表.xlsx": SOUND}), FORMAT, file="报表.zip")
    yield refused("an empty ZIP", packed({}), FORMAT)
    yield refused("a package without a workbook", packed({TYPES: b"<Types/>"}), DAMAGED)
    yield refused("Strict Open XML", strict(), FORMAT)


def strict() -> bytes:
    """A workbook as Excel saves it by "Strict Open XML"."""
    spaces = swap(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    return changed(SOUND, sheet=spaces, workbook=spaces, strings=spaces, styles=spaces)


def containers() -> Iterator[Refused]:
    """Packages that are too much, or that two programs would read differently."""
    noise = Random(2).randbytes(MAX_BYTES)
    yield refused("more than 5 MB", changed_parts(SOUND, {"xl/media/a.bin": noise}), LARGE)
    many = {f"xl/worksheets/sheet{number}.xml": b"<x/>" for number in range(2, MAX_PARTS)}
    yield refused("too many parts", changed_parts(SOUND, many), LARGE)
    yield refused("a zip bomb", changed_parts(SOUND, {"xl/media/a.bin": bytes(2 * MAX_UNPACKED)}), LARGE)
    yield refused(
        "packed more than 120 times",
        changed_parts(SOUND, {"xl/media/a.bin": bytes(MAX_UNPACKED // 4)}),
        LARGE,
    )
    half = noise[: MAX_BYTES // 5] + bytes(MAX_UNPACKED)
    yield refused(
        "more than 40 MB unpacked, packed 40 times", changed_parts(SOUND, {"xl/media/a.bin": half}), LARGE
    )
    yield refused("a size that is a lie", lying(), DAMAGED)
    yield refused("one part twice", twice(SHEET), DAMAGED)
    yield refused("one part twice but for case", twice(SHEET.upper()), DAMAGED)
    yield refused("a path that leads out", changed_parts(SOUND, {"../../etc/cron.d/x": b"x"}), DAMAGED)
    yield refused("a path from the root", changed_parts(SOUND, {"/etc/passwd": b"x"}), DAMAGED)
    yield refused("a path with backslashes", changed_parts(SOUND, {"..\\..\\x.dll": b"x"}), DAMAGED)
    yield refused("a path with a drive", changed_parts(SOUND, {"C:/x.dll": b"x"}), DAMAGED)
    yield refused("a part with a password", flagged(1), PASSWORD)
    yield refused("packed by bzip2", packed(parts_of(SOUND), zipfile.ZIP_BZIP2), DAMAGED)
    yield refused("packed by LZMA", packed(parts_of(SOUND), zipfile.ZIP_LZMA), DAMAGED)
    yield refused("half a file", SOUND[: len(SOUND) // 2], DAMAGED)
    yield refused("the first KB of a file", SOUND[:1024], DAMAGED)
    yield refused("a flipped bit", flipped(), DAMAGED)
    yield refused("an embedded document", changed_parts(SOUND, {"xl/embeddings/a.docx": SOUND}), OBJECT)
    yield refused(
        "a package within the package", changed_parts(SOUND, {"xl/media/image1.png": SOUND}), OBJECT
    )
    yield refused("macros", changed_parts(SOUND, {"xl/vbaProject.bin": compound("VBA")}), MACRO)
    yield refused(
        "macros called .xlsm",
        changed_parts(SOUND, {"xl/vbaProject.bin": compound("VBA")}),
        FORMAT,
        file="报表.xlsm",
    )


def lying() -> bytes:
    """A package whose directory says that a part is one byte long."""
    return SOUND.replace(struct.pack("<L", len(parts_of(SOUND)[SHEET])), struct.pack("<L", 1))


def twice(name: str) -> bytes:
    """A package that holds a sheet twice, under another spelling of its name."""
    parts = parts_of(SOUND)
    data = packed({**parts, "xl/worksheets/sheetX.xml": parts[SHEET]})
    return data.replace(b"xl/worksheets/sheetX.xml", name.encode())


def flagged(bit: int) -> bytes:
    """A package whose parts all have a flag set, in their own heads and in the directory."""
    data = bytearray(SOUND)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= bit
            start = data.find(signature, start + 4)
    return bytes(data)


def flipped() -> bytes:
    """A package with one bit of its sheet changed, stored without compression."""
    data = packed(parts_of(SOUND), zipfile.ZIP_STORED)
    return data.replace(b"sheetData", b"sheetDatb", 1)


def row(*cells: str, number: int = 1) -> str:
    """A row of cells in XML."""
    return f'<row r="{number}">{"".join(cells)}</row>'


A1 = '<c r="A1"><v>1</v></c>'


def contents() -> Iterator[Refused]:
    """XML that must not be parsed, or that means two things."""
    laughs = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE sst [<!ENTITY a "哈哈哈哈">{laughs}]>'
    yield refused("a DTD", with_head("<!DOCTYPE worksheet>"), DAMAGED)
    yield refused("a billion laughs", changed(SOUND, strings=head(laughs)), DAMAGED)
    yield refused(
        "an entity from a file", with_head('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), DAMAGED
    )
    yield refused(
        "an entity from the net",
        with_head('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">%a;]>'),
        DAMAGED,
    )
    utf16 = changed(SOUND, sheet=lambda xml: reencoded(head("<!DOCTYPE worksheet>")(xml), "utf-16"))
    yield refused("a DTD in UTF-16", utf16, DAMAGED)
    yield refused(
        "a DTD in a part nobody reads",
        changed_parts(SOUND, {"customXml/item1.xml": b"<!DOCTYPE a><a/>"}),
        DAMAGED,
    )
    yield refused(
        "XML in an unknown encoding",
        changed(SOUND, sheet=swap('encoding="UTF-8"', 'encoding="UTF-7"')),
        DAMAGED,
    )
    yield refused("XML that breaks off", changed(SOUND, sheet=lambda xml: xml[:-20]), DAMAGED)
    yield refused("a part that is no XML", changed(SOUND, workbook=b"\0\1\2"), DAMAGED)
    deep = "<x>" * (MAX_DEPTH + 1) + "</x>" * (MAX_DEPTH + 1)
    yield refused("depth", changed_parts(SOUND, {"customXml/item1.xml": deep.encode()}), DAMAGED)
    yield refused(
        "100,000 elements deep",
        changed_parts(SOUND, {"docProps/custom.xml": b"<x>" * 100_000 + b"</x>" * 100_000}),
        DAMAGED,
    )
    yield refused(
        "a text of 200,000 characters",
        plain(
            row('<c r="A1" t="s"><v>0</v></c>'),
            strings=f"<si><t>{'甲' * 200_000}{noise(3)}</t></si>",
        ),
        LARGE,
    )
    cells = "".join(f'<row r="{number}"><c s="1"/></row>' for number in range(1, MAX_ELEMENTS // 2 + 2))
    yield refused("a format down to the last row", plain(cells), LARGE)
    yield refused(
        "formats without end",
        changed(
            SOUND,
            styles=swap(
                "</styleSheet>",
                f"<!--{noise(4)}-->{'<x/>' * MAX_ELEMENTS}</styleSheet>",
            ),
        ),
        LARGE,
    )
    everywhere = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield refused("the whole sheet merged", plain(row(A1), after=everywhere), (LARGE, "A1"))
    areas = "".join(f'<mergeCell ref="A{number}:B{number}"/>' for number in range(1, MAX_AREAS + 2))
    yield refused(
        "2,001 merged areas",
        plain(row(A1), after=f"<mergeCells>{areas}</mergeCells>"),
        (LARGE, f"A{MAX_AREAS + 1}"),
    )
    link = f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="C3:XFD1048576" location="A1"/></hyperlinks>'
    yield refused("a link over the whole sheet", plain(row(A1), after=link), (LARGE, "C3"))
    yield refused("one cell twice", plain(row(A1, '<c r="A1"><v>2</v></c>')), (DAMAGED, "A1"))
    yield refused("one cell twice but for case", plain(row(A1, '<c r="a1"><v>2</v></c>')), (DAMAGED, "A1"))
    yield refused("one row twice", plain(row("<c><v>1</v></c>") + row("<c><v>2</v></c>")), (DAMAGED, "A1"))
    yield refused("a cell beyond the last column", plain(row('<c r="XFE1"><v>2</v></c>')), DAMAGED)
    yield refused(
        "a cell beyond the last row", plain(row('<c r="A1048577"><v>2</v></c>', number=1048577)), DAMAGED
    )
    yield refused("a cell without an address worth the name", plain(row('<c r="A0"><v>2</v></c>')), DAMAGED)
    yield refused("a cell that is an area", plain(row('<c r="A1:B2"><v>2</v></c>')), DAMAGED)
    yield refused(
        "a text counted from the end",
        plain(row('<c r="A1" t="s"><v>-1</v></c>'), strings="<si><t>甲</t></si>"),
        DAMAGED,
    )
    yield refused(
        "a text that is not there",
        plain(row('<c r="A1" t="s"><v>7</v></c>'), strings="<si><t>甲</t></si>"),
        DAMAGED,
    )
    yield refused("a format that is not there", plain(row('<c r="A1" s="7"><v>1</v></c>')), DAMAGED)
    yield refused("a number that is none", plain(row('<c r="A1"><v>十二</v></c>')), DAMAGED)
    yield refused(
        "a merged area that is none",
        plain(row(A1), after='<mergeCells><mergeCell ref="甲"/></mergeCells>'),
        DAMAGED,
    )
    yield refused(
        "no sheet", changed(SOUND, workbook=lambda xml: cut(xml, b"<sheets>", b"</sheets>")), DAMAGED
    )
    yield refused("a sheet that is missing", changed(SOUND, sheet=None), DAMAGED)
    yield refused(
        "a sheet to which nothing leads",
        changed(SOUND, workbook=swap('r:id="rId1"', 'r:id="rId77"')),
        DAMAGED,
    )
    yield refused("two sheets of one name", two_sheets(), DAMAGED)
    yield refused("texts that are missing", changed(SOUND, strings=None), DAMAGED)
    yield refused("no list of parts", changed(SOUND, types=None), DAMAGED)


def two_sheets() -> bytes:
    """A workbook with two sheets, both called 季度报表."""
    return changed(written(lambda book, _: book.add_worksheet("二")), workbook=swap('"二"', '"季度报表"'))


def noise(seed: int) -> str:
    """Letters that cannot be packed, so that the part they stand in is not packed too well."""
    return Random(seed).randbytes(20_000).hex()


def cut(content: bytes, start: bytes, end: bytes) -> bytes:
    """Content without what stands from one word up to another."""
    return content[: content.index(start)] + content[content.index(end) + len(end) :]


def head(declaration: str) -> books.Change:
    """What puts a declaration before a part's first element."""

    def change(xml: bytes) -> bytes:
        before, mark, after = xml.partition(b"?>")
        return before + mark + declaration.encode() + after

    return change


def with_head(declaration: str) -> bytes:
    """A workbook whose sheet opens with a declaration."""
    return changed(SOUND, sheet=head(declaration))


def reencoded(xml: bytes, encoding: str) -> bytes:
    """A part in another encoding."""
    return xml.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)


def links() -> Iterator[Refused]:
    """What reaches out of the workbook; the cells can be looked at all the same."""
    outside = f'<externalLink xmlns="{MAIN}"><externalBook/></externalLink>'.encode()
    linked = related(
        changed_parts(SOUND, {"xl/externalLinks/externalLink1.xml": outside}),
        "externalLink",
        "externalLinks/externalLink1.xml",
        part=books.RELATIONS,
    )
    yield refused("a link to another workbook", linked, LINK, readable=True)
    dde = (
        f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'.encode()
    )
    yield refused(
        "a DDE link", changed_parts(SOUND, {"xl/externalLinks/externalLink1.xml": dde}), LINK, readable=True
    )
    yield refused(
        "a formula that runs a program",
        written(lambda _, page: page.write_formula("C3", "=cmd|'/c calc'!A0")),
        (LINK, "C3"),
        readable=True,
    )
    yield refused(
        "a formula over another workbook",
        written(lambda _, page: page.write_formula("C3", "='[台账.xlsx]汇总'!B3", None, 5)),
        (LINK, "C3"),
        readable=True,
    )
    yield refused(
        "a formula that fetches a page",
        written(lambda _, page: page.write_formula("C3", '=WEBSERVICE("http://127.0.0.1:9/")', None, 5)),
        (LINK, "C3"),
        readable=True,
    )
    yield refused(
        "a connection",
        changed_parts(SOUND, {"xl/connections.xml": f'<connections xmlns="{MAIN}"/>'.encode()}),
        LINK,
        readable=True,
    )
    yield refused(
        "a query",
        changed_parts(SOUND, {"xl/queryTables/queryTable1.xml": f'<queryTable xmlns="{MAIN}"/>'.encode()}),
        LINK,
        readable=True,
    )
    yield refused(
        "a picture from the net",
        related(SOUND, "image", "http://127.0.0.1:9/a.png", external=True),
        LINK,
        readable=True,
    )
    yield refused(
        "a template from the net",
        related(SOUND, "attachedTemplate", "\\\\127.0.0.1\\a.dotx", external=True, part=books.RELATIONS),
        LINK,
        readable=True,
    )
    yield refused(
        "macros by the list of parts",
        changed(
            SOUND,
            types=swap(
                "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"
            ),
        ),
        MACRO,
        readable=True,
    )
    sheet = b'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>'
    yield refused(
        "a sheet of old macros",
        changed_parts(SOUND, {"xl/macrosheets/sheet1.xml": sheet}),
        MACRO,
        readable=True,
    )


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63600000000200014862c0b20000000049454e44ae426082"
)


def objects() -> Iterator[Refused]:
    """What floats over the cells and holds no text that could be read."""

    def picture(_: object, page: books.Any) -> None:
        page.insert_image("F12", "截图.png", {"image_data": books.io.BytesIO(PNG)})

    def chart(book: books.Any, page: books.Any) -> None:
        made = book.add_chart({"type": "column"})
        made.add_series({"values": "=季度报表!$B$2:$B$3"})
        page.insert_chart("D4", made)

    yield refused("a pasted picture", written(picture), (OBJECT, "F12"), readable=True)
    yield refused(
        "a text box",
        written(lambda _, page: page.insert_textbox("C7", "本季度完成12件")),
        (OBJECT, "C7"),
        readable=True,
    )
    yield refused("a chart", written(chart), (OBJECT, "D4"), readable=True)
    yield refused(
        "two pictures",
        written(
            picture, lambda _, page: page.insert_image("B3", "b.png", {"image_data": books.io.BytesIO(PNG)})
        ),
        (OBJECT, "F12"),
        (OBJECT, "B3"),
        readable=True,
    )
    yield refused(
        "a picture in a cell",
        written(lambda _, page: page.embed_image("F12", "a.png", {"image_data": books.io.BytesIO(PNG)})),
        OBJECT,
        readable=True,
    )
    yield refused(
        "a button",
        written(lambda _, page: page.insert_button("E5", {"caption": "报送"})),
        OBJECT,
        readable=True,
    )
    yield refused(
        "a control", changed_parts(SOUND, {"xl/activeX/activeX1.xml": b"<ocx/>"}), OBJECT, readable=True
    )
    yield refused(
        "a box to tick", changed_parts(SOUND, {"xl/ctrlProps/ctrlProp1.xml": b"<x/>"}), OBJECT, readable=True
    )
    yield refused(
        "an embedded object",
        changed_parts(SOUND, {"xl/embeddings/oleObject1.bin": b"\1\2"}),
        OBJECT,
        readable=True,
    )
    yield refused(
        "pictures of WPS",
        changed_parts(SOUND, {"xl/cellimages.xml": b"<cellImages/>"}),
        OBJECT,
        readable=True,
    )
    yield refused(
        "a comment",
        written(lambda _, page: page.write_comment("C3", "等财务核对")),
        ("cell_comment", "C3"),
        readable=True,
    )


REFUSED = (*disguises(), *containers(), *contents(), *links(), *objects())
