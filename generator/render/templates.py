"""The templates of the site, and what to say of one that is broken."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.problem import Level, Place, Problem
from generator.render.charts.drawing import NARROW, WIDE, drawing
from generator.views.charts import Chart
from generator.views.prose import Block, Heading, Paragraph, Roster, Table

_KINDS: tuple[type[Block], ...] = (Heading, Paragraph, Roster, Table)


def environment(templates: Path) -> Environment:
    """The templates of a folder: every value is escaped, and an unknown name is an error.

    A block of prose is told by its kind: `block is heading`. A chart is drawn for a phone by `chart | narrow`, for a
    page's whole width by `chart | wide`.
    """
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for kind in _KINDS:
        env.tests[kind.__name__.lower()] = _is(kind)
    env.filters |= {"narrow": _drawn(NARROW), "wide": _drawn(WIDE)}
    return env


def broken_template(error: TemplateError, root: Path) -> Problem:
    """The problem of a template that could not be rendered, at its line. `root` is the project."""
    lines = traceback.extract_tb(error.__traceback__)
    places = [
        (one.filename, one.lineno) for one in lines if Path(one.filename).is_relative_to(root / "theme")
    ]
    places.append((getattr(error, "filename", None) or "", getattr(error, "lineno", None)))
    filename, line = next((place for place in reversed(places) if place[0]), (str(root / "theme"), 1))
    where = Path(filename).relative_to(root).as_posix() if Path(filename).is_relative_to(root) else filename
    return Problem("template", Level.ERROR, f"模板有误：{error.message}", Place(where, line or 1))


def _drawn(width: int) -> Callable[[Chart], Markup]:
    return lambda chart: Markup(drawing(chart, width))  # noqa: S704  # the drawing's texts are escaped


def _is(kind: type[Block]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, kind)
