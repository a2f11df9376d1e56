"""`zhengben approve` writes the record of exactly the changes under review, and refuses what it cannot bind."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import zhengben
from generator.pipeline import read
from tests.cli.test_review import LATER, commit, edit, git, review
from tests.conftest import SMALL_BUREAU, copy_of

CIRCULAR = "data/2021/circulars/3.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small bureau, its plan approved by the circular that issued it, and a second circular at hand."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    number = _number(root, CIRCULAR)
    assert approve(root, number).return_value == 0
    commit(root)
    text = (root / CIRCULAR).read_text("utf-8")
    second = text.replace(number, number.replace("3号", "9号"))
    (root / "data/2021/circulars/9.yml").write_text(second, "utf-8")
    return root


def approve(root: Path, number: str, *arguments: str) -> Result:
    """Run the command."""
    called = ["--project", str(root), "approve", "--circular", number, *arguments]
    return CliRunner().invoke(zhengben, called, standalone_mode=False)


def _number(root: Path, file: str) -> str:
    return next(
        line.removeprefix("number: ")
        for line in (root / file).read_text("utf-8").splitlines()
        if line.startswith("number: ")
    )


def rules(root: Path) -> set[str]:
    """The rules on approvals that report something."""
    return {one.rule for one in read(root).problems if "approv" in one.rule}


def test_a_record_covers_exactly_the_changes_under_review(project: Path) -> None:
    """Before it the report asks for it, and `check` says what is pending; after it both are content."""
    edit(project, *LATER)
    assert rules(project) == {"plan_unapproved"}
    before = review(project, "main")
    assert (before.return_value, "缺少" in before.output) == (1, True)
    assert approve(project, _number(project, "data/2021/circulars/9.yml")).return_value == 0
    assert rules(project) == set()
    after = review(project, "main")
    assert (after.return_value, "可以合并" in after.output) == (0, True)


def test_the_stub_of_the_report_is_the_record_s_changes(project: Path) -> None:
    """What the report offers to paste is what the command writes."""
    edit(project, *LATER)
    told = review(project, "main").output
    approve(project, _number(project, "data/2021/circulars/9.yml"))
    record = (project / "data/2021/approvals/002.yml").read_text("utf-8")
    stub = told[told.index("changes:") : told.index("影响的网页")].strip()
    assert stub in record


def test_one_change_more_than_the_record_is_not_covered(project: Path) -> None:
    """A change slipped in after the approval is missing its own."""
    edit(project, *LATER)
    approve(project, _number(project, "data/2021/circulars/9.yml"))
    edit(project, "points: 6.25", "points: 6.26")
    assert rules(project) == {"plan_unapproved"}
    assert review(project, "main").return_value == 1


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("from: 2021-11-30", "from: 2021-10-31", "approval_altered"),
        ("to: 2021-12-31", "to: 2021-12-30", "approval_unmatched"),
        ("target: JS01-1", "target: JS09-1", "approval_unmatched"),
        ("number: 2", "number: 3", "file_name"),
        ("  before: ", "  before: 0", "value_form"),
    ],
)
def test_a_record_that_was_altered_is_found(project: Path, old: str, new: str, rule: str) -> None:
    """Whichever word of it."""
    edit(project, *LATER)
    approve(project, _number(project, "data/2021/circulars/9.yml"))
    edit(project, old, new, "data/2021/approvals/002.yml")
    assert rule in {one.rule for one in read(project).problems}


def test_what_cannot_be_bound_is_refused(project: Path) -> None:
    """An unknown circular, one used before, nothing to approve, or a base that is not what was approved."""
    second = _number(project, "data/2021/circulars/9.yml")
    assert approve(project, second).return_value == 2  # nothing to approve
    edit(project, *LATER)
    assert approve(project, second.replace("9号", "8号")).return_value == 2
    assert approve(project, _number(project, CIRCULAR)).return_value == 2
    assert approve(project, "第九号").return_value == 2
    commit(project)
    assert approve(project, second).return_value == 2  # the change is already in the base
    assert approve(project, second, "--base", "HEAD~1").return_value == 0
