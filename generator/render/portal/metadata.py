"""What an editor fills into the fields of the CMS: as a sheet to copy from, and as JSON for an import."""

from __future__ import annotations

import io
import json
from datetime import datetime, time

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from generator.views.portal_article import PortalArticle

_HEAD = ("类别", "项目", "填写内容", "标签名", "备注")
_WIDTHS = (12, 16, 60, 20, 26)
_PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def as_json(article: PortalArticle) -> bytes:
    """The fields by group, and the files with what they are; what is not known is null."""
    groups: dict[str, dict[str, str | None]] = {}
    for line in article.metadata:
        groups.setdefault(line.group, {})[line.tag or line.name] = line.value or None
    content = {
        "title": article.title,
        "body": "body.html",
        **groups,
        "attachments": [{"file": one.name, "title": one.title} for one in article.attachments],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def as_xlsx(article: PortalArticle) -> bytes:
    """The same as a sheet of one field a row, and a sheet of the files; every cell is a text."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, **_PLAIN}) as book:
        book.set_properties({"title": article.title, "created": datetime.combine(article.day, time())})
        head = book.add_format({"bold": True, "bg_color": "#F4F6F9", "border": 1})
        text = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        fields = ((one.group, one.name, one.value, one.tag, one.remark) for one in article.metadata)
        files = (("附件", one.title, one.name, "", "") for one in article.attachments)
        for name, rows in (("发布信息", fields), ("附件清单", files)):
            sheet = book.add_worksheet(name)
            for place, (row, width) in enumerate(zip(_HEAD, _WIDTHS, strict=True)):
                sheet.write_string(0, place, row, head)
                sheet.set_column(place, place, width)
            for number, line in enumerate(rows, 1):
                for place, words in enumerate(line):
                    sheet.write_string(number, place, words, text)
            sheet.freeze_panes(1, 0)
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
    return packed.getvalue()
