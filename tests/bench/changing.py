"""`make bench`: ten thousand random edits, each reported once, as many layouts, none; how long review and redline take.

Each is timed in a process of its own, in seconds of processor time, so that what else the machine does counts
less.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from rich.console import Console

from tests.cli.test_review import git
from tests.compute.changes import test_properties, test_written
from tests.compute.written import layouts
from tests.conftest import REPOSITORY, copy_of
from tests.generated import write_project

EDITS, TARGETS = 10_000, 10_000
LIMITS = {"reference bureau": 1.0, f"{TARGETS:,} targets": 8.0}
"""Seconds that a review of one changed value should take."""


def main() -> None:
    """Print the figures."""
    console = Console()
    for what, strategy, check in (
        ("edits of targets, each reported exactly once", test_properties.edits(), test_properties.check_edit),
        (
            "edits of any value of the plan, each reported exactly once",
            test_written.edits,
            test_written.check_edited,
        ),
        ("layouts of the plan, none reported", layouts(), test_written.check_layout),
    ):
        console.print(f"{_checked(strategy, check):,} random {what}")
    with tempfile.TemporaryDirectory() as folder:
        reference = copy_of(REPOSITORY, Path(folder) / "reference")
        large = Path(folder) / "large"
        write_project(large, TARGETS)
        for (what, limit), root in zip(LIMITS.items(), (reference, large), strict=True):
            _commit(root)
            _edit(min(root.glob("data/*/indicators/*.yml")), "points: ", "points: 1")
            console.print(f"review, {what}: {_seconds(root, 'review', 'HEAD'):.1f} s (limit {limit:g} s)")
        git(reference, "checkout", "--quiet", ".")
        console.print(f"redline, one target: {_redline(reference, 1):.1f} s")
        console.print(f"redline, every target: {_redline(reference, None):.1f} s")


def _commit(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "--all", "data", "content", "site_config.yml")
    git(root, "commit", "--quiet", "--message", "plan")


def _edit(file: Path, old: str, new: str, times: int = 1) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new, times), "utf-8")


def _redline(root: Path, targets: int | None) -> float:
    """Put one target, or every one, in other words, and print what changed."""
    files = sorted(root.glob("data/*/indicators/*.yml"))
    for file in files[:targets]:
        _edit(file, "text: ", "text: 认真", targets or -1)
    return _seconds(root, "redline", "HEAD", "--output", str(root / "out"))


def _checked(strategy: Any, check: Callable[[Any], None]) -> int:
    """Check that many random examples; how many there were that could be read."""
    count = 0

    def one(example: Any) -> None:
        nonlocal count
        check(example)
        count += 1

    of_many = settings(max_examples=EDITS, deadline=None, suppress_health_check=list(HealthCheck))
    of_many(given(strategy)(one))()
    return count


def _seconds(root: Path, *arguments: str) -> float:
    """The processor time of a command."""
    before = os.times()
    command = [sys.executable, "-m", "generator", "--project", str(root), *arguments]
    subprocess.run(command, check=False, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
