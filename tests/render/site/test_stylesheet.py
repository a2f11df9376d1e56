"""The stylesheet: one file for the browser, a file for each topic for us, values in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.render.site.stylesheet import stylesheet
from tests.conftest import REPOSITORY

_STYLE = REPOSITORY / "theme" / "style"
_VALUE = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(|font-size:\s*[\d.]")


def test_topics_are_joined_in_the_order_of_their_names_without_comments(tmp_path: Path) -> None:
    """Tokens come first by their name, and what a browser need not read is left out."""
    (tmp_path / "tables.css").write_text("/* Tables. */\n\ntable {\n  color: var(--ink);\n}\n", "utf-8")
    (tmp_path / "0-tokens.css").write_text("/* Values. */\n:root {\n  --ink: #000;\n}\n", "utf-8")
    assert stylesheet(tmp_path) == ":root {\n--ink: #000;\n}\ntable {\ncolor: var(--ink);\n}\n"


@pytest.mark.parametrize("path", sorted(_STYLE.glob("*.css")), ids=lambda path: path.stem)
def test_colours_and_sizes_of_type_stand_among_the_tokens_alone(path: Path) -> None:
    """Every other file names a token, so one file changes the look of the whole site."""
    found = _VALUE.findall(path.read_text("utf-8"))
    assert bool(found) == (path.stem == "0-tokens"), found
