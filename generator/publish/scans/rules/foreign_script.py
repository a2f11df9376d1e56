"""Nothing runs on a reader's computer but the scripts of the site's own theme."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from generator.compute.personal import masked
from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "foreign_script",
    "网页或文件里有不是主题自带的程序。从数据或文稿混进来的脚本、宏、会自己运行的动作，读者一打开就运行。",
    '<p onclick="…">、<script>…</script>、带宏的 Excel',
    "网页只用主题自带的脚本，文件里只有文字、表格和图片",
)
OWN = frozenset(
    {
        "6a9a103c779f08d5a3c5b0a6f87cd50ce016e024955a163b5729508e0385c9f9",  # Material: settings kept by folder
        "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",  # Material: the tab that an address names
        "7986b00b1de28cace480dc1adf11168579ea38601bdbc8d240b0b0e22d6c35c4",  # ours: the way home from a missing page, and its address
    }
)
"""The scripts within pages that the theme brings, by their sha256, whichever folder the page lies in."""
_INERT = frozenset({"application/json", "application/ld+json"})
_BASE = re.compile(r'"\.{1,2}(?:/\.\.)*"')
_ASSETS = re.compile(r"(?:\.\./)*(?:assets|search)/[\w./\-]+\.js")
_SVG = re.compile(r"<(?:\w+:)?script\b|\son[a-z]+\s*=|<(?:\w+:)?foreignObject\b|<!ENTITY", re.IGNORECASE)
_PART = re.compile(r"vba|activex|embeddings/|externallinks/|\.bin$|\.ocx$|\.exe$", re.IGNORECASE)
_FIELD = re.compile(rb"<w:instrText[^>]*>[^<]*\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b")
_SHOWN = 40
_HINT = "从数据或文稿里删去"
_HINT_OF_THEME = (
    "从数据或文稿里删去；不是数据、文稿里的，就是主题换了版本或改过，请维护人员看过这段脚本，"
    "把校验码写进 generator/publish/scans/rules/foreign_script.py 的 OWN，换掉旧的"
)


def look(file: File, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # scripts know no exceptions
    """Find scripts, handlers, macros and actions of foreign origin."""
    match file.kind:
        case "html":
            yield from _in_page(file)
        case "svg" | "xml":
            for match in _SVG.finditer(text := file.content.decode("utf-8-sig")):
                line = text.count("\n", 0, match.start()) + 1
                yield Flaw(file.address, f"图里有会运行的内容 {match.group()}", _HINT, line)
        case "docx" | "xlsx":
            with zipfile.ZipFile(BytesIO(file.content)) as package:
                for part in package.namelist():
                    if _PART.search(part) or (part.endswith(".xml") and _FIELD.search(package.read(part))):
                        yield Flaw(file.address, f"文件里有宏、控件或别的文件（{part}）", _HINT)
        case "pdf":
            if file.pdf.acts:
                yield Flaw(file.address, "PDF 里有会运行的动作", _HINT)
            if file.pdf.carries:
                yield Flaw(file.address, "PDF 里夹带了别的文件", _HINT)
        case _:
            return


def own(script: str) -> str:
    """The sha256 of a script of the theme, the same in whichever folder the page lies that it stands in."""
    return hashlib.sha256(_BASE.sub('"."', script).encode()).hexdigest()


def _in_page(file: File) -> Iterator[Flaw]:
    for handler in file.page.handlers:
        yield Flaw(file.address, f"<{handler.tag}> 带有会运行的 {handler.attribute}", _HINT, handler.line)
    for script in file.page.scripts:
        if script.kind not in _INERT and own(script.text) not in OWN:
            begins = masked(" ".join(script.text.split()))[:_SHOWN]
            message = f"有不是主题自带的脚本“{begins}…”（校验码 {own(script.text)}）"
            yield Flaw(file.address, message, _HINT_OF_THEME, script.line)
    for link in file.page.links:
        if (link.tag, link.attribute) == ("script", "src") and not _ASSETS.fullmatch(link.address):
            yield Flaw(file.address, f"有不是主题自带的脚本 {link.address}", _HINT, link.line)
