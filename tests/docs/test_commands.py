"""Every command, option, exit status and make target is documented, and nothing else is."""

from __future__ import annotations

import re

import click
import pytest

from generator.cli import BROKEN_RULE, LOCKED, OUR_BUG, UNDECIDED, zhengben
from tests.conftest import REPOSITORY
from tests.docs.pages import HANDBOOK, headings, pages, section

_PAGE = HANDBOOK / "commands.md"
_CONTEXT = click.Context(zhengben)
_COMMANDS = {name: zhengben.get_command(_CONTEXT, name) for name in zhengben.list_commands(_CONTEXT)}
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def test_every_command_has_its_section_and_every_section_its_command() -> None:
    """The handbook lists the commands that exist, and no other."""
    sections = [
        title.removeprefix("zhengben ") for title in headings(_PAGE, "h2") if title.startswith("zhengben ")
    ]
    assert sorted(sections) == sorted(_COMMANDS)


def test_the_readme_lists_every_command_and_no_other() -> None:
    """Who opens the repository sees what the program can do today."""
    listed = re.findall(
        r"^\| `zhengben ([a-z-]+)", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(_COMMANDS)


@pytest.mark.parametrize("name", _COMMANDS)
def test_a_command_s_section_names_its_options_and_choices_and_no_others(name: str) -> None:
    """Every option and every choice stands in its command's section; no option there is unknown."""
    command = _COMMANDS[name]
    assert command is not None
    text = section(_PAGE, f"zhengben {name}")
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    choices = {
        str(choice)
        for parameter in command.params
        if isinstance(parameter.type, click.Choice)
        for choice in parameter.type.choices
    }
    assert not [word for word in options | choices if f"`{word}" not in text]
    assert set(_OPTION.findall(text)) <= options


def test_the_options_of_every_command_are_documented() -> None:
    """What stands before the command, and the help that every command gives."""
    text = section(_PAGE, "共同的选项")
    given = {option for parameter in zhengben.params for option in parameter.opts if option.startswith("--")}
    assert set(_OPTION.findall(text)) == {*given, "--help"}


def test_every_exit_status_is_explained() -> None:
    """A script can rely on each status, so each stands in the table."""
    text = (HANDBOOK / "check.md").read_text("utf-8")
    assert not [
        status for status in (0, BROKEN_RULE, UNDECIDED, OUR_BUG, LOCKED) if f"| {status} |" not in text
    ]


def test_every_make_target_is_documented_and_every_documented_one_exists() -> None:
    """The table of targets is that of the Makefile; no page names a target that is not there."""
    targets = set(_TARGET.findall((REPOSITORY / "Makefile").read_text("utf-8")))
    table = set(re.findall(r"^\| `make ([a-z-]+)`", _PAGE.read_text("utf-8"), re.MULTILINE))
    assert table == targets
    for page in pages():
        named = set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8")))
        assert named <= targets, page
