"""What a file is by its first bytes, whatever it is called: anything but a zip package is told apart and refused."""

from __future__ import annotations

from pathlib import PurePath

from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.refusals import SAVE_AS
from generator.problem import Place, Problem

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office files (OLE), and of new ones that are encrypted (MS-OFFCRYPTO)."""

_FORM_ITSELF = "用发下去的表填写，交 .xlsx"
_SIGNATURES = (
    (b"%PDF", " PDF", "用原来的表填写，交 .xlsx，不交 PDF"),
    (b"\x89PNG", "图片", "拍照和截图读不出文字，交填好的 .xlsx"),
    (b"\xff\xd8\xff", "图片", "拍照和截图读不出文字，交填好的 .xlsx"),
    (b"Rar!", " RAR 压缩包", "解压，把里面的 .xlsx 交来"),
    (b"7z\xbc\xaf", " 7z 压缩包", "解压，把里面的 .xlsx 交来"),
    (b"{\\rtf", " RTF 文稿", _FORM_ITSELF),
    (b"\x09\x08\x06\x00", "旧版 Excel（.xls）", SAVE_AS),
    (b"\x09\x08\x08\x00", "旧版 Excel（.xls）", SAVE_AS),
    (b"\x09\x04\x06\x00", "旧版 Excel（.xls）", SAVE_AS),
    (b"\x09\x02\x06\x00", "旧版 Excel（.xls）", SAVE_AS),
    (b"\x09\x00\x04\x00", "旧版 Excel（.xls）", SAVE_AS),
)
_PACKAGES = (
    ("xl/workbook.bin", "二进制工作簿（.xlsb）"),
    ("word/document.xml", " Word 文稿（.docx）"),
    ("ppt/presentation.xml", "演示文稿（.pptx）"),
    ("content.xml", " ODF 文件（.ods）"),
)
_SLIPS = ("", ".xls", ".et", ".zip")
"""Endings that a sound workbook gets by a slip; any other was chosen by a program, which saves it otherwise."""

_READ_AHEAD = 4096


def disguise(data: bytes, file: str) -> Problem | None:
    """The refusal of a file whose bytes are no zip package; None when they are one."""
    place = Place(file)
    if not data:
        return refusals.WORKBOOK_DAMAGED.at(place, "文件是空的", "重新保存或重新传一次")
    if data.startswith(b"PK\x03\x04"):
        return None
    if data.startswith(_COMPOUND):
        return _compound(data, place)
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            return refusals.WORKBOOK_FORMAT.at(place, f"这是{what}，不是 .xlsx 工作簿", hint)
    what = _text(data[:_READ_AHEAD])
    return refusals.WORKBOOK_FORMAT.at(place, f"这{what}，不是 .xlsx 工作簿", SAVE_AS)


def misnamed(file: str) -> Problem | None:
    """The refusal of a workbook that is not called .xlsx: other programs go by the name."""
    suffix = PurePath(file).suffix
    if suffix.lower() == ".xlsx":
        return None
    message = f"内容是 .xlsx 工作簿，文件名却以“{suffix}”结尾" if suffix else "文件名没有后缀 .xlsx"
    hint = "把文件名的结尾改成 .xlsx" if suffix.lower() in _SLIPS else SAVE_AS
    return refusals.WORKBOOK_FORMAT.at(Place(file), message, hint)


def other_package(names: frozenset[str], file: str) -> Problem | None:
    """The refusal of a zip package that holds no workbook of ours."""
    if {"[Content_Types].xml", "xl/workbook.xml"} <= names and "xl/workbook.bin" not in names:
        return None
    if names & {"[Content_Types].xml", "xl/workbook.xml"} and not names & {part for part, _ in _PACKAGES}:
        return refusals.WORKBOOK_DAMAGED.at(Place(file), "工作簿里少了必要的部分", SAVE_AS)
    what = next((what for part, what in _PACKAGES if part in names), "")
    hint = SAVE_AS if what else "解压，把里面的 .xlsx 交来"
    if what.startswith((" Word", "演示")):
        hint = _FORM_ITSELF
    return refusals.WORKBOOK_FORMAT.at(Place(file), f"这是{what or ' ZIP 压缩包'}，不是 .xlsx 工作簿", hint)


def _compound(data: bytes, place: Place) -> Problem:
    """An OLE file, told by the names in its directory: an encrypted new workbook, or an old document."""
    if _named(data, "EncryptedPackage"):
        hint = "在 WPS 或 Excel 中打开，去掉打开密码，保存后再交"
        return refusals.WORKBOOK_PASSWORD.at(place, "工作簿加了打开密码", hint)
    if _named(data, "WordDocument"):
        return refusals.WORKBOOK_FORMAT.at(place, "这是 Word 文稿（.doc），不是 .xlsx 工作簿", _FORM_ITSELF)
    what = " WPS 表格（.et）" if PurePath(place.file).suffix.lower() == ".et" else "旧版 Excel（.xls）"
    if not (_named(data, "Workbook") or _named(data, "Book")):
        what = "旧版 Office 文件"
    return refusals.WORKBOOK_FORMAT.at(place, f"这是{what}，不是 .xlsx 工作簿", SAVE_AS)


def _named(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\0\0" in data


def _text(start: bytes) -> str:
    """What a file without a signature is, as the end of a sentence: 这…"""
    lowered = start.lower().replace(b"\0", b"")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in lowered:
        return "是 XML 表格（Excel 2003）"
    if b"<html" in lowered or b"<table" in lowered or lowered.startswith(b"mime-version:"):
        return "是另存成表格的网页"
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or not set(start) & set(range(9)):
        return "是文本文件（CSV 之类）"
    return "个文件认不出格式"
