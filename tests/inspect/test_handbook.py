"""The handbook's page of the inspector lists every row as the table has it, and every option."""

from __future__ import annotations

from generator.cli.inspect import command
from generator.inspect.as_markdown import rows_as_markdown
from generator.inspect.report import Outcome
from generator.inspect.row import Strength
from tests.conftest import REPOSITORY
from tests.docs.pages import generated, rewrite

PAGE = REPOSITORY / "docs" / "inspect.md"


def test_the_handbook_lists_the_rows_as_they_are(accept: bool) -> None:  # noqa: FBT001  # a fixture
    """The table of rows in the handbook is made from the table of the program."""
    if accept:
        rewrite(PAGE, "rows", rows_as_markdown())
    assert generated(PAGE, "rows") == rows_as_markdown()


def test_the_handbook_explains_every_option_strength_and_outcome() -> None:
    """What a clerk can type, and what the answer can say, stands there."""
    text = PAGE.read_text("utf-8")
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert not [option for option in options if f"`{option}`" not in text]
    assert not [each.value for each in (*Strength, *Outcome) if each.value not in text]
