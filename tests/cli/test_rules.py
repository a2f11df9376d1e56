"""Every rule can be looked up, on the command line and in the handbook."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

import generator
from generator.check.registry import rules
from generator.cli import zhengben
from generator.cli.rules import Explained, everything, handbook_page
from generator.load.refusals import Refusal
from generator.problem import Level
from tests.conftest import REPOSITORY

PAGE = REPOSITORY / "docs" / "rules.md"


def run(*arguments: str) -> Result:
    """Run `zhengben rules`."""
    return CliRunner().invoke(zhengben, ["rules", *arguments])


def modules() -> Iterator[ModuleType]:
    """Every module of the program below the commands."""
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.startswith(("generator.__main__", "generator.cli")):
            yield importlib.import_module(found.name)


def test_whatever_can_be_reported_is_explained_once() -> None:
    """The refusals of every module of the program and the rules share one list of ids."""
    refused = {one.id for module in modules() for one in vars(module).values() if isinstance(one, Refusal)}
    ids = [each.id for each in everything()]
    assert sorted(ids) == sorted({*refused, *(rule.id for rule in rules())})


def test_the_list_has_a_line_for_each() -> None:
    """Id, weight, and the fault in a few words."""
    lines = run().output.splitlines()
    for each in everything():
        assert [line.split() for line in lines if line.split()[:1] == [each.id]] == [
            [each.id, each.level.value, *each.fault.split()]
        ]


@pytest.mark.parametrize("each", everything(), ids=lambda each: each.id)
def test_one_is_explained_with_both_examples(each: Explained) -> None:
    """Why, a bad and a good example, and whether it blocks."""
    result = run(each.id)
    assert result.exit_code == 0
    for part in (each.why, each.bad, each.good):
        for line in part.splitlines():
            assert line in result.output
    blocks = each.level is Level.ERROR and each.draft
    assert ("草稿不查" in result.output) == (not each.draft)
    assert ("不改正不能发布" in result.output) == blocks


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    """A slip of the keyboard costs one more try."""
    result = run("points_do_not_summ")
    assert result.exit_code == 2
    assert "是不是 points_do_not_sum？" in result.output


def test_the_handbook_page_is_what_the_rules_say(*, accept: bool) -> None:
    """The committed page is the one that the rules give now; `--accept` rewrites it."""
    if accept:
        PAGE.write_text(handbook_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == handbook_page()


def test_the_handbook_page_has_a_heading_for_each_and_none_besides() -> None:
    """The page and the program list the same rules, both ways."""
    headings = re.findall(r"^### `([a-z_]+)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [each.id for each in everything()]


def test_nothing_in_an_explanation_is_taken_for_markup() -> None:
    """Stars, braces and angle brackets of the explanations are printed as they are."""
    tokens = MarkdownIt("commonmark").parse(handbook_page())
    assert sum(token.type == "fence" for token in tokens) == 2 * len(everything())
    inlines = {child.type for token in tokens for child in token.children or ()}
    assert inlines <= {"text", "code_inline", "strong_open", "strong_close"}
