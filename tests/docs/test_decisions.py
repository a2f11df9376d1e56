"""Decisions are numbered once, listed, and there is one for everything we depend on."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import REPOSITORY
from tests.docs.pages import DECISIONS, generated, headings, rewrite

_PAGES = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
_INDEX = DECISIONS / "README.md"


def test_every_decision_has_a_number_of_its_own() -> None:
    """No number is used twice."""
    numbers = [re.fullmatch(r"([0-9]{4})-[a-z0-9-]+\.md", path.name) for path in _PAGES]
    assert all(numbers)
    assert len({number[1] for number in numbers if number}) == len(_PAGES)


def test_the_index_lists_every_decision_by_its_title(*, accept: bool) -> None:
    """The committed index is that of the pages there are; `--accept` rewrites it."""
    rows = [f"* [{path.name[:4]}]({path.name}) {headings(path)[0]}" for path in _PAGES]
    index = "\n".join([*rows, ""])
    if accept:
        rewrite(_INDEX, "decisions", index)
    assert generated(_INDEX, "decisions") == index


def test_every_direct_dependency_is_named_in_a_decision() -> None:
    """Nobody brings in a library without saying why, and what was rejected."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=~! ]", one)[0] for one in project["dependencies"]]
    words = [name.removeprefix("mkdocs-").rstrip("0123456789") for name in names]
    text = " ".join(path.read_text("utf-8") for path in _PAGES).lower()
    assert not [word for word in words if word not in text]
