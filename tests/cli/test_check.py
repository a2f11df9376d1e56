"""`zhengben check` says what is wrong, in the form asked for, and leaves by the right status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a clerk does."""
    command = [sys.executable, "-m", "generator", "--project", str(project), "check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def spoil(path: Path, old: str, new: str) -> None:
    """Change one thing in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def first_indicator(project: Path) -> Path:
    """An indicator file of the small bureau."""
    return min((project / "data").glob("*/indicators/*.yml"))


def test_a_sound_bureau_is_said_to_be_so(small: Path) -> None:
    """One line, status 0."""
    result = run(small)
    assert (result.returncode, result.stdout) == (0, "没有发现问题。\n")


def test_a_fault_is_reported_at_its_place_with_status_1(small: Path) -> None:
    """File, line and column come first, then the rule; the hint stands below."""
    file = first_indicator(small)
    spoil(file, "deadline: ", "deadline: 1999-01-01  # ")
    result = run(small)
    assert result.returncode == 1
    assert f"{file.relative_to(small).as_posix()}:" in result.stdout
    assert "错误 [deadline_outside_year] " in result.stdout


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_get_the_same_problems(small: Path, form: str) -> None:
    """JSON and annotations carry what the text carries."""
    spoil(first_indicator(small), "deadline: ", "deadline: 1999-01-01  # ")
    result = run(small, "--format", form)
    assert result.returncode == 1
    if form == "json":
        assert "deadline_outside_year" in {
            problem["rule"] for problem in json.loads(result.stdout)["problems"]
        }
    else:
        assert any(
            line.startswith("::error file=data/") and "title=deadline_outside_year::" in line
            for line in result.stdout.splitlines()
        )


def test_a_warning_alone_leaves_by_status_0(small: Path) -> None:
    """A warning is shown and lets publication pass."""
    (small / "content").joinpath(min((small / "content").glob("[0-9]*")).name, "left-behind.md").write_text(
        "旧稿。\n", encoding="utf-8"
    )
    result = run(small)
    assert result.returncode == 0
    assert "警告 [prose_file_unused]" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_missing_file_leaves_by_status_2(small: Path, form: str) -> None:
    """What cannot be read is never called sound."""
    (small / "data" / "bureau.yml").unlink()
    result = run(small, "--format", form)
    assert result.returncode == 2
    assert "unreadable" in result.stdout
    assert "Traceback" not in result.stderr


def test_loading_and_checking_report_in_one_run_sorted_by_place(small: Path) -> None:
    """A clerk mends a file in one pass, even where one fault is of writing and another of sense."""
    circular = min((small / "data").glob("*/circulars/*.yml"))
    circular.write_bytes(b"\xef\xbb\xbf" + circular.read_bytes())
    spoil(first_indicator(small), "deadline: ", "deadline: 1999-01-01  # ")
    problems = json.loads(run(small, "--format", "json").stdout)["problems"]
    assert {"byte_order_mark", "deadline_outside_year"} <= {problem["rule"] for problem in problems}
    places = [(problem["file"], problem["line"], problem["column"]) for problem in problems]
    assert places == sorted(places)
