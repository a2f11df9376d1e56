"""A file in, a report out: the one function that others call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.inspect.reading.docx import read_docx
from generator.inspect.reading.office import stand_ins, to_pdf
from generator.inspect.reading.pdf import read_pdf
from generator.inspect.reading.refusal import unreadable
from generator.inspect.report import CONVERTED, Outcome, Report, report_on
from generator.inspect.row import Part

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OF_THE_CONVERSION = ("font_embedded",)


def inspect(data: bytes, name: str, fonts: Path | None = None) -> Report:
    """Measure a PDF, or a DOCX as LibreOffice prints it, against GB/T 9704-2012.

    `name` is shown in the report and in messages. `fonts` is a folder of fonts for printing a DOCX. A file that
    cannot be measured at all raises `UndecidedError`.
    """
    if not data:
        raise unreadable(name, "文件是空的。", "请检查文件是否选错，或者重新导出。")
    if data.startswith(_OLE):
        raise unreadable(
            name,
            "这是旧格式（.doc、.wps）文件，或者加了密码的 DOCX。",
            "请去掉密码，在 Word 或 WPS 里另存为 .docx 或 PDF。",
        )
    if not data.startswith(_ZIP):
        return report_on(read_pdf(data, name), name)
    settings = read_docx(data, name)
    facts = read_pdf(to_pdf(data, name, fonts), name)
    printed = sorted({glyph.font.name for glyph in facts.glyphs})
    stood_in = stand_ins(settings.fonts, printed)
    readings = (*settings.readings, *((("测量时代用的字体", stood_in),) if stood_in else ()))
    return _of_docx(report_on(facts, name, readings))


def _of_docx(report: Report) -> Report:
    """A DOCX's report says nothing of the PDF that was made only for measuring."""
    results = tuple(
        replace(result, outcome=Outcome.ABSENT, value="", where=CONVERTED, wrong=0)
        if result.row.part is Part.ELECTRONIC or result.row.id in _OF_THE_CONVERSION
        else result
        for result in report.results
    )
    return replace(report, results=results)
