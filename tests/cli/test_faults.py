"""A disk that cannot be written is said to be so; it is neither the bureau's data nor our own bug."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_build_that_cannot_write_says_where_and_leaves_by_2(small: Path) -> None:
    """Something else stands where releases are kept: its path is named, and there is no traceback."""
    (small / ".releases").touch()
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "--project", small, "build"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 2
    assert ".releases" in ran.stderr
    assert "已发布的内容没有改动" in ran.stderr
    assert "Traceback" not in ran.stderr
