"""The revision that a publication names is the commit it was made from, or none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.load.revision import UNCOMMITTED, revision

NAMED = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.com")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one committed file."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "plan.yml").write_text("year: 2021\n")
    git(tmp_path, "add", ".")
    git(
        tmp_path,
        *NAMED,
        "commit",
        "--quiet",
        "-m",
        "plan",
    )
    return tmp_path


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder."""
    return subprocess.run(
        ["git", "-C", root, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_clean_project_is_its_commit(repository: Path) -> None:
    """What is published can be found again."""
    assert revision(repository) == git(repository, "rev-parse", "HEAD")


def test_a_clearance_makes_no_revision(repository: Path) -> None:
    """What was looked through stays what it was when that is recorded; any other commit makes a new one."""
    before = revision(repository)
    clearance = repository / "data/2021/clearances/001.yml"
    clearance.parent.mkdir(parents=True)
    clearance.write_text("number: 1\n")
    assert revision(repository) == UNCOMMITTED
    git(repository, "add", "-A")
    git(repository, *NAMED, "commit", "-qm", "clear")
    assert revision(repository) == before != git(repository, "rev-parse", "HEAD")
    (repository / "data/2021/other.yml").write_text("number: 1\n")
    git(repository, "add", "-A")
    git(repository, *NAMED, "commit", "-qm", "change")
    assert revision(repository) == git(repository, "rev-parse", "HEAD")


def test_an_edited_project_is_uncommitted(repository: Path) -> None:
    """A publication never claims a commit that does not hold what it shows."""
    (repository / "plan.yml").write_text("year: 2022\n")
    assert revision(repository) == UNCOMMITTED


def test_a_new_file_makes_it_uncommitted(repository: Path) -> None:
    """Nor one that lacks a file."""
    (repository / "new.yml").touch()
    assert revision(repository) == UNCOMMITTED


def test_a_folder_without_git_is_uncommitted(tmp_path: Path) -> None:
    """A bureau that does not use git can build all the same."""
    assert revision(tmp_path) == UNCOMMITTED


def test_a_computer_without_git_is_uncommitted(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so can a computer on which git is not installed."""
    monkeypatch.setenv("PATH", "")
    assert revision(repository) == UNCOMMITTED
