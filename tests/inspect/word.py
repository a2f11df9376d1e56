"""A small DOCX written by hand: a circular's title, addressee, body, signature and date, on the grid of 22 × 28."""

from __future__ import annotations

import io
import zipfile

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RUNNING = "全市司法行政系统要围绕中心服务大局坚持以人民为中心的发展思想统筹推进法治建设各项任务落实落细"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/></Relationships>'
)


def docx(font: str = "仿宋_GB2312", size: float = 16, top: float = 34.58, changes: str = "") -> bytes:
    """The bytes of a DOCX whose Normal style has the given font and size, with the given top margin in mm."""
    title = _paragraph("关于印发年度工作安排的通知", size=22, font="方正小标宋简体", centred=True)
    body = "".join(_paragraph(_RUNNING * 5 + "。", indent=True) for _ in range(9))
    closing = _paragraph("2019年8月29日", right=True)
    section = (
        f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{_twips(top)}" w:bottom="{_twips(32.58)}" '
        f'w:left="{_twips(28)}" w:right="{_twips(26)}" w:header="851" w:footer="992" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="589"/></w:sectPr>'
    )
    document = (
        f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{title}{_paragraph("各处室：")}{body}{changes}{closing}{section}'
        "</w:body></w:document>"
    )
    styles = (
        f'<w:styles xmlns:w="{_NAMESPACE}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:pPr><w:spacing w:line="589" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/><w:spacing w:val="-5"/>'
        f'<w:sz w:val="{round(size * 2)}"/></w:rPr></w:style></w:styles>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _PACKAGE,
        "word/_rels/document.xml.rels": _DOCUMENT,
        "word/document.xml": document,
        "word/styles.xml": styles,
    }
    return packed({name: text.encode() for name, text in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of the given parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return written.getvalue()


def _paragraph(
    text: str,
    *,
    size: float = 0,
    font: str = "",
    bold: bool = False,
    centred: bool = False,
    indent: bool = False,
    right: bool = False,
) -> str:
    place = '<w:jc w:val="center"/>' if centred else '<w:jc w:val="right"/>' if right else ""
    first = '<w:ind w:firstLine="630"/>' if indent else ""
    face = f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/>' if font else ""
    weight = "<w:b/>" if bold else ""
    height = f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    return f"<w:p><w:pPr>{first}{place}</w:pPr><w:r><w:rPr>{face}{weight}{height}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
