"""The hook before a commit checks what is about to be committed, and tells what it changes; with real git."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_review import LATER, TARGET, edit, git
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of

SENTENCE = "目标 JS01-1 的完成时限由2021年11月30日推迟到12月31日。"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small bureau with the hook set up, nothing committed yet."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "core.hooksPath", str(REPOSITORY / ".ci" / "hooks"))
    git(root, "config", "user.name", "clerk")
    git(root, "config", "user.email", "clerk@example.com")
    (root / ".git" / "info" / "exclude").write_text("/theme\n/.fonts\n")
    git(root, "add", "--all")
    return root


def commit(root: Path) -> subprocess.CompletedProcess[str]:
    """Commit what is staged."""
    program = root.parent / "zhengben"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={REPOSITORY} exec {sys.executable} -m generator "$@"\n')
    program.chmod(0o755)
    return subprocess.run(
        ["git", "-C", str(root), "commit", "--message", "change"],
        env=os.environ | {"ZHENGBEN": str(program)},
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_sound_change_is_committed_and_told(project: Path) -> None:
    """The first commit has nothing to be compared with; the next says its change in targets."""
    assert commit(project).returncode == 0
    edit(project, *LATER)
    git(project, "add", "--all")
    done = commit(project)
    assert (done.returncode, SENTENCE in done.stderr) == (0, True)
    assert git(project, "rev-list", "--count", "HEAD") == "2"


@pytest.mark.parametrize("text", ["id: [", "points: 6.26"])
def test_an_error_stops_the_commit(project: Path, text: str) -> None:
    """File, line and what is wrong; nothing is committed, nothing of the work is lost."""
    commit(project)
    edit(project, "points: 6.25", text)
    git(project, "add", "--all")
    done = commit(project)
    assert (done.returncode, f"{TARGET}:" in done.stderr, "没有提交" in done.stderr) == (1, True, True)
    assert git(project, "rev-list", "--count", "HEAD") == "1"
    assert text in (project / TARGET).read_text("utf-8")


def test_what_is_staged_is_checked_and_not_what_lies_in_the_folder(project: Path) -> None:
    """A mistake that is mended only on the disk is still a mistake, and one made after staging is not."""
    commit(project)
    edit(project, "points: 6.25", "points: 6.26")
    git(project, "add", "--all")
    edit(project, "points: 6.26", "points: 6.25")
    assert commit(project).returncode == 1
    git(project, "reset", "--quiet")
    edit(project, *LATER)
    git(project, "add", "--all")
    edit(project, "points: 6.25", "points: 6.26")
    assert commit(project).returncode == 0


def test_a_change_that_waits_for_its_approval_can_be_committed(project: Path) -> None:
    """A draft may wait; the review of the pull request will ask for the record."""
    commit(project)
    number = next(
        line.removeprefix("number: ")
        for line in (project / "data/2021/circulars/3.yml").read_text("utf-8").splitlines()
        if line.startswith("number: ")
    )
    subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(project), "approve", "--circular", number],
        cwd=REPOSITORY,
        check=True,
    )
    git(project, "add", "--all")
    assert commit(project).returncode == 0
    edit(project, *LATER)
    git(project, "add", "--all")
    done = commit(project)
    assert (done.returncode, "缺少" in done.stderr) == (0, True)
