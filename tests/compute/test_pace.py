"""How far a target should be at the end of each quarter, and what its figures say of its state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.compute.pace import due, state_by_figures
from tests.compute.plans import row, target, year

DUE = [
    ("evenly over the year", target("{at_least: 40, unit: 场}"), ["10", "20", "30", "40"]),
    (
        "up to the deadline's quarter",
        target("{at_least: 300, unit: 人}", deadline="2019-09-30"),
        ["100", "200", "300", "300"],
    ),
    (
        "as the milestones say",
        target(
            "{exactly: 24, unit: 个}", milestones="{q1: 挂牌6个, q2: 累计12个, q3: 累计20个, q4: 累计24个}"
        ),
        ["6", "12", "20", "24"],
    ),
    (
        "nothing before the first milestone",
        target("{at_least: 12, unit: 次}", milestones="{q4: 完成12次}"),
        ["0", "0", "0", "12"],
    ),
    (
        "unknown where the milestone names no quantity",
        target("{exactly: 4, unit: 个}", milestones="{q2: 完成选点, q3: 改造2个}"),
        ["0", None, "2", "4"],
    ),
    (
        "the last milestone holds until the deadline",
        target("{at_least: 120, unit: 卷}", milestones="{q2: 评查60卷}"),
        ["0", "60", "60", "120"],
    ),
    ("a rate at any time", target("{rate: 98}"), ["98", "98", "98", "98"]),
    ("a rate by its deadline", target("{rate: 99}", deadline="2019-11-30"), ["0", "0", "0", "99"]),
    (
        "a rate by milestones",
        target("{rate: 92}", milestones="{q2: 执行率达到50%, q3: 75%}"),
        ["0", "50", "75", "92"],
    ),
    ("a limit at any time", target("{at_most: 0, unit: 起}"), ["0", "0", "0", "0"]),
    ("no figure for what is done or not", target("{done: yes}"), [None, None, None, None]),
]


@pytest.mark.parametrize(("item", "wanted"), [case[1:] for case in DUE], ids=[case[0] for case in DUE])
def test_what_is_due_at_the_end_of_each_quarter(item: object, wanted: list[str | None]) -> None:
    """A quantity in the unit of the goal, or nothing that a figure could tell."""
    found = [due(year(), item, quarter) for quarter in range(4)]  # type: ignore[arg-type]
    assert found == [None if one is None else Decimal(one) for one in wanted]


QUANTITY, RATE, LIMIT = "{at_least: 40, unit: 场}", "{rate: 98}", "{at_most: 1, unit: 起}"
STATES = [
    (QUANTITY, 0, {"cumulative": "9"}, "behind"),
    (QUANTITY, 0, {"cumulative": "10"}, "on_schedule"),
    (QUANTITY, 0, {"cumulative": "11"}, "ahead"),
    (QUANTITY, 0, {"cumulative": "40"}, "completed"),
    (QUANTITY, 3, {"cumulative": "39.9"}, "behind"),
    (QUANTITY, 1, {}, None),
    (RATE, 1, {"cumulative": "97.9"}, "behind"),
    (RATE, 1, {"cumulative": "98"}, "on_schedule"),
    (RATE, 3, {"cumulative": "98"}, "completed"),
    (LIMIT, 0, {"cumulative": "1"}, "on_schedule"),
    (LIMIT, 3, {"cumulative": "0"}, "completed"),
    (LIMIT, 3, {"cumulative": "2"}, "behind"),
    ("{by: 2019-06-30}", 0, {}, None),
    ("{by: 2019-06-30}", 0, {"done_on": "2019-03-01"}, "completed"),
]


@pytest.mark.parametrize(("goal", "quarter", "fields", "state"), STATES)
def test_the_state_that_figures_tell(
    goal: str, quarter: int, fields: dict[str, str], state: str | None
) -> None:
    """Behind, on schedule, ahead or completed; nothing where no figure was given or none is due."""
    assert state_by_figures(year(), target(goal), quarter, row(**fields)) == state


def test_what_was_due_and_not_done_is_behind() -> None:
    """In the quarter of its deadline, not before."""
    item = target("{by: 2019-06-30}", deadline="2019-06-30")
    assert [state_by_figures(year(), item, quarter, row()) for quarter in range(3)] == [
        None,
        "behind",
        "behind",
    ]


def test_a_target_of_the_last_quarter_is_not_behind_in_the_first() -> None:
    """Nothing is due before the first milestone, so nothing done is not behind."""
    item = target("{at_least: 12, unit: 次}", milestones="{q4: 完成12次}")
    assert state_by_figures(year(), item, 0, row(cumulative="0")) == "not_started"
