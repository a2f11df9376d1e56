"""`zhengben redline` prints what changed between two states in git, and never calls clean what it could not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook

from generator.cli import BROKEN_RULE, UNDECIDED, zhengben
from tests.cli.test_review import LATER, TARGET, commit, edit, git, project
from tests.render.tracked import W, accepted, marks, rejected

__all__ = ["project"]

PROSE = "content/2021/3/notice.md"
NAMES = ["2021-3-redline.docx", "2021-comparison.pdf", "2021-comparison.docx", "2021-comparison.xlsx"]


def redline(root: Path, output: Path, *arguments: str) -> Result:
    """Run the command as a program does."""
    command = ["--project", str(root), "redline", "--output", str(output), *arguments]
    return CliRunner().invoke(zhengben, command, standalone_mode=False)


def test_a_change_is_printed_as_circular_and_table(project: Path, tmp_path: Path) -> None:
    """The circular of the plan with the day marked, and the table with the old and the new."""
    edit(project, *LATER)
    found = redline(project, tmp_path / "out", "main")
    assert found.return_value == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(NAMES)
    made = (tmp_path / "out" / NAMES[0]).read_bytes()
    assert "12月31日" in accepted(made).decode()
    assert accepted(made).count("11月30日".encode()) == rejected(made).count("11月30日".encode()) - 1
    sheet = load_workbook(tmp_path / "out" / NAMES[3]).active
    cells = [str(cell.value) for row in sheet for cell in row]
    assert {"完成时限", "2021年11月30日", "2021年12月31日", "推迟31天"} <= set(cells)
    assert any("现在的文件（待批准的改动）" in cell for cell in cells)


def test_what_nobody_has_approved_has_no_day(project: Path, tmp_path: Path) -> None:
    """The bureau is the author; a day would be invented. The documents say that they are drafts."""
    edit(project, *LATER)
    redline(project, tmp_path, "main")
    found = list(marks((tmp_path / NAMES[0]).read_bytes()))
    assert {mark.get(f"{W}author") for mark in found} == {"松隐县档案馆"}
    assert {mark.get(f"{W}date") for mark in found} == {None}
    assert "送审稿" in Document(str(tmp_path / NAMES[0])).core_properties.title


def test_a_changed_text_is_marked_word_by_word(project: Path, tmp_path: Path) -> None:
    """Only a circular's text changed: there is nothing to compare in the plan, and no table of it."""
    edit(project, "一、考核范围", "一、评议范围", PROSE)
    redline(project, tmp_path / "out", "main")
    assert [path.name for path in (tmp_path / "out").iterdir()] == NAMES[:1]
    made = (tmp_path / "out" / NAMES[0]).read_bytes()
    deleted = "".join(text.text for mark in marks(made) for text in mark.iter(f"{W}delText"))
    assert deleted == "考核"


def test_nothing_changed_makes_nothing(project: Path, tmp_path: Path) -> None:
    """A comment in a file, another order: no folder is made, and one line says so."""
    edit(project, "id: JS01", "# 一句话\nid: JS01")
    found = redline(project, tmp_path / "out", "main")
    assert (found.return_value, found.output) == (0, "没有改动要印。\n")
    assert not (tmp_path / "out").exists()


def test_what_stays_inside_is_not_printed(project: Path, tmp_path: Path) -> None:
    """A person who answers directly is no matter for a document that may be handed on."""
    edit(project, "    person: 秦越溪", "    person: 陆知远")
    edit(project, "evidence: 移交清单", "evidence: 移交台账")
    assert redline(project, tmp_path / "out", "main").output == "没有改动要印。\n"
    assert not (tmp_path / "out").exists()


def test_two_runs_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Of two commits, whatever lies in the folder meanwhile."""
    edit(project, *LATER)
    head = commit(project)
    (project / TARGET).write_text("broken: [", "utf-8")
    for name in ("one", "two"):
        assert redline(project, tmp_path / name, "HEAD~1", head).return_value == 0
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("text", "status"),
    [("broken: [", UNDECIDED), ("unit: 没有这个科", BROKEN_RULE)],
)
def test_what_cannot_be_read_or_breaks_a_rule_is_not_printed(
    project: Path, tmp_path: Path, text: str, status: int
) -> None:
    """It is said which side, and nothing is written."""
    if status == UNDECIDED:
        (project / TARGET).write_text(text, "utf-8")
    else:
        edit(project, "unit: 业务科", text)
    found = redline(project, tmp_path / "out", "main")
    assert found.return_value == status
    assert "现在的文件" in found.output
    assert not (tmp_path / "out").exists()


def test_unrelated_histories_are_not_compared(project: Path, tmp_path: Path) -> None:
    """Two states that have nothing in common."""
    git(project, "checkout", "--quiet", "--orphan", "other")
    edit(project, *LATER)
    commit(project)
    assert redline(project, tmp_path / "out", "main").return_value == UNDECIDED
