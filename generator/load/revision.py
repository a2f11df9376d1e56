"""The revision of a project's files, as git tells it."""

from __future__ import annotations

import subprocess
from pathlib import Path

UNCOMMITTED = "uncommitted"


def revision(root: Path) -> str:
    """The commit the project stands at, or `uncommitted` when the files differ from it or git knows none."""
    try:
        if _git(root, "status", "--porcelain", "--", "."):
            return UNCOMMITTED
        return _git(root, "rev-parse", "HEAD")
    except (OSError, subprocess.CalledProcessError):
        return UNCOMMITTED


def _git(root: Path, *arguments: str) -> str:
    command = ("git", "-C", str(root), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603  # fixed words
