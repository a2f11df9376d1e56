"""Prints problems: for people, for programs (JSON), and as annotations of a hosted pull request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

import click
from rich.console import Console
from rich.text import Text

from generator.problem import Level, Problem

Format = Literal["text", "json", "github"]

_COLOURS = {Level.ERROR: "bold red", Level.WARNING: "yellow"}


def print_problems(problems: Sequence[Problem], form: Format) -> None:
    """Print problems and their sum to standard output."""
    match form:
        case "text":
            Console(soft_wrap=True).print(as_text(problems))
        case "json":
            click.echo(as_json(problems))
        case "github":
            click.echo(as_github(problems))


def as_text(problems: Sequence[Problem]) -> Text:
    """Problems for a person, then their sum."""
    return problem_lines(problems).append(summary(problems))


def problem_lines(problems: Sequence[Problem]) -> Text:
    """Problems for a person: a line each with its place and rule, the hint below it.

    The colours show on a terminal only.
    """
    text = Text()
    for problem in problems:
        text.append(visible(str(problem.place)), "bold")
        text.append(": ")
        text.append(problem.level.value, _COLOURS[problem.level])
        text.append(f" [{problem.rule}]", "dim")
        text.append(f" {visible(problem.message)}\n")
        if problem.hint:
            text.append(f"    {visible(problem.hint)}\n")
    return text


def as_json(problems: Sequence[Problem]) -> str:
    """Problems for a program; in ASCII, so that no terminal or locale can spoil it."""
    found = [
        {
            "rule": problem.rule,
            "level": problem.level.name.lower(),
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            **({"sheet": problem.place.sheet} if problem.place.sheet else {}),
        }
        for problem in problems
    ]
    return json.dumps({"problems": found, **_counts(problems)}, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Problems as workflow commands, which GitHub, Gitea and Forgejo show beside the changed line."""
    lines = [_annotation(problem) for problem in problems]
    return "\n".join([*lines, summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, in one line."""
    counts = _counts(problems)
    if not problems:
        return "没有发现问题。"
    verdict = "改正错误之前不会发布。" if counts["errors"] else "警告不妨碍发布。"
    return f"共 {counts['errors']} 个错误、{counts['warnings']} 个警告。{verdict}"


def _counts(problems: Sequence[Problem]) -> dict[str, int]:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    return {"errors": errors, "warnings": len(problems) - errors}


def _annotation(problem: Problem) -> str:
    where = {
        "file": problem.place.file,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": problem.rule,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.level.name.lower()} {properties}::{_data(message)}"


def _data(value: str) -> str:
    """Escape a message, so that no text of ours can end the command or begin another."""
    printable = value.encode(errors="backslashreplace").decode()
    return printable.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def visible(value: str) -> str:
    """Show control characters, line ends too, as escapes, and bytes that are no text: a name must not steer the terminal."""
    return "".join(char if char.isprintable() or char == "　" else _escaped(ord(char)) for char in value)


def _escaped(code: int) -> str:
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
    return f"\\x{byte:02x}"
