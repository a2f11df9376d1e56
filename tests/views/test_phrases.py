"""Figures, days and goals in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.goal import AtLeast, AtMost, By, Done, Exactly, Goal, Rate
from generator.views import phrases


@pytest.mark.parametrize(
    ("hundredths", "running", "column"),
    [
        (0, "0", "0.00"),
        (5, "0.05", "0.05"),
        (150, "1.5", "1.50"),
        (4500, "45", "45.00"),
        (10010, "100.1", "100.10"),
    ],
)
def test_points_lose_idle_zeros_in_text_and_keep_them_in_columns(
    hundredths: int, running: str, column: str
) -> None:
    """45分 in a sentence stands as 45.00 in a column."""
    assert (phrases.points(hundredths), phrases.points_column(hundredths)) == (running, column)


@given(st.integers(min_value=0, max_value=999999))
def test_points_are_printed_without_loss(hundredths: int) -> None:
    """Both forms read back as the same number of hundredths."""
    for printed in (phrases.points(hundredths), phrases.points_column(hundredths)):
        assert Decimal(printed) * 100 == hundredths


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (AtLeast(at_least="100", unit="场"), "不少于100场"),
        (AtLeast(at_least="2.50", unit="万元"), "不少于2.5万元"),
        (AtMost(at_most="3", unit="起"), "不超过3起"),
        (AtMost(at_most="0", unit="起"), "0起"),
        (AtMost(at_most="0.2", unit="%"), "不超过0.2%"),
        (Exactly(exactly="4", unit="次"), "4次"),
        (Rate(rate="98"), "不低于98%"),
        (Rate(rate="100"), "100%"),
        (Done(done="yes"), "完成"),
        (By(by="2019-06-30"), "2019年6月30日前完成"),
    ],
)
def test_each_kind_of_goal_has_its_words(goal: Goal, words: str) -> None:
    """Nobody is asked for 不低于100% or 不超过0起."""
    assert phrases.goal(goal) == words


def test_a_day_loses_its_year_only_where_the_year_is_plain() -> None:
    """In a table of 2019 a goal of 2019 says 6月30日, one of 2020 keeps its year."""
    assert phrases.goal(By(by="2019-06-30"), 2019) == "6月30日前完成"
    assert phrases.goal(By(by="2020-01-31"), 2019) == "2020年1月31日前完成"


def test_days_have_no_leading_zeros() -> None:
    """As GB/T 15835 and the circular write them."""
    assert phrases.day(date(2019, 8, 5)) == "2019年8月5日"
    assert phrases.day_in_year(date(2019, 8, 5)) == "8月5日"


@given(st.text(max_size=60), st.integers(min_value=2, max_value=40))
def test_a_shortened_text_fits_and_says_that_it_goes_on(text: str, length: int) -> None:
    """Never longer than asked; whole if it fits, else cut with …."""
    short = phrases.shortened(text, length)
    assert len(short) <= length
    assert short == " ".join(text.split()) or short.endswith("…")
