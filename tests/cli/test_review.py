"""`zhengben review` says what changed between two states in git, and never calls clean what it could not read."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from pydantic import TypeAdapter

from generator.cli import zhengben
from generator.render.review.as_json import schema
from generator.render.review.as_markdown import MARK
from generator.views.review import ReviewReport
from tests.conftest import SMALL_BUREAU, copy_of

TARGET = "data/2021/indicators/JS01.yml"
LATER = ("deadline: 2021-11-30", "deadline: 2021-12-31")
FORMS = ("text", "markdown", "json", "html", "github", "junit", "docx")


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder as a clerk."""
    named = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.com")
    command = ["git", "-C", str(root), *named, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path) -> str:
    """Commit all there is."""
    git(root, "add", "--all", "data", "content", "site_config.yml")
    git(root, "commit", "--quiet", "--message", "change")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small bureau, committed."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def edit(root: Path, old: str, new: str, file: str = TARGET) -> None:
    """Replace words in a file."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def review(root: Path, *arguments: str) -> Result:
    """Run the command as a program does."""
    return CliRunner().invoke(zhengben, ["--project", str(root), "review", *arguments], standalone_mode=False)


def status(root: Path, *arguments: str) -> int:
    """The exit status, as the whole program gives it."""
    command = ["zhengben", "--project", str(root), "review", *arguments]
    program = Path(__file__).parents[2] / ".venv" / "bin" / "zhengben"
    executable = str(program) if program.exists() else str(shutil.which("zhengben"))
    return subprocess.run([executable, *command[1:]], check=False, capture_output=True).returncode


def test_nothing_changed_is_one_line(project: Path) -> None:
    """A comment in a file is no change, in every form that a bot posts."""
    edit(project, "id: JS01", "# 一句话\nid: JS01")
    found = review(project, "main")
    assert (found.return_value, found.output) == (0, "没有实质变化。\n")
    assert review(project, "main", "--format", "markdown").output == f"{MARK}\n没有实质变化。\n"


def test_a_change_is_a_sentence_with_its_weight_and_its_place(project: Path) -> None:
    """A leader reads what it means, whom it touches, and what the public will see."""
    edit(project, *LATER)
    told = review(project, "main", "--date", "2021-06-01").output
    assert "目标 JS01-1 的完成时限由2021年11月30日推迟到12月31日。" in told
    assert f"{TARGET}:12" in told
    assert "业务科 的网页" in told


def test_points_that_moved_are_told_with_the_sums(project: Path) -> None:
    """Giver, receiver and how many; the sums of the units that differ."""
    edit(project, "points: 6.25", "points: 6.00")
    edit(project, "points: 3.75", "points: 4.00")
    edit(project, "unit: 业务科\n    with", "unit: 松隐县电子档案中心\n    with")
    told = json.loads(review(project, "main", "--format", "json").output)
    assert told["moved"] == ["目标 JS01-1 的0.25分调给了目标 JS01-2"]
    assert {one["name"] for one in told["units"]} == {"业务科", "松隐县电子档案中心"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_each_time(project: Path, form: str) -> None:
    """Two runs give the same bytes, and say the change."""
    edit(project, *LATER)
    run = [review(project, "main", "--format", form, "--date", "2021-06-01").stdout_bytes for _ in range(2)]
    assert run[0] == run[1]
    assert len(run[0]) > 100  # a report, not a line


def test_the_json_is_what_its_schema_says(project: Path) -> None:
    """Every key of the schema stands in the report, and the report reads back as one."""
    edit(project, *LATER)
    told = json.loads(review(project, "main", "--format", "json").output)
    assert sorted(told) == sorted(schema()["required"])
    assert told.pop("version") == 1
    TypeAdapter(ReviewReport).validate_json(json.dumps(told))


def test_the_docx_says_the_change(project: Path, tmp_path: Path) -> None:
    """It opens, and its table holds the sentence."""
    edit(project, *LATER)
    review(project, "main", "--format", "docx", "--output", str(tmp_path / "report.docx"))
    cells = [
        cell.text for row in Document(str(tmp_path / "report.docx")).tables[0].rows for cell in row.cells
    ]
    assert any("推迟到" in text for text in cells)


HOSTILE = (
    "@admin #1 <script>alert(1)</script> ![x](http://e.example/a.png) | [a](javascript:b) `c` !5 ~label $9 &1"
)


def test_a_forge_finds_nothing_to_act_upon_in_a_comment(project: Path) -> None:
    """Mentions, references, links, pictures, HTML and cells that a stranger wrote are plain words."""
    edit(project, "expected: 档案整理规范。", f"expected: '{HOSTILE}'")
    told = review(project, "main", "--format", "markdown").output.removeprefix(MARK)
    assert not [
        sign for sign in ("@admin", "#1", "<script", "](", "http://", "!5", "~label", "&1") if sign in told
    ]
    row = next(line for line in told.splitlines() if "预期效果" in line)
    assert row.replace("\\|", "").count("|") == 5  # the edges of four cells


def test_a_huge_change_still_makes_a_comment_that_forges_take(project: Path) -> None:
    """A text of a hundred thousand characters is cut."""
    edit(project, "expected: 档案整理规范。", f"expected: {'好' * 100_000}")
    told = review(project, "main", "--format", "markdown").output
    assert len(told) < 65_000  # what forges take


def test_no_text_begins_a_command_of_a_forge(project: Path) -> None:
    """A line end in a value cannot start another annotation, and the XML is whole."""
    edit(project, "expected: 档案整理规范。", 'expected: "好::error::坏%0A"')
    annotations = review(project, "main", "--format", "github").output.splitlines()
    assert all(line.count("::error") <= 1 or line.startswith("::") for line in annotations)
    ET.fromstring(review(project, "main", "--format", "junit").output)  # our own text


def test_the_html_escapes_what_a_stranger_wrote(project: Path) -> None:
    """A script in a value is shown, not run."""
    edit(project, "expected: 档案整理规范。", f"expected: '{HOSTILE}'")
    told = review(project, "main", "--format", "html").output
    assert "<script>alert" not in told
    assert "&lt;script&gt;" in told


def test_two_commits_are_compared_without_the_files_on_disk(project: Path) -> None:
    """What lies in the folder plays no part when both are named."""
    edit(project, *LATER)
    head = commit(project)
    (project / TARGET).write_text("broken: [", "utf-8")
    assert "推迟到" in review(project, "HEAD~1", head).output


@pytest.mark.parametrize("name", ["no-such-branch", "--help-me", "HEAD~99", ""])
def test_an_unknown_base_is_never_clean(project: Path, name: str) -> None:
    """Exit status 2, whatever the name looks like."""
    assert status(project, "--", name) == 2  # could not decide


def test_a_shallow_clone_says_how_to_get_the_rest(project: Path, tmp_path: Path) -> None:
    """The base is not there, and the hint says what to run."""
    base = git(project, "rev-parse", "HEAD")
    edit(project, *LATER)
    commit(project)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project}", "shallow")
    found = review(tmp_path / "shallow", base)
    assert "--unshallow" in found.exception.problem.hint  # type: ignore[union-attr]
    assert status(tmp_path / "shallow", base) == 2  # could not decide


@pytest.mark.parametrize("side", ["base", "head"])
def test_broken_yaml_on_either_side_is_never_clean(project: Path, side: str) -> None:
    """It says which side, and every problem of it."""
    whole = (project / TARGET).read_text("utf-8")
    if side == "base":
        (project / TARGET).write_text("id: [", "utf-8")
        commit(project)
    (project / TARGET).write_text(whole if side == "base" else "id: [", "utf-8")
    found = review(project, "main")
    assert (found.return_value, "读不了" in found.output) == (2, True)


def test_a_zero_width_character_in_a_number_is_never_clean(project: Path) -> None:
    """The reader refuses it by name."""
    edit(project, "不少于3000卷", "不少于3\u200b000卷")
    assert review(project, "main").return_value in (1, 2)


def test_unrelated_histories_are_never_clean(project: Path) -> None:
    """Two states that have nothing in common cannot be compared."""
    git(project, "checkout", "--quiet", "--orphan", "other")
    edit(project, *LATER)
    commit(project)
    assert review(project, "main").return_value == 2  # could not decide


def test_a_renamed_folder_is_never_clean(project: Path) -> None:
    """A base that has no such folder leaves nothing to compare with."""
    inner = project / "bureau"
    inner.mkdir()
    for name in ("data", "content", "site_config.yml"):
        git(project, "mv", name, f"bureau/{name}")
    found = review(inner, "main")
    assert (found.return_value, "读不了" in found.output) == (2, True)


def test_a_link_in_the_head_is_never_clean(project: Path) -> None:
    """A file that points elsewhere is not followed."""
    (project / TARGET).unlink()
    (project / TARGET).symlink_to("/etc/hostname")
    head = commit(project)
    assert review(project, "HEAD~1", head).return_value in (1, 2)
