"""A flaw of an issued text is accepted by rule, file and words; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.run import check
from tests.check.bureaus import BASE, lay_out, read

CIRCULAR = "data/2021/circulars/7.yml"
FLAW = ("circular_dates_disagree", CIRCULAR, "2021-02-02")


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """A bureau whose issued circular says it was printed before it was written."""
    lay_out(BASE, tmp_path)
    circular = tmp_path / CIRCULAR
    text = circular.read_text(encoding="utf-8")
    assert "date: 2021-03-02" in text
    circular.write_text(text.replace("date: 2021-03-02", "date: 2021-02-02"), encoding="utf-8")
    return tmp_path


def accept(root: Path, *flaws: tuple[str, str, str]) -> None:
    """Write the list of accepted flaws."""
    entries = "".join(
        f'  - rule: {rule}\n    file: {file}\n    words: "{words}"\n    reason: 原文如此\n'
        for rule, file, words in flaws
    )
    (root / "data/2021/accepted.yml").write_text(f"accepted:\n{entries}", encoding="utf-8")


def rules_of(root: Path) -> list[str]:
    """The rules that report something."""
    return [problem.rule for problem in check(read(root))]


def test_a_flaw_stands_until_it_is_accepted(flawed: Path) -> None:
    """Acceptance, and only acceptance, silences the flaw, and leaves nothing else to say."""
    assert rules_of(flawed) == ["circular_dates_disagree"]
    accept(flawed, FLAW)
    assert rules_of(flawed) == []


def test_the_hint_of_an_acceptable_flaw_gives_the_words_to_write(flawed: Path) -> None:
    """The clerk copies the words of the acceptance from the report."""
    (problem,) = check(read(flawed))
    assert problem.hint.endswith("在当年的 accepted.yml 登记，words 写“2021-02-02”")


@pytest.mark.parametrize(
    "other",
    [
        ("circular_unknown", CIRCULAR, "2021-02-02"),
        ("circular_dates_disagree", "data/2021/circulars/8.yml", "2021-02-02"),
        ("circular_dates_disagree", CIRCULAR, "2021-02-0"),
        ("no_such_rule", CIRCULAR, "2021-02-02"),
    ],
    ids=["another_rule", "another_file", "fewer_words", "an_unknown_rule"],
)
def test_an_acceptance_that_differs_in_anything_is_unused(flawed: Path, other: tuple[str, str, str]) -> None:
    """Rule, file and words must all be the same; a near miss is reported beside the flaw."""
    accept(flawed, other)
    assert sorted(rules_of(flawed)) == ["acceptance_unused", "circular_dates_disagree"]


def test_an_acceptance_outlives_its_flaw_only_as_a_problem(flawed: Path) -> None:
    """Once the text is mended, the entry must go."""
    accept(flawed, FLAW)
    (flawed / CIRCULAR).write_text((BASE / CIRCULAR).read_text(encoding="utf-8"), encoding="utf-8")
    (problem,) = check(read(flawed))
    assert (problem.rule, problem.place.file, problem.place.line) == (
        "acceptance_unused",
        "data/2021/accepted.yml",
        2,
    )
    assert all(word in problem.message for word in FLAW)


def test_one_acceptance_covers_the_same_words_wherever_they_recur_in_the_file(flawed: Path) -> None:
    """A name that is misspelt twice in one issued text is accepted once."""
    circular = flawed / CIRCULAR
    text = circular.read_text(encoding="utf-8")
    circular.write_text(text.replace("  method:", "  published: 2021-02-02\n  method:"), encoding="utf-8")
    assert rules_of(flawed) == ["circular_dates_disagree"] * 2
    accept(flawed, FLAW)
    assert rules_of(flawed) == []
