"""Every page and document says what it is: language, title, description, and the tags that the portal asks for."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "meta_incomplete",
    "网页或文件没有说明自己是什么。搜索引擎、读屏软件、门户网站的检查都要看这些："
    "网页要有语言、标题、描述和编码，属于栏目的要有栏目标签，是文章的要有文章标签（国办发〔2017〕47号）；"
    "PDF、Word、Excel 要有标题。",
    "<html><head><title></title></head>",
    '<html lang="zh"><head><meta charset="utf-8"><title>目标 ZD01-1</title>…',
)
_ALL = ("charset", "viewport")
_ALONE = "404.html"
"""The page that is shown when there is none: it is no content."""
_GROUPS = (
    ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"),
    ("ArticleTitle", "ContentSource", "SiteName", "ColumnName"),
)
"""Tags that go together: where there is one, there are all (国办发〔2017〕47号, 附件)."""
_OFFICE_TITLE = re.compile(rb"<dc:title>[^<]+</dc:title>")
_HINT = "在 content/pages/ 的网页开头写上 description；是程序生成的，请告诉维护人员"


def look(file: File, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # what must be there is the same everywhere
    """Find what a page or a document does not say of itself."""
    match file.kind:
        case "html" if b"<html" in file.content:
            lacking = list(_lacking(file))
        case "pdf":
            lacking = [] if file.pdf.properties.get("Title") else ["标题"]
        case "docx" | "xlsx":
            with zipfile.ZipFile(BytesIO(file.content)) as package:
                core = package.read("docProps/core.xml") if "docProps/core.xml" in package.namelist() else b""
            lacking = [] if _OFFICE_TITLE.search(core) else ["标题"]
        case _:
            lacking = []
    if lacking:
        yield Flaw(file.address, f"没有写明：{'、'.join(lacking)}", _HINT)


def _lacking(file: File) -> Iterator[str]:
    page = file.page
    if not page.language:
        yield "语言（lang）"
    if not page.title:
        yield "标题（title）"
    wanted = [*_ALL]
    if file.address.rpartition("/")[2] != _ALONE:
        wanted.append("description")
    for group in _GROUPS:
        if group[0] in page.metas:
            wanted += group
    yield from (name for name in dict.fromkeys(wanted) if not page.metas.get(name, "").strip())
