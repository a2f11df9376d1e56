"""The rules on changes are found in their folder; each file is one rule, by its own name and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.severity import weighing
from generator.check.severity.context import Context
from generator.check.severity.registry import severity_rules
from generator.check.severity.rules import deadline_adjusted, locked_quarter_changed
from generator.model.change import Change, ChangeKind, Subject, What
from generator.model.policy import Policy, Severity
from tests.check.severity.edits import LOCK, LOCKED, TODAY, compared, dossier
from tests.compute.edits import bureau

FOLDER = Path(deadline_adjusted.__file__).parent


def test_each_file_of_the_folder_is_a_rule() -> None:
    """In the order of names, read afresh."""
    severity_rules.cache_clear()
    files = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert [rule.id for rule in severity_rules()] == files


def test_a_rule_is_what_its_file_says() -> None:
    """Its weight, why, and what to do, without the layout of the docstring."""
    severity_rules.cache_clear()
    rule = next(one for one in severity_rules() if one.id == "deadline_adjusted")
    assert (rule.severity, rule.why) == (Severity.ORDINARY, "完成时限在本季度内、到期以前调整。")
    assert rule.instead == "由管理绩效的股室记录在案。"
    assert rule.applies is deadline_adjusted.applies


def test_a_change_of_which_no_rule_knows_is_weighty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is light because nobody thought of it."""
    monkeypatch.setattr(weighing, "severity_rules", lambda: ())
    change = Change(ChangeKind.CHANGED, Subject(2021, What.TARGET, "ZD01-1"), "points", "1.00", "2.00")
    (found,) = weighing.weighed(bureau(), bureau(), (change,), Policy(), TODAY)
    assert (found.severity, found.rule, found.waiver) == (Severity.MAJOR, None, None)


def test_a_day_of_a_year_without_a_plan_lies_in_no_quarter() -> None:
    """Days of another year than those that were known."""
    context = Context(bureau(), bureau(), (), TODAY)
    assert context.quarter(1999, "1999-03-31") is None
    assert context.quarter(2021, "2021-03-31") == "q1"
    assert context.quarter(2021, "2022-01-01") is None


def test_the_quarter_of_a_report_is_what_stands_before_the_first_stroke(tmp_path: Path) -> None:
    """A unit may have a stroke in its name."""
    compared(tmp_path / "base", [(LOCK, "", LOCKED)], [])
    old = dossier(tmp_path / "base")
    context = Context(old, old, (), TODAY)
    change = Change(ChangeKind.CHANGED, Subject(2021, What.ROW, "q1/甲/乙"), "work", "甲", "乙")
    assert locked_quarter_changed.applies(change, context)
