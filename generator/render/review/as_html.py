"""The review report as one HTML page that prints, with nothing beside it."""

from __future__ import annotations

from pathlib import Path

from generator.render.templates import environment
from generator.views.review import ReviewReport


def as_html(report: ReviewReport, folder: Path) -> str:
    """The page, from the template in a folder."""
    return environment(folder).get_template("report.html").render(report=report)
