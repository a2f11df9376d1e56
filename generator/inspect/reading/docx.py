"""What a DOCX says of its own layout: page, margins, grid, fonts asked for, page numbers, tracked changes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.inspect.reading.refusal import unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_PER_MILLIMETRE = 1440 / 25.4
_MOST_PARTS, _MOST_BYTES = 2000, 300_000_000
_MAIN = "word/document.xml"
_GRIDS = {
    "lines": "只指定行网格",
    "linesAndChars": "指定行和字符网格",
    "snapToChars": "文字对齐字符网格",
    "default": "没有网格",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A DOCX's own statements: names and values for a reader, and the fonts its Chinese text asks for."""

    readings: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...]


def read_docx(data: bytes, name: str) -> Settings:
    """The statements of a DOCX; a file that is none, or a harmful one, gets one clear answer."""
    parts = _parts(data, name)
    document = _xml(parts[_MAIN], name)
    styles = _xml(parts["word/styles.xml"], name) if "word/styles.xml" in parts else None
    settings = _xml(parts["word/settings.xml"], name) if "word/settings.xml" in parts else None
    fonts = _fonts(document, styles)
    fields = [_xml(part, name) for path, part in sorted(parts.items()) if path.startswith("word/footer")]
    return Settings(
        readings=(
            *_sections(document),
            *_defaults(styles),
            ("要用的中文字体", "、".join(fonts) or "没有指明"),
            ("页码域", "有" if any(_has_page_field(field) for field in fields) else "没有"),
            (
                "奇偶页不同",
                "是"
                if settings is not None and settings.find(f"{_W}evenAndOddHeaders") is not None
                else "否",
            ),
            ("修订痕迹", _changes(document)),
        ),
        fonts=fonts,
    )


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
                raise unreadable(name, "DOCX 解开后过大，不像一份公文。", "请用 Word 或 WPS 另存一份。")
            names = {member.filename for member in members}
            if _MAIN not in names:
                raise _not_docx(name, names)
            wanted = re.compile(r"^word/(?:document|styles|settings|footer\d*)\.xml$")
            return {each: archive.read(each) for each in sorted(names) if wanted.match(each)}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, EOFError, OSError):
        raise unreadable(
            name, "DOCX 已损坏，或者没有下载完整。", "请用 Word 或 WPS 打开后另存一份。"
        ) from None


def _not_docx(name: str, names: set[str]) -> Exception:
    if any(each.startswith("xl/") for each in names):
        return unreadable(name, "这是电子表格（xlsx），不是公文。", "请给出公文的 PDF 或 DOCX。")
    if "OFD.xml" in names:
        return unreadable(name, "这是 OFD 文件，这里还不能测量。", "请先转换成 PDF。")
    return unreadable(name, "这是压缩包，不是 DOCX。", "请解压后给出里面的 PDF 或 DOCX。")


def _xml(part: bytes, name: str) -> ET.Element:
    if b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part:
        raise unreadable(name, "DOCX 里有不该有的 DTD 声明，不予打开。", "请用 Word 或 WPS 打开后另存一份。")
    try:
        return ET.fromstring(part)  # noqa: S314  # a DTD, and with it every entity, was refused above
    except ET.ParseError:
        raise unreadable(name, "DOCX 的内容已损坏。", "请用 Word 或 WPS 打开后另存一份。") from None


def _sections(document: ET.Element) -> Iterator[tuple[str, str]]:
    for number, section in enumerate(document.iter(f"{_W}sectPr"), start=1):
        size, margins, grid = (section.find(f"{_W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
        if size is not None:
            yield f"第{number}节纸张", f"{_mm(size, 'w')}×{_mm(size, 'h')} mm"
        if margins is not None:
            sides = (("上", "top"), ("下", "bottom"), ("左", "left"), ("右", "right"), ("页脚", "footer"))
            yield (
                f"第{number}节页边距",
                "，".join(f"{word} {_mm(margins, side)}" for word, side in sides) + " mm",
            )
        yield f"第{number}节网格", _grid(grid)


def _grid(grid: ET.Element | None) -> str:
    if grid is None:
        return "没有网格"
    kind = _GRIDS.get(grid.get(f"{_W}type", "default"), "没有网格")
    pitch = grid.get(f"{_W}linePitch", "")
    return f"{kind}，行距 {int(pitch) / 20:g} 磅" if pitch.lstrip("-").isdigit() else kind


def _defaults(styles: ET.Element | None) -> Iterator[tuple[str, str]]:
    if styles is None:
        return
    places = [
        (f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr", "文档默认"),
        (f"{_W}style[@{_W}default='1'][@{_W}type='paragraph']/{_W}rPr", "正文样式"),
    ]
    for path, name in places:
        run = styles.find(path)
        if run is None:
            continue
        fonts, size = run.find(f"{_W}rFonts"), run.find(f"{_W}sz")
        stated = []
        if fonts is not None and fonts.get(f"{_W}eastAsia"):
            stated.append(f"{fonts.get(f'{_W}eastAsia')}")
        if size is not None and size.get(f"{_W}val", "").isdigit():
            stated.append(f"{int(size.get(f'{_W}val', '0')) / 2:g} 磅")
        if stated:
            yield f"{name}字体", "，".join(stated)


def _fonts(document: ET.Element, styles: ET.Element | None) -> tuple[str, ...]:
    trees = [document, *([styles] if styles is not None else [])]
    found = {fonts.get(f"{_W}eastAsia", "") for tree in trees for fonts in tree.iter(f"{_W}rFonts")}
    return tuple(sorted(found - {""}))


def _has_page_field(part: ET.Element) -> bool:
    simple = (field.get(f"{_W}instr", "") for field in part.iter(f"{_W}fldSimple"))
    complex_ = (field.text or "" for field in part.iter(f"{_W}instrText"))
    return any(re.search(r"\bPAGE\b", text) for text in (*simple, *complex_))


def _changes(document: ET.Element) -> str:
    count = sum(1 for tag in ("ins", "del", "moveFrom", "moveTo") for _ in document.iter(f"{_W}{tag}"))
    return f"有 {count} 处，印发前应当接受或拒绝" if count else "没有"


def _mm(element: ET.Element, name: str) -> str:
    value = element.get(f"{_W}{name}", "")
    return f"{int(value) / _TWIPS_PER_MILLIMETRE:.2f}" if value.lstrip("-").isdigit() else "?"
