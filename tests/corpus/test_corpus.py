"""Whatever bad input a clerk gives the command, it tells rule and place in one line, exits as it should, and never fails."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.rules import everything
from tests.conftest import REPOSITORY
from tests.corpus.index import ELSEWHERE, Input, Told, inputs

_PROBLEM = re.compile(
    r"(?m)^(?P<file>[^\n]+?):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<level>错误|警告) \[(?P<rule>[a-z_]+)\] .*[一-鿿]"
)


@pytest.mark.parametrize("bad", tuple(inputs()), ids=lambda bad: bad.name)
def test_the_command_tells_the_rule_at_its_place(
    bad: Input, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 for an error and 0 for warnings alone; each problem on a line of its own, in Chinese, with its place."""
    expected = bad.lay_out(tmp_path)
    arguments = ["zhengben", "--project", str(tmp_path), "check", *(["--release"] if bad.release else [])]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    problems = list(_PROBLEM.finditer(said.out))
    assert left.value.code == int(any(problem["level"] == "错误" for problem in problems)), said
    told = {(one["rule"], one["file"], int(one["line"]), int(one["column"])) for one in problems}
    shown = {
        one._replace(file=one.file.encode(errors="surrogateescape").decode(errors="backslashreplace"))
        for one in expected
    }
    assert not [one for one in shown if not any(_is_told(one, each) for each in told)], said.out


def test_every_rule_has_a_bad_input(tmp_path: Path) -> None:
    """No rule is only promised: it is told of an input of the corpus, or of one in the table named for it."""
    told = {one.rule for number, bad in enumerate(inputs()) for one in bad.lay_out(tmp_path / str(number))}
    assert {each.id for each in everything()} - told == ELSEWHERE.keys() - told


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_a_table_elsewhere_has_the_rule(rule: str) -> None:
    """The table that is named for a rule holds it."""
    assert f'"{rule}"' in (REPOSITORY / ELSEWHERE[rule]).read_text("utf-8")


def _is_told(wanted: Told, told: tuple[str, str, int, int]) -> bool:
    return all(one is None or one == other for one, other in zip(wanted, told, strict=True))
