"""Tells what the site engine says in the project's way."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError

from generator.problem import Level, Place, Problem
from generator.render.templates import broken_template

CONFIG = "site_config.yml"


def problem_of(error: BaseException, root: Path) -> Problem:
    """What to tell of an error of the engine."""
    if isinstance(error, TemplateError):
        return broken_template(error, root)
    said = error.__context__ if isinstance(error.__context__, PluginError) else error
    return Problem("site_engine", Level.ERROR, f"网站没有生成：{said}", Place(CONFIG))


def line(problem: Problem) -> str:
    """A problem as the engine's log shows it: place, level, rule, message, and below it the way out."""
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return f"{problem.place}: {problem.level.value} [{problem.rule}] {problem.message}{hint}"
