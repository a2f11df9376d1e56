"""A file in which nothing can be measured gets one clear Chinese answer and never a report."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.inspect.inspection import inspect
from generator.inspect.reading import pdf as pdf_reading
from generator.inspect.reading.docx import read_docx
from generator.problem import UndecidedError
from tests.inspect.bare import Text, pdf
from tests.inspect.paper import paper
from tests.inspect.word import docx, packed

_LINE = (Text("正文", 28, 100),)

REFUSED = (
    ("an empty file", b"", "空的"),
    ("a text file", "公文".encode(), "不是 PDF"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(64), "不是 PDF"),
    ("half a PDF", pdf(_LINE)[:300], "损坏"),
    ("a PDF's first line only", b"%PDF-1.7\n", "损坏"),
    ("a PDF without pages", pdf(), "一页也没有"),
    ("a PDF with a password", pdf(_LINE, locked=True), "加了密码"),
    ("a PDF of blank pages", pdf((), ()), "空白"),
    ("a PDF whose text was made outlines", pdf((), drawn="0 0 m 90 10 l 40 90 l f"), "转曲"),
    ("a scan with hidden text", pdf((Text("识别的文字", 28, 100, render=3),)), "扫描件"),
    ("a scan", pdf((), drawn="q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"), "扫描件"),
    ("an old .doc or a locked .docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
    ("a broken zip", b"PK\x03\x04" + bytes(100), "损坏"),
    ("another zip", packed({"readme.txt": b"x"}), "压缩包"),
    ("a workbook", packed({"xl/workbook.xml": b"<x/>"}), "电子表格"),
    ("an OFD", packed({"OFD.xml": b"<x/>"}), "OFD"),
    ("a DOCX with a DTD", packed({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DTD"),
    ("a DOCX with broken XML", packed({"word/document.xml": b"<w:document>"}), "损坏"),
    ("a DOCX cut short", docx()[:900], "损坏"),
)


@pytest.mark.parametrize(("data", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_an_unmeasurable_file_is_refused_in_words(data: bytes, words: str) -> None:
    """The answer names the file, says what is wrong with it and what to do."""
    with pytest.raises(UndecidedError) as refused:
        inspect(data, "文件.pdf")
    problem = refused.value.problem
    assert words in problem.message
    assert problem.hint
    assert problem.place.file == "文件.pdf"


@given(st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_a_damaged_file_is_refused_or_measured_and_nothing_else(random: Random) -> None:
    """Whatever bytes are lost or changed, there is a report or an answer in words, never a traceback."""
    for sound, read in ((bytearray(paper("order")), inspect), (bytearray(docx()), read_docx)):
        for _ in range(random.choice((1, 20, 300))):
            sound[random.randrange(len(sound))] = random.randrange(256)
        try:
            read(bytes(sound[: random.choice((len(sound), random.randrange(len(sound))))]), "x")
        except UndecidedError as error:
            assert error.problem.hint


def test_a_file_of_too_many_pages_is_refused_before_it_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book is not measured for minutes."""
    monkeypatch.setattr(pdf_reading, "MOST_PAGES", 5)
    with pytest.raises(UndecidedError, match="6 页"):
        inspect(paper(), "book.pdf")


def test_three_hundred_pages_are_measured() -> None:
    """A long file is measured to its end, and the last page's fault is found."""
    pages = [(Text("全市司法行政系统要围绕中心服务大局坚持以人民为中心的发展", 28, 200),)] * 299
    report = inspect(pdf(*pages, (Text("超出版心的一行", 180, 200),)), "long.pdf")
    assert report.pages == 300
    assert "第300页" in report.result("outside_area").where
