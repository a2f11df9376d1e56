"""The largest files that are taken are read and checked within 30 seconds and 1 GB, whatever stands in them."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.load.located import MAX_VALUES
from generator.load.text import MAX_BYTES, MAX_PROSE_BYTES
from tests.check.bureaus import BASE
from tests.conftest import SMALL_BUREAU

PROSE, DATA = "content/2021/7/plan.md", "data/2021/indicators/ZD01.yml"
SECONDS, MEMORY = 30, 10**9


def filled(most: int, unit: str, before: str = "", after: str = "") -> str:
    """So many bytes of one unit after another."""
    return before + unit * ((most - len((before + after).encode())) // len(unit.encode())) + after


def with_text(unit: str) -> str:
    """A sound indicator but for one text, which is as long as the file may be."""
    head, tail = re.split(r"(?<=    text: ).*", (BASE / DATA).read_text("utf-8"), maxsplit=1)
    return filled(MAX_BYTES, unit, head, tail)


HEAVY = {
    "one mark": (PROSE, filled(MAX_PROSE_BYTES, "《")),
    "a list": (PROSE, filled(MAX_PROSE_BYTES, "1.甲。\n\n")),
    "headings": (PROSE, filled(MAX_PROSE_BYTES, "# 一、总则\n\n")),
    "a text": (DATA, with_text("《")),
    "entries": (DATA, "targets:\n" + "  - {a: b, c: d}\n" * (MAX_VALUES // 5 - 1)),
}
"""The heaviest of some forty that were tried."""


@pytest.mark.parametrize("name", HEAVY)
def test_the_heaviest_file_is_checked_within_bounds(name: str, tmp_path: Path) -> None:
    """Under limits of the operating system the command comes to its end, and says what it has to say."""
    file, content = HEAVY[name]
    project(tmp_path, file, content)
    command = [*checking(tmp_path), "--format", "json"]
    ran = subprocess.run(command, check=False, capture_output=True, preexec_fn=limit)
    assert ran.returncode in (0, 1), ran.stderr
    assert b"file_too_large" not in ran.stdout


@pytest.mark.parametrize(("file", "most"), [(PROSE, MAX_PROSE_BYTES), (DATA, MAX_BYTES)])
def test_a_larger_file_is_refused_before_anything_is_read(file: str, most: int, tmp_path: Path) -> None:
    """One byte more, and the file is refused for its size alone."""
    project(tmp_path, file, "x" * (most + 1))
    ran = subprocess.run(checking(tmp_path), check=False, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 1
    assert f"{file}:1:1: 错误 [file_too_large]" in ran.stdout
    assert "共 1 个错误" in ran.stdout


def test_more_values_than_a_file_may_hold_are_refused_where_they_begin(tmp_path: Path) -> None:
    """A file below the limit of bytes is not read on when it holds too much."""
    project(tmp_path, DATA, "a: [" + "1, " * (MAX_VALUES - 3) + "]\n")
    before = subprocess.run(checking(tmp_path), check=False, capture_output=True, text=True, encoding="utf-8")
    assert "file_too_large" not in before.stdout
    project(tmp_path, DATA, "a: [" + "1, " * MAX_VALUES + "]\n")
    ran = subprocess.run(checking(tmp_path), check=False, capture_output=True, text=True, encoding="utf-8")
    assert f"{DATA}:1:{5 + 3 * (MAX_VALUES - 3)}: 错误 [file_too_large]" in ran.stdout


def checking(root: Path) -> list[str | Path]:
    """The command that checks a project."""
    return [sys.executable, "-m", "generator", "--project", root, "check"]


def project(root: Path, file: str, content: str) -> None:
    """Lay out a small bureau with one file that is heavy."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copy(SMALL_BUREAU / "site_config.yml", root)
    (root / file).write_text(content, "utf-8")


def limit() -> None:
    """Let the operating system end whatever takes more."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
