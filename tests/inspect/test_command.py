"""`zhengben inspect` leaves by the exit status that its reports deserve."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.inspect import command
from generator.problem import UndecidedError
from tests.conftest import REPOSITORY
from tests.inspect.paper import paper


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sound circular, one that breaks a rule, and one that only leaves custom."""
    folder = tmp_path_factory.mktemp("inspected")
    (folder / "sound.pdf").write_bytes(paper())
    (folder / "broken.pdf").write_bytes(paper("file", {"head-rule": {"width": 160, "x": -2}}))
    (folder / "unusual.pdf").write_bytes(paper("file", {"heading-1": {"font": "FandolKai"}}))
    (folder / "text.pdf").write_text("不是 PDF", encoding="utf-8")
    return folder


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(
        command, [str(each) for each in arguments], obj=REPOSITORY, standalone_mode=False
    )


@pytest.mark.parametrize(
    ("name", "options", "status"),
    [
        ("sound.pdf", (), 0),
        ("sound.pdf", ("--strict",), 0),
        ("broken.pdf", (), 1),
        ("unusual.pdf", (), 0),
        ("unusual.pdf", ("--strict",), 1),
    ],
)
def test_the_status_tells_whether_a_rule_is_broken(
    files: Path, name: str, options: tuple[str, ...], status: int
) -> None:
    """A broken 规定 is 1; a left custom is 1 only when asked to be strict."""
    assert _run(files / name, *options).return_value == status


@pytest.mark.parametrize("name", ["text.pdf", "missing.pdf", ""])
def test_a_file_that_cannot_be_read_leaves_nothing_to_decide(files: Path, name: str) -> None:
    """Not a PDF, no such file, a folder: the answer names the file and is left to the exit status 2."""
    assert isinstance(_run(files / name).exception, UndecidedError)


def test_each_format_is_whole(files: Path) -> None:
    """JSON parses, HTML is a page, text has the verdict."""
    assert json.loads(_run(files / "broken.pdf", "--format", "json").output)["counts"]["failed"] == 1
    assert _run(files / "broken.pdf", "--format", "html").output.startswith("<!doctype html>")
    assert "不符 1 行（规定 1）" in _run(files / "broken.pdf").output


def test_a_second_file_is_compared_and_counts(files: Path) -> None:
    """Side by side, the row that differs is marked, and either file's fault makes the status 1."""
    answer = _run(files / "sound.pdf", "--against", files / "broken.pdf")
    assert answer.return_value == 1
    assert "1 行不一致" in answer.output
