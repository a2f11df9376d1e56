"""The figures of Chinese sentences are found and valued."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.figures import Figure, chinese_number, figures
from generator.model.scalars import points_from_text, points_text


@pytest.mark.parametrize(
    ("numerals", "value"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("一万零五十", 10050),
        ("三万五千", 35000),
        ("一亿二千万", 120_000_000),
        ("二〇一九", 2019),
    ],
)
def test_chinese_numerals_have_the_value_a_reader_gives_them(numerals: str, value: int) -> None:
    """Units, zeros, 两 and years written digit by digit."""
    assert chinese_number(numerals) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举办活动100场", [Figure(Decimal(100), percent=False, after="场")]),
        ("达到98.5％以上", [Figure(Decimal("98.5"), percent=True, after="以上")]),
        ("压缩百分之六十。", [Figure(Decimal(60), percent=True, after="。")]),
        ("受益2万人", [Figure(Decimal(20000), percent=False, after="人")]),
        ("全年十二期", [Figure(Decimal(12), percent=False, after="期")]),
        ("不发生事故", []),
    ],
)
def test_each_figure_comes_with_what_follows_it(text: str, found: list[Figure]) -> None:
    """Digits, numerals, per cent in words and signs, and 万."""
    assert list(figures(text)) == found


@given(st.integers(0, 999_999))
def test_points_are_printed_as_they_are_read(hundredths: int) -> None:
    """Two decimals, always, and back to the same hundredths."""
    text = points_text(hundredths)
    assert points_from_text(text) == hundredths
    assert text[-3] == "."


def test_points_below_zero_keep_their_sign() -> None:
    """A difference of five hundredths is not one of ninety-five."""
    assert points_text(-5) == "-0.05"
