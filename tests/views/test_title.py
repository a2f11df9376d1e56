"""Titles break between words, into a trapezoid or a diamond."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.title import break_title

NAMES = ("某某县农业局", "农机购置补贴", "高标准农田建设", "某某县人民政府办公室", "县农业局")


@pytest.mark.parametrize(
    "lines",
    [
        ("2024年度某某县农业局工作方案",),
        ("关于开展全县农机购置补贴培训工作的通知",),
        ("关于申请增加2024年度", "农机购置补贴专项经费的请示"),
        ("关于印发《2024年度某某县农业局", "高标准农田建设方案（试行）》的通知"),
        ("关于表彰2023年度全县春耕生产工作", "先进集体和先进个人的决定"),
        (
            "某某县人民政府办公室关于转发",
            "县农业局等部门2024年度高标准农田建设",
            "重点工作任务分解方案的通知",
        ),
    ],
)
def test_a_title_breaks_between_its_words(lines: tuple[str, ...]) -> None:
    """Names stay whole, 的通知 stays with what it follows, and the shape is a trapezoid or a diamond."""
    assert break_title("".join(lines), NAMES) == (lines, True)


def test_a_title_of_unknown_words_is_broken_and_says_so() -> None:
    """Where no word is known, the title still fits, and the caller learns that the break is a guess."""
    lines, between_words = break_title("甲乙丙丁戊己庚辛" * 4, ())
    assert not between_words
    assert all(len(line) <= 19 for line in lines)


def test_a_title_that_fits_stays_on_one_line() -> None:
    """A short title is not broken, though it has words to break at."""
    assert break_title("关于开展培训工作的通知", NAMES).lines == ("关于开展培训工作的通知",)


@given(
    st.lists(
        st.sampled_from(
            [*NAMES, "关于", "印发", "《", "》", "2024年度", "的", "通知", "和", "、", "甲", "工作", "98.5%"]
        )
    )
)
def test_every_title_keeps_its_words_and_marks(parts: list[str]) -> None:
    """Whatever the title, its lines join to it; none begins with a closing mark or ends with an opening one."""
    title = "".join(parts)
    lines = break_title(title, NAMES).lines
    assert "".join(lines) == title
    if len(lines) > 1:
        assert not any(line[0] in "》、的" for line in lines[1:])
        assert not any(line[-1] == "《" for line in lines[:-1])
