"""A disk that cannot be written is said to be so; it is neither the bureau's data nor our own bug."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.faults import built, killed, killed_going_back
from tests.load.test_files import without_rights
from tests.publish.faults import without_links
from tests.sites import tree


def test_a_build_that_cannot_write_says_where_and_leaves_by_2(small: Path) -> None:
    """Something else stands where releases are kept: its path is named, and there is no traceback."""
    (small / ".releases").touch()
    ran = build(small)
    assert ran.returncode == 2
    assert ".releases" in ran.stderr
    assert "已发布的内容没有改动" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("most", [0, 5_000, 100_000])
def test_a_disk_that_takes_no_more_leaves_what_was_published(small_published: Path, most: int) -> None:
    """Whatever of a build finds no room, dist/ stays as it was, the reason is told, and the next build succeeds."""
    before = tree(small_published / "dist")
    config = small_published / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("site_name: ", "site_name: 新的", 1), "utf-8")
    ran = build(small_published, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert ran.returncode == 2, ran.stderr
    assert "写不进磁盘" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert tree(small_published / "dist") == before
    assert built(small_published)
    assert tree(small_published / "dist") != before


@pytest.mark.needs("setpriv")
def test_a_folder_that_may_only_be_read_leaves_what_was_published(small_published: Path) -> None:
    """Without the right to write where releases are kept, dist/ stays as it was, and the place is told."""
    before = tree(small_published / "dist")
    (small_published / ".releases").chmod(0o555)
    ran = build(small_published, with_rights=without_rights())
    (small_published / ".releases").chmod(0o755)
    assert ran.returncode == 2, ran.stderr
    assert "Permission denied" in ran.stderr
    assert ".releases" in ran.stderr
    assert tree(small_published / "dist") == before


def test_a_build_of_every_output_may_be_killed(tmp_path: Path) -> None:
    """A few of the moments at which `make faults` kills it: the old release stays, or the new one is there, whole."""
    left = list(killed(tmp_path, 40, rendering=False))
    assert len(left) > 5
    assert set(left) <= {"old", "new"}


def test_going_back_to_a_build_of_every_output_may_be_killed(tmp_path: Path) -> None:
    """Likewise; where the disk has no links, `dist` may be missing between two renames."""
    left = list(killed_going_back(tmp_path, 20, without_links))
    assert len(left) > 5
    assert set(left) <= {"old", "new", "between"}


def build(
    root: Path, *, limit: Callable[[], None] | None = None, with_rights: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Build a project in a process of its own."""
    return subprocess.run(
        [*with_rights, sys.executable, "-m", "generator", "--project", root, "build"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limit,
    )
