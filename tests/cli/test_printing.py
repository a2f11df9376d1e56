"""Problems are printed for people, programs and hosted pull requests; no text of theirs can break the form."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from generator.cli.printing import Format, as_github, as_json, as_text, print_problems, summary
from generator.problem import Level, Place, Problem

SUM = Problem("points_do_not_sum", Level.ERROR, "少 0.05 分", Place("data/2021/plan.yml", 12, 9), "补上")
HINTLESS = Problem("unit_unused", Level.WARNING, "没有目标", Place("data/2021/organisation.yml", 3, 11))
HOSTILE = Problem(
    "x_y", Level.ERROR, "100%\n::error::[bold]假[/bold]", Place("a,b:c\n\x1b[31m.yml", 1, 1), ":改:"
)


def test_a_line_for_each_problem_its_hint_below_and_the_sum_at_the_end() -> None:
    """What a clerk reads on the terminal."""
    assert as_text((SUM, HINTLESS)).plain == (
        "data/2021/plan.yml:12:9: 错误 [points_do_not_sum] 少 0.05 分\n"
        "    补上\n"
        "data/2021/organisation.yml:3:11: 警告 [unit_unused] 没有目标\n"
        "共 1 个错误、1 个警告。改正错误之前不会发布。"
    )


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ((), "没有发现问题。"),
        ((HINTLESS,), "共 0 个错误、1 个警告。警告不妨碍发布。"),
        ((SUM, SUM), "共 2 个错误、0 个警告。改正错误之前不会发布。"),
    ],
)
def test_the_sum_says_whether_publication_is_blocked(problems: tuple[Problem, ...], expected: str) -> None:
    """Errors block, warnings do not."""
    assert summary(problems) == expected


def test_text_shows_control_characters_and_keeps_one_line_a_problem(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The name of a file can neither steer the terminal nor begin a line, and markup is printed as it is."""
    print_problems((HOSTILE,), "text")
    printed = capsys.readouterr().out
    assert printed == (
        "a,b:c\\x0a\\x1b[31m.yml:1:1: 错误 [x_y] 100%\\x0a::error::[bold]假[/bold]\n"
        "    :改:\n"
        "共 1 个错误、0 个警告。改正错误之前不会发布。\n"
    )


def test_a_long_message_is_not_broken_when_it_is_not_for_a_terminal() -> None:
    """A line stays a line for `grep`, however narrow the terminal is said to be."""
    script = (
        "from generator.cli.printing import print_problems\n"
        "from generator.problem import Level, Place, Problem\n"
        "print_problems((Problem('a_b', Level.ERROR, '长' * 300, Place('f.yml')),), 'text')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={"COLUMNS": "40", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    lines = run.stdout.decode().splitlines()
    assert len(lines) == 2
    assert "长" * 300 in lines[0]
    assert b"\x1b" not in run.stdout


def test_json_says_everything_of_each_problem_and_the_counts() -> None:
    """A program needs no second look at the text, and no locale can spoil it."""
    printed = as_json((SUM, HINTLESS))
    assert printed.isascii()
    assert json.loads(printed) == {
        "problems": [
            {
                "rule": "points_do_not_sum",
                "level": "error",
                "message": "少 0.05 分",
                "hint": "补上",
                "file": "data/2021/plan.yml",
                "line": 12,
                "column": 9,
            },
            {
                "rule": "unit_unused",
                "level": "warning",
                "message": "没有目标",
                "hint": "",
                "file": "data/2021/organisation.yml",
                "line": 3,
                "column": 11,
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_annotations_escape_what_would_end_them() -> None:
    """Per cent signs, line ends, and in properties colons and commas, as the runners decode them."""
    annotation, total = as_github((HOSTILE,)).splitlines()
    assert annotation == (
        "::error file=a%2Cb%3Ac%0A\x1b[31m.yml,line=1,col=1,title=x_y::100%25%0A::error::[bold]假[/bold]%0A:改:"
    )
    assert total == "共 1 个错误、0 个警告。改正错误之前不会发布。"


def test_a_name_that_is_not_text_is_printed_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    """A file name of stray bytes is shown, never a crash."""
    stray = Problem("file_name", Level.ERROR, "名字写法不对", Place("data/\udcff.yml"))
    forms: tuple[Format, ...] = ("text", "json", "github")
    for form in forms:
        print_problems((stray,), form)
    assert capsys.readouterr().out.count("udcff") == 2
