"""`zhengben preview` and `zhengben check --at` read versions out of git, and say when one cannot be shown."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import zhengben
from tests.cli.test_review import LATER, TARGET, commit, edit, git
from tests.conftest import SMALL_BUREAU, copy_of

_DIGEST = re.compile(r"(?<=boards/plan-)[0-9a-f]{8}")
"""The page that a posted sheet leads to is named by the sheet's digest, which a change of the plan changes."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small bureau, committed."""
    root = copy_of(SMALL_BUREAU, tmp_path / "small")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def run(root: Path, *arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(zhengben, ["--project", str(root), *arguments], standalone_mode=False)


def test_both_sites_and_the_review_are_in_one_archive(project: Path) -> None:
    """Every link of its first page leads to a file in it; what is the same is not listed."""
    edit(project, *LATER)
    packed = project / "out.zip"
    assert run(project, "preview", "main", "--output", str(packed)).return_value == 0
    with zipfile.ZipFile(packed) as archive:
        names, index = set(archive.namelist()), archive.read("index.html").decode()
        links = {part.split('"')[0] for part in index.split('href="')[1:]}
        assert links <= names
        assert "推迟到" in archive.read("review.html").decode()
        before, after = (
            sorted(_DIGEST.sub("", name).partition("/")[2] for name in names if name.startswith(f"{side}/"))
            for side in ("before", "after")
        )
        assert before == after
    assert "after/index.html" in links
    assert not [link for link in links if "z01" in link.lower()]


@pytest.mark.parametrize(("side", "status"), [("base", 2), ("head", 1)])
def test_a_side_that_cannot_be_shown_is_told_and_nothing_is_written(
    project: Path, side: str, status: int
) -> None:
    """A faulty proposal is its own fault; a faulty base leaves nothing to compare with."""
    whole = (project / TARGET).read_text("utf-8")
    edit(project, "points: 6.25", "points: 6.26")
    if side == "base":
        commit(project)
        (project / TARGET).write_text(whole, "utf-8")
    found = run(project, "preview", "main", "--output", str(project / "out.zip"))
    assert (found.return_value, "没有写出预览" in found.output) == (status, True)
    assert not (project / "out.zip").exists()


def test_a_version_is_checked_as_it_was_committed(project: Path) -> None:
    """What lies in the folder plays no part."""
    edit(project, "points: 6.25", "points: 6.26")
    assert run(project, "check").return_value == 1
    assert run(project, "check", "--at", "main").return_value == 0
    commit(project)
    git(project, "checkout", "--quiet", "HEAD~1", "--", "data")
    assert run(project, "check").return_value == 0
    assert run(project, "check", "--at", "HEAD").return_value == 1


def test_a_version_that_is_not_there_is_never_sound(project: Path) -> None:
    """Status 2; and what is committed cannot be mended in place."""
    assert run(project, "check", "--at", "no-such").return_value == 2  # could not decide
    assert "--fix" in str(run(project, "check", "--at", "main", "--fix").exception)


def test_links_and_names_are_judged_in_a_version_as_on_the_disk(project: Path) -> None:
    """A link, a name too long, two names that are one on some disks: refused; outside the facts nothing is."""
    (project / "elsewhere").symlink_to("/etc")
    git(project, "add", "--force", "elsewhere")
    commit(project)
    assert run(project, "check", "--at", "HEAD").return_value == 0
    (project / "content" / "pages" / "link.md").symlink_to("/etc/hostname")
    (project / "content" / "pages" / f"{'长' * 40}.md").write_text("# 长\n", "utf-8")
    (project / "content" / "pages" / "Guide.md").write_text("# 大写\n", "utf-8")
    commit(project)
    found = run(project, "check", "--at", "HEAD")
    assert found.return_value == 1
    assert {rule for rule in ("symlink", "file_name") if f"[{rule}]" in found.output} == {
        "symlink",
        "file_name",
    }
    assert found.output.count("[file_name]") == 2
