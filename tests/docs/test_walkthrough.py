"""The walk through the handbook's first chapter goes as it says."""

from __future__ import annotations

from pathlib import Path

from generator.cli.printing import as_text
from generator.pipeline import read
from tests.docs.pages import HANDBOOK, code

_START = HANDBOOK / "start.md"
_FILE = Path("data", "2019", "indicators", "ZD01.yml")


def test_the_answers_to_a_mistake_and_to_its_mending_are_those_printed(reference: Path) -> None:
    """One number changed: the problem that the chapter shows. The other changed as well: only its approval is lacking."""
    mistake, mending = code(_START, "yaml")
    _edit(reference, "    points: 1.50\n", mistake)
    printed = f"{as_text(read(reference).problems).plain}\n"
    assert code(_START, "text")[0] == printed
    assert code(HANDBOOK / "check.md", "text")[0] in printed
    _edit(reference, "    points: 1.20\n", mending)
    assert [problem.rule for problem in read(reference).problems] == ["plan_unapproved"]


def _edit(bureau: Path, before: str, after: str) -> None:
    file = bureau / _FILE
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
