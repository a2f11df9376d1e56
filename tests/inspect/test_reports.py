"""The report says the same in text, JSON and HTML, and never lets a file's words act as markup."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from rich.console import Console

from generator.inspect.as_html import as_html
from generator.inspect.as_json import as_json
from generator.inspect.as_text import as_text, comparison_as_text, heading
from generator.inspect.comparison import compared
from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome, Report
from generator.inspect.row import Span, Strength
from generator.inspect.table import ROWS
from tests.inspect.bare import Text, pdf
from tests.inspect.paper import good, paper


@pytest.fixture(scope="module")
def faulty() -> Report:
    """A circular whose mark is too low, whose title is Kai, and whose organ's name holds markup."""
    wrong = {"mark": {"y": 2.5, "text": "某<b>局&[bold]文件"}, "title-1": {"font": "FandolKai"}}
    return inspect(paper("file", wrong), "坏<script>.pdf")


def _printed(*blocks: object) -> str:
    written = StringIO()
    console = Console(file=written, width=150)
    for block in blocks:
        console.print(block)
    return written.getvalue()


def test_the_text_shows_every_row_that_says_something(faulty: Report) -> None:
    """Failures come first; every measured row follows; what does not apply is named with its reason."""
    text = _printed(as_text(faulty))
    assert text.index("不符的各行") < text.index("量过的各行") < text.index("不适用的")
    assert faulty.result("mark_top").value in text
    assert "某<b>局&[bold]文件" in text.replace("\n", "")


def test_the_verdict_counts_failures_by_strength(faulty: Report) -> None:
    """A clerk sees at once how many of the standard's own rules are broken."""
    assert len(faulty.failed(Strength.REQUIRED)) >= 1
    assert len(faulty.failed(Strength.USUAL)) >= 1
    assert sum(faulty.counts.values()) == len(ROWS)


def test_the_json_holds_every_row_with_its_figures(faulty: Report) -> None:
    """A program gets id, clause, strength, target, tolerance, value and deviation."""
    answer = json.loads(as_json(faulty))
    rows = {row["id"]: row for row in answer["rows"]}
    assert list(rows) == [row.id for row in ROWS]
    mark = rows["mark_top"]
    assert (mark["clause"], mark["strength"], mark["outcome"]) == ("7.2.4", "规定", "failed")
    assert (mark["low"], mark["tolerance"], mark["unit"]) == (35, 0.5, "mm")
    assert mark["deviation"] == pytest.approx(mark["number"] - 35, abs=1e-4)
    assert answer["counts"]["failed"] == len(faulty.failed())


def test_the_html_stands_alone_and_escapes_the_file_s_words(faulty: Report) -> None:
    """No script, no other host, and nothing of the file becomes markup."""
    page = as_html(faulty, compared(faulty, good()))
    assert "<script" not in page
    assert "某&lt;b&gt;局&amp;[bold]文件" in page
    assert "http" not in page
    assert page.count('<tr class="failed">') >= 2 * len(faulty.failed())


def test_the_same_file_gives_the_same_report() -> None:
    """Nothing in a report depends on when or how often it is made."""
    data = paper()
    assert as_json(inspect(data, "x")) == as_json(inspect(data, "x"))
    assert as_html(inspect(data, "x")) == as_html(inspect(data, "x"))


def test_two_files_are_compared_row_by_row(faulty: Report) -> None:
    """A difference is second less first; rows that agree do not differ."""
    pairs = {pair.row.id: pair for pair in compared(good(), faulty)}
    assert pairs["mark_top"].difference == pytest.approx(2.5, abs=0.05)
    assert pairs["mark_top"].differs
    assert pairs["title_font"].differs
    assert not pairs["rule_width"].differs
    assert "+2.5" in _printed(comparison_as_text(good(), faulty, compared(good(), faulty)))


def test_what_one_file_has_and_the_other_lacks_is_a_difference() -> None:
    """A row that applies to one of two files only is marked."""
    pairs = {pair.row.id: pair for pair in compared(good("file"), good("unsealed"))}
    assert pairs["sealed_date_right"].differs
    assert pairs["unsealed_date_shift"].differs
    assert not pairs["rule_width"].differs


def test_a_file_compared_with_itself_differs_nowhere() -> None:
    """The comparison finds nothing between a report and itself."""
    assert not [pair for pair in compared(good(), good()) if pair.differs]


def test_every_figure_in_a_report_passes_exactly_when_it_is_within_its_tolerance(faulty: Report) -> None:
    """The outcome, the deviation and the tolerance never contradict one another."""
    for result in faulty.results:
        if isinstance(result.row.target, Span) and result.deviation is not None:
            within = abs(result.deviation) <= result.row.target.tolerance + 1e-9
            assert within is (result.outcome is Outcome.PASSED), result.row.id


def test_the_parts_are_shown_as_they_were_recognised() -> None:
    """A reader can see what was taken for what."""
    parts = dict(good().recognised)
    assert parts["发文机关标志"] == "某某市司法局文件"
    assert parts["发文字号"] == "某司〔2019〕8号"
    assert parts["标题"] == "关于印发年度重点工作安排和责任分工方案的通知"
    assert parts["成文日期"] == "2019年8月29日"
    assert parts["附件"].startswith("附件1 年度重点工作责任分工表")
    assert parts["签发人"] == ""


def test_every_font_is_named_by_what_it_is_used_for() -> None:
    """The table of fonts names role, font, kind and how many characters."""
    fonts = {(use.role, use.kind) for use in good().fonts}
    assert {
        ("发文机关标志", "小标宋"),
        ("一级标题", "黑体"),
        ("二级标题", "楷体"),
        ("正文", "仿宋"),
        ("页码", "宋体"),
    } <= fonts


def test_a_file_that_is_no_circular_is_said_to_be_perhaps_none() -> None:
    """A reader is warned before reading figures that mean nothing."""
    report = inspect(pdf((Text("全市司法行政系统要围绕中心服务大局", 28, 100),)), "other.pdf")
    assert "可能不是公文" in heading(report)
    assert "文件格式" in heading(good())
