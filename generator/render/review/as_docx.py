"""The review report as a DOCX to sign and file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as DocumentObject

from generator.views.review import NOTHING, ReviewReport

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def as_docx(report: ReviewReport, day: date) -> bytes:
    """The document, the same bytes for the same report; its dates are the day of the review."""
    document = Document()
    document.add_heading("计划改动审核报告", 0)
    if report.unchanged:
        document.add_paragraph(NOTHING)
    else:
        _fill(document, report)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = "计划改动审核报告", "", ""
    properties.created = properties.modified = datetime.combine(day, time())
    return _bytes(document)


def _fill(document: DocumentObject, report: ReviewReport) -> None:
    document.add_paragraph(report.headline)
    document.add_paragraph(report.verdict)
    rows = [
        (one.weight, f"{one.sentence}。", f"{one.needs}{'（缺少）' if one.missing else ''}", one.public)
        for one in report.entries
    ]
    _table(document, ("轻重", "改动", "需要", "公众看到"), rows)
    for title, sums in (("股室", report.units), ("分管领导", report.leaders)):
        if sums:
            document.add_paragraph()
            _table(
                document,
                (title, "原分值", "新分值", "增减"),
                [(one.name, one.before, one.after, one.difference) for one in sums],
            )
    for title, lines in (
        ("分值调剂", report.moved),
        ("对不上的登记", report.faults),
        ("影响的网页", report.pages),
        ("影响的公文和公示栏", report.documents),
        ("新增的问题", tuple(one.message for one in report.new_problems)),
        ("已解决的问题", tuple(one.message for one in report.resolved_problems)),
    ):
        if lines:
            document.add_heading(title, 1)
            for line in lines:
                document.add_paragraph(_clean(line), style="List Bullet")


def _table(document: DocumentObject, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(text)


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(char if char.isprintable() else "�" for char in text)


def _bytes(document: DocumentObject) -> bytes:
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(packed, "w") as fixed:
        for name in package.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            fixed.writestr(entry, package.read(name))
    return packed.getvalue()
