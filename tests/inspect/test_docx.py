"""A DOCX is measured as LibreOffice prints it, and what it says of its own layout is shown beside."""

from __future__ import annotations

import pytest

from generator.inspect.inspection import inspect
from generator.inspect.reading.docx import read_docx
from generator.inspect.reading.office import stand_ins
from generator.inspect.report import Outcome, Report
from generator.problem import UndecidedError
from tests.inspect.paper import FONTS
from tests.inspect.word import docx

needs_office = pytest.mark.needs("soffice")

_TRACKED = '<w:ins w:id="1" w:author="a"><w:r><w:t>新增</w:t></w:r></w:ins>'


@pytest.fixture(scope="module")
def report() -> Report:
    """The small DOCX, measured."""
    return inspect(docx(), "公文.docx", FONTS)


def test_a_docx_tells_its_margins_grid_and_fonts() -> None:
    """What the clerk set in Word is shown in millimetres and points."""
    readings = dict(read_docx(docx(), "x").readings)
    assert readings["第1节纸张"] == "210.01×297.00 mm"
    assert readings["第1节页边距"].startswith("上 34.57，下 32.58")
    assert readings["第1节网格"] == "只指定行网格，行距 29.45 磅"
    assert readings["正文样式字体"] == "仿宋_GB2312，16 磅"
    assert readings["页码域"] == "没有"
    assert readings["修订痕迹"] == "没有"


def test_tracked_changes_are_counted() -> None:
    """A circular must not go out with them."""
    assert dict(read_docx(docx(changes=_TRACKED), "x").readings)["修订痕迹"].startswith("有 1 处")


def test_a_stand_in_is_named() -> None:
    """A font that the machine lacks and another of its kind printed is told, one that was there is not."""
    asked = ("仿宋_GB2312", "方正小标宋简体", "微软雅黑", "FandolKai")
    printed = ("FandolFang-Regular", "FandolSong-Bold", "NotoSans")
    assert stand_ins(asked, printed) == "仿宋_GB2312 用 FandolFang 代；方正小标宋简体 用 FandolSong-Bold 代"


@needs_office
def test_a_docx_is_measured_on_the_page_that_libreoffice_prints(report: Report) -> None:
    """Lines, characters and type are those of the printed page."""
    assert report.result("characters_per_line").value == "28 字"
    assert report.result("lines_per_page").value == "22 行"
    assert report.result("paragraph_indent").outcome is Outcome.PASSED
    assert report.result("body_font").value == "仿宋 100.0%"
    assert report.result("title_font").outcome is Outcome.PASSED
    assert dict(report.readings)["测量时代用的字体"].startswith("仿宋_GB2312 用 FandolFang 代")


@needs_office
def test_a_docx_is_not_judged_by_the_pdf_that_was_made_to_measure_it(report: Report) -> None:
    """Tags, language and bookmarks of that PDF are nobody's."""
    for row in ("tagged", "title", "language", "bookmarks", "pdf_a", "pdf_ua", "font_embedded"):
        assert report.result(row).outcome is Outcome.ABSENT
        assert "DOCX" in report.result(row).where


@needs_office
def test_a_font_without_a_stand_in_is_reported_and_not_passed() -> None:
    """What LibreOffice puts in the place of an unknown font is named as foreign."""
    report = inspect(docx(font="不存在的字体"), "公文.docx", FONTS)
    assert report.result("font_foreign").outcome is Outcome.FAILED
    assert report.result("body_font").outcome is Outcome.FAILED


def test_without_libreoffice_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without it cannot decide, and says how it could."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UndecidedError, match="LibreOffice") as refused:
        inspect(docx(), "公文.docx", FONTS)
    assert "libreoffice-writer" in refused.value.problem.hint
