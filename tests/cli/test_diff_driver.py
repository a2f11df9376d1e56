"""`git diff` and `git log -p` speak in targets, with real git; what cannot be read is compared as it is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.file_diff import stated, told
from generator.load.single import read_record
from tests.cli.test_review import LATER, TARGET, commit, edit, git
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.docs.pages import HANDBOOK, code

SENTENCE = "目标 JS01-1 的完成时限由2021年11月30日推迟到12月31日。"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small bureau, committed, with git set up as the handbook has it."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    (root / ".git" / "info" / "attributes").write_bytes((REPOSITORY / ".gitattributes").read_bytes())
    set_up(root)
    return root


def set_up(root: Path) -> None:
    """Run the lines of the handbook, with the program where the tests have it."""
    lines = [line for line in code(HANDBOOK / "change-control.md", "console") if "git config" in line]
    assert len(lines) == 1
    commands = [line for line in lines[0].splitlines() if line.startswith("$ git config")]
    assert len(commands) == 2  # what a clerk must type
    for line in commands:
        _, _, _, name, value = line.split(maxsplit=4)
        program = f"{sys.executable} -m generator"
        git(root, "config", name, value.strip("'\"").replace(".venv/bin/zhengben", program))


def test_git_diff_says_the_change_in_a_sentence(project: Path) -> None:
    """As the review has it, below the file's name; also from a folder inside, and for what is staged."""
    edit(project, *LATER)
    assert git(project, "diff") == f"{TARGET}\n  {SENTENCE}"
    assert SENTENCE in git(project / "data" / "2021", "diff")
    git(project, "add", "--all", "data")
    assert SENTENCE in git(project, "diff", "--cached")


def test_git_log_says_what_stood_there_before_and_after(project: Path) -> None:
    """A line a value; `--ext-diff` asks for the sentence."""
    edit(project, *LATER)
    commit(project)
    lines = git(project, "log", "-p", "-1").splitlines()
    assert "-目标 JS01-1 的完成时限：2021年11月30日" in lines
    assert "+目标 JS01-1 的完成时限：2021年12月31日" in lines
    assert SENTENCE in git(project, "log", "-p", "-1", "--ext-diff")


def test_layout_is_no_change(project: Path) -> None:
    """A comment is said to change nothing; in the log nothing stands."""
    edit(project, "id: JS01", "# 一句话\nid: JS01")
    assert git(project, "diff") == f"{TARGET}\n  没有实质变化。"
    commit(project)
    assert "@@" not in git(project, "log", "-p", "-1")


def test_a_file_that_came_or_went_says_its_things(project: Path) -> None:
    """Every target of it; a file that got another name is compared with itself."""
    git(project, "rm", "--quiet", TARGET)
    assert "取消目标 JS01-1" in git(project, "diff", "--cached")
    assert "新增目标 JS01-1" in git(project, "diff", "--cached", "-R")
    git(project, "reset", "--quiet", "--hard")
    git(project, "mv", TARGET, TARGET.replace("JS01", "JS77"))
    edit(project, *LATER, file=TARGET.replace("JS01", "JS77"))
    git(project, "add", "--all", "data")
    assert SENTENCE in git(project, "diff", "--cached", "-M")


@pytest.mark.parametrize("text", ["id: [", "id: JS01\nid: JS01\n", "", "\ufeff甲", "a: \x1b[31m"])
def test_a_broken_file_is_compared_as_it_is_written(project: Path, text: str) -> None:
    """Nothing is lost, nothing steers the terminal, and git goes on to the next file."""
    (project / TARGET).write_text(text, "utf-8")
    edit(project, "post: ", "post: 新", "data/2021/organisation.yml")
    shown = git(project, "diff")
    assert "有一边读不懂，照原文比较" in shown
    assert "-name: 到期档案接收" in shown
    assert "新" in shown
    assert "\x1b" not in shown
    commit(project)
    assert "-" in git(project, "log", "-p", "-1")


def test_bytes_that_are_no_text_do_not_stop_git(project: Path) -> None:
    """GBK is shown as escapes."""
    (project / TARGET).write_bytes("标题".encode("gbk"))
    assert "照原文比较" in git(project, "diff")


def test_a_conflict_is_told(project: Path) -> None:
    """Where both sides changed, git names none; a merge that is not done is said to be so."""
    git(project, "checkout", "--quiet", "-b", "other")
    edit(project, *LATER)
    commit(project)
    git(project, "checkout", "--quiet", "main")
    edit(project, LATER[0], "deadline: 2021-10-31")
    commit(project)
    with pytest.raises(Exception, match="merge"):
        git(project, "merge", "other")
    assert "<<<<<<<" in (project / TARGET).read_text("utf-8")
    assert git(project, "diff", "HEAD", "--name-only") == TARGET
    assert "JS01" in git(project, "diff")


def test_every_data_file_is_known_wherever_it_lies() -> None:
    """By its place, and by what it holds: git hands over a copy in a temporary folder."""
    for bureau in (REPOSITORY, SMALL_BUREAU):
        for path in sorted((bureau / "data").rglob("*.yml")):
            content = path.read_bytes()
            placed = read_record(path.relative_to(bureau).as_posix(), content)
            loose = read_record(f"/tmp/git-blob-x1/{path.name}", content)
            assert placed is not None, path
            assert loose is not None, path
            assert type(loose[1]) is type(placed[1]), path
            assert loose[1] == placed[1]
            assert stated(path.name, content)


def test_what_is_told_of_one_file_is_what_the_review_says() -> None:
    """Added, removed, and unreadable, without git."""
    content = (SMALL_BUREAU / TARGET).read_bytes()
    assert told(TARGET, content, content) == ()
    assert told(TARGET, None, b"id: [") is None
    later = content.replace(*(word.encode() for word in LATER))
    assert told(TARGET, content, later) == (SENTENCE,)
