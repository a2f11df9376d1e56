"""`make bench`: ten thousand random edits, each reported exactly once, and how long a review takes.

The review is timed in a process of its own, in seconds of processor time, so that what else the machine does counts
less.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from rich.console import Console

from tests.cli.test_review import git
from tests.compute.changes.test_properties import check_edit, edits
from tests.conftest import REPOSITORY, copy_of
from tests.generated import write_project

EDITS, TARGETS = 10_000, 10_000
LIMITS = {"reference bureau": 1.0, f"{TARGETS:,} targets": 8.0}
"""Seconds that a review of one changed value should take."""


def main() -> None:
    """Print the figures."""
    console = Console()
    checked = settings(max_examples=EDITS, deadline=None, suppress_health_check=list(HealthCheck))
    checked(given(edits())(check_edit))()
    console.print(f"{EDITS:,} random edits, each reported exactly once")
    with tempfile.TemporaryDirectory() as folder:
        reference = copy_of(REPOSITORY, Path(folder) / "reference")
        large = Path(folder) / "large"
        write_project(large, TARGETS)
        for (what, limit), root in zip(LIMITS.items(), (reference, large), strict=True):
            console.print(f"review, {what}: {_seconds(root):.1f} s (limit {limit:g} s)")


def _seconds(root: Path) -> float:
    """Commit the project, change a value, and review it."""
    git(root, "init", "--quiet")
    git(root, "add", "--all", "data", "content", "site_config.yml")
    git(root, "commit", "--quiet", "--message", "plan")
    file = min(root.glob("data/*/indicators/*.yml"))
    file.write_text(file.read_text("utf-8").replace("points: ", "points: 1", 1), "utf-8")
    before = os.times()
    command = [sys.executable, "-m", "generator", "--project", str(root), "review", "HEAD"]
    subprocess.run(command, check=False, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
