"""Renames, moves, merges and splits are told from things that came and went."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.compute.changes import applied, changes, state
from generator.compute.changes.direction import direction
from generator.compute.changes.moved import PointsMoved, points_moved, totals
from generator.model.change import ChangeKind, Direction, What
from generator.model.dossier import Dossier
from generator.model.indicator import indicator_of, written_indicator
from tests.compute.edits import YEAR, bureau, edited, targets, with_indicators

TEXT = "全年组织河道巡查不少于60次，及时处置巡查发现的问题"


def bureau_of(*items: tuple[str, str, str]) -> Dossier:
    """The bureau with one more indicator, of these targets: id, text, points."""
    model = next(one for one in bureau().years[YEAR].indicators if "targets" in written_indicator(one))
    told = written_indicator(model)
    shape = told["targets"][0]
    hundredths = sum(int(Decimal(points) * 100) for _, _, points in items)
    told |= {"id": "ZD09", "name": "巡查", "points": f"{hundredths // 100}.{hundredths % 100:02}"}
    told["targets"] = [shape | {"id": name, "text": text, "points": points} for name, text, points in items]
    return with_indicators(bureau(), (*bureau().years[YEAR].indicators, indicator_of(told)))


CASES = [
    (
        "reworded_under_a_new_id",
        [("ZD09-1", TEXT, "1.00")],
        [("ZD09-2", TEXT + "。", "1.00")],
        {"renamed": 1, "changed": 1},
    ),
    (
        "unlike_texts",
        [("ZD09-1", TEXT, "1.00")],
        [("ZD09-2", "按时报送统计年报", "1.00")],
        {"removed": 1, "added": 1},
    ),
    (
        "two_made_one",
        [("ZD09-1", "全年组织河道巡查不少于60次", "0.40"), ("ZD09-2", "及时处置巡查发现的问题", "0.60")],
        [("ZD09-3", TEXT, "1.00")],
        {"merged": 1},
    ),
    (
        "one_made_two",
        [("ZD09-3", TEXT, "1.00")],
        [("ZD09-1", "全年组织河道巡查不少于60次", "0.40"), ("ZD09-2", "及时处置巡查发现的问题", "0.60")],
        {"split": 1},
    ),
    (
        "two_made_one_of_other_points",
        [("ZD09-1", "全年组织河道巡查不少于60次", "0.40"), ("ZD09-2", "及时处置巡查发现的问题", "0.50")],
        [("ZD09-3", TEXT, "0.90"), ("ZD09-4", "其他", "0.01")],
        {"merged": 1, "added": 1, "changed": 1},
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "kinds"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_became_of_targets(old: Any, new: Any, kinds: dict[str, int]) -> None:
    """Each kind is told as often as it happened, and what was told leads to the new dossier."""
    before, after = bureau_of(*old), bureau_of(*new)
    found = changes(before, after)
    assert {
        kind.value: sum(one.kind is kind for one in found) for kind in {one.kind for one in found}
    } == kinds
    assert applied(state(before), found) == state(after)


def test_an_indicator_in_another_category_has_moved() -> None:
    """The category is where an indicator stands."""
    one = bureau().years[YEAR].indicators[0]
    new = with_indicators(
        bureau(),
        (indicator_of(written_indicator(one) | {"category": "别类"}), *bureau().years[YEAR].indicators[1:]),
    )
    (change,) = changes(bureau(), new)
    assert (change.kind, change.field, change.new) == (ChangeKind.MOVED, "category", "别类")


@pytest.mark.parametrize(
    ("what", "field", "old", "new", "way"),
    [
        (What.TARGET, "points", "9.00", "10.00", Direction.MORE),
        (What.TARGET, "points", "1.00", "0.50", Direction.FEWER),
        (What.TARGET, "deadline", "2021-09-30", "2021-12-31", Direction.LATER),
        (What.TARGET, "deadline", "2021-09-30", "2021-09-29", Direction.EARLIER),
        (
            What.TARGET,
            "goal",
            {"at_least": "100", "unit": "场"},
            {"at_least": "90", "unit": "场"},
            Direction.LOOSENED,
        ),
        (
            What.TARGET,
            "goal",
            {"at_least": "9", "unit": "场"},
            {"at_least": "10", "unit": "场"},
            Direction.TIGHTENED,
        ),
        (
            What.TARGET,
            "goal",
            {"at_most": "0", "unit": "起"},
            {"at_most": "1", "unit": "起"},
            Direction.LOOSENED,
        ),
        (What.TARGET, "goal", {"rate": "98"}, {"rate": "98.5"}, Direction.TIGHTENED),
        (What.TARGET, "goal", {"by": "2021-06-30"}, {"by": "2021-07-31"}, Direction.LOOSENED),
        (What.TARGET, "goal", {"by": "2021-06-30"}, {"by": "2021-05-31"}, Direction.TIGHTENED),
        (What.TARGET, "goal", {"at_least": "9", "unit": "场"}, {"at_least": "9", "unit": "次"}, None),
        (What.TARGET, "goal", {"at_least": "9", "unit": "场"}, {"rate": "98"}, None),
        (What.TARGET, "goal", {"exactly": "4", "unit": "次"}, {"exactly": "3", "unit": "次"}, None),
        (
            What.TARGET,
            "rule",
            {"deduct": "0.50", "per": "起"},
            {"deduct": "0.30", "per": "起"},
            Direction.LOOSENED,
        ),
        (
            What.TARGET,
            "rule",
            {"slope": {"each": "1", "deduct": "0.10"}},
            {"slope": {"each": "1", "deduct": "0.20"}},
            Direction.TIGHTENED,
        ),
        (What.TARGET, "rule", {"deduct": "0.50", "per": "起"}, {"deduct": "0.30", "per": "次"}, None),
        (What.TARGET, "rule", {"pro_rata": "yes"}, {"all_or_nothing": "yes"}, None),
        (What.TARGET, "text", "甲", "乙", None),
        (What.TARGET, "points", None, "1.00", None),
    ],
)
def test_which_way_a_value_went(what: What, field: str, old: Any, new: Any, way: Direction | None) -> None:
    """Up or down, later or earlier, loosened or tightened; nothing where there is no telling."""
    assert direction(what, field, old, new) is way


def test_points_went_from_givers_to_receivers() -> None:
    """What one gave is paired with what another received, and no more."""
    assert list(points_moved({"甲": -50, "乙": -30, "丙": 60, "丁": 40})) == [
        PointsMoved("甲", "丙", 50),
        PointsMoved("乙", "丙", 10),
        PointsMoved("乙", "丁", 20),
    ]
    assert list(points_moved({"甲": -50, "丙": -60})) == []


def test_a_transfer_changes_the_sums_of_both_units() -> None:
    """Only the holders whose points differ are told."""
    first = targets(bureau())[0]
    old = bureau().years[YEAR]
    item = next(old.items)
    new = edited(bureau(), first, "unit", "新设科").years[YEAR]
    told = {total.name: total.after - total.before for total in totals(old, new, "unit")}
    assert told == {item.unit: -item.points, "新设科": item.points}
    assert totals(old, new, "leader") == ()
