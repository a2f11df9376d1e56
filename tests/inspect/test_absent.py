"""What a file does not have is said to be absent, and what cannot be measured is said so: neither passes."""

from __future__ import annotations

import pytest

from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome
from tests.inspect.bare import Text, pdf
from tests.inspect.paper import good, paper

ABSENT = (
    ("file", "signer_right", "没有签发人"),
    ("file", "unsealed_gap", "加盖印章"),
    ("file", "seal_colour", "没有印章"),
    ("file", "letter_rule_width", "不是信函"),
    ("file", "unnumbered_imprint", "没有空白页"),
    ("unsealed", "sealed_date_right", "不加盖印章"),
    ("upward", "number_centred", "没有居中"),
    ("order", "addressee_left", "没有主送机关"),
    ("order", "annex_new_page", "没有附件"),
    ("letter", "imprint_bottom", "没有找到版记"),
    ("minutes", "date_form", "没有找到成文日期"),
)


@pytest.mark.parametrize(("layout", "row", "reason"), ABSENT)
def test_a_row_that_does_not_apply_says_why(layout: str, row: str, reason: str) -> None:
    """A row about something the file lacks is marked 不适用, with the reason in words."""
    result = good(layout).result(row)
    assert result.outcome is Outcome.ABSENT
    assert reason in result.where


def test_an_annex_that_is_listed_and_not_there_is_no_agreement() -> None:
    """Annexes that are missing altogether do not pass the row that compares them with their list."""
    report = inspect(
        paper("file", {"annex-3": {"hide": True}, "annex-3-title": {"hide": True}}), "one-short.pdf"
    )
    assert report.result("annex_agreement").outcome is Outcome.FAILED


def test_ink_that_is_not_in_the_file_is_not_guessed() -> None:
    """Without the font in the file the mark's upper edge cannot be seen; the row says so and does not pass."""
    page = (
        Text("某某市司法局文件", 40, 200, 40),
        Text("某司〔2019〕8号", 80, 170),
        Text("关于印发工作安排的通知", 60, 150, 22),
    )
    result = inspect(pdf(page), "bare.pdf").result("mark_top")
    assert result.outcome is Outcome.UNMEASURED
    assert "没有嵌入" in result.where


def test_a_seal_that_is_a_picture_has_no_known_colour() -> None:
    """A seal pressed as a picture is found and placed, but its colour is not claimed to be red."""
    with_picture = paper("seal", {"seal": {"picture": True}})
    report = inspect(with_picture, "picture.pdf")
    assert report.result("seal_colour").outcome is Outcome.UNMEASURED
    assert report.result("seal_centred").outcome is Outcome.PASSED
