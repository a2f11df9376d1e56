"""Points by each of the six scoring idioms, and the bounds they all keep."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compute.score import score
from tests.compute.plans import row, target

END = date(2019, 12, 31)
ZERO, TEN, RATE = "{at_most: 0, unit: 起}", "{at_least: 10, unit: 场}", "{rate: 98}"
DEDUCT = "{deduct: 0.3, per: 起}"
SLOPE = "{slope: {each: 1, deduct: 0.2, zero_below: 95}}"
TIERS = (
    "{tiers: [{at_least: 10, points: 1}, {at_least: 8, points: 0.6}], bonus: {each: 2, add: 0.1, limit: 0.3}}"
)

CASES = [
    (ZERO, DEDUCT, "0", 100),
    (ZERO, DEDUCT, "2", 40),
    (ZERO, DEDUCT, "9", 0),
    (ZERO, "{deduct: 0.3, per: 起, floor: 0.2}", "9", 20),
    (TEN, "{deduct: 0.1, per: 场}", "7", 70),
    (TEN, "{pro_rata: yes}", "5", 50),
    (TEN, "{pro_rata: yes}", "30", 100),
    ("{at_least: 3, unit: 次}", "{pro_rata: yes}", "1", 33),
    (TEN, "{all_or_nothing: yes}", "9", 0),
    (TEN, "{all_or_nothing: yes}", "10", 100),
    ("{at_most: 15, unit: '%'}", "{all_or_nothing: yes}", "15.1", 0),
    (TEN, TIERS, "7", 0),
    (TEN, TIERS, "9", 60),
    (TEN, TIERS, "10", 100),
    (TEN, TIERS, "13", 110),
    (TEN, TIERS, "99", 130),
    (RATE, SLOPE, "98", 100),
    (RATE, SLOPE, "97.5", 100),
    (RATE, SLOPE, "96", 60),
    (RATE, SLOPE, "94.9", 0),
]


@pytest.mark.parametrize(("goal", "rule", "value", "points"), CASES)
def test_points_by_what_was_reached(goal: str, rule: str, value: str, points: int) -> None:
    """In hundredths: whole steps count, shares are rounded."""
    assert score(target(goal, rule), row(cumulative=value), END) == points


LATE = "{late: [{days: 15, deduct: 0.2}, {days: 45, deduct: 0.5}]}"
DEEDS = [
    (LATE, "2019-08-31", END, 100),
    (LATE, "2019-09-01", END, 80),
    (LATE, "2019-09-15", END, 80),
    (LATE, "2019-09-16", END, 50),
    (LATE, "2019-10-16", END, 0),
    (LATE, None, date(2019, 8, 31), None),
    (LATE, None, date(2019, 9, 10), 80),
    (LATE, None, END, 0),
    ("{all_or_nothing: yes}", "2019-09-01", END, 0),
    ("{deduct: 0.3, per: 次}", "2019-09-01", END, 70),
    ("{deduct: 0.3, per: 次}", None, END, 0),
]


@pytest.mark.parametrize(("rule", "done", "day", "points"), DEEDS)
def test_points_by_the_day_it_was_done(rule: str, done: str | None, day: date, points: int | None) -> None:
    """In time all, then by the bands of lateness; still to be done and not overdue: nothing is known yet."""
    item = target("{by: 2019-08-31}", rule, deadline="2019-08-31")
    fields = {"done_on": done} if done else {}
    assert score(item, row(**fields), day) == points


def test_what_was_not_counted_earns_nothing_known() -> None:
    """No figure is not zero."""
    assert score(target(TEN, "{pro_rata: yes}"), row(), END) is None


@given(
    st.sampled_from([case[:2] for case in CASES]),
    st.decimals(0, 1000, places=2),
    st.decimals(0, 1000, places=2),
)
def test_doing_better_never_earns_less(case: tuple[str, str], one: Decimal, other: Decimal) -> None:
    """Points keep between nothing and all, a bonus aside, and grow with what was reached."""
    item = target(*case)
    worse, better = sorted((one, other), reverse="at_most" in case[0])
    less, more = (score(item, row(cumulative=str(value)), END) for value in (worse, better))
    assert less is not None
    assert more is not None
    assert 0 <= less <= more <= (130 if "bonus" in case[1] else 100)
