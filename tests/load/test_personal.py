"""The privacy gate at the way in: what clerks write is looked through before anything is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.files import FilesOnDisk
from generator.load.personal import sources
from generator.pipeline import read

NUMBER = "138 0013 8000"
ALLOWANCE = "allowed:\n  - {{words: {words}, reason: 值班专用, approver: 局务会, expires: {expires}}}\n"


def rules(root: Path) -> list[tuple[str, str, int]]:
    """The findings about privacy: rule, file and line."""
    found = read(root).problems
    named = [problem for problem in found if problem.rule.startswith(("personal", "allowance"))]
    return [(problem.rule, problem.place.file, problem.place.line) for problem in named]


def plant(root: Path, file: str, old: str, new: str) -> None:
    """Put other words into a file of the bureau."""
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def allow(root: Path, words: str = "'13800138000'", expires: str = "2030-01-01") -> None:
    """Register something as public."""
    (root / "data/privacy.yml").write_text(ALLOWANCE.format(words=words, expires=expires), "utf-8")


def test_what_a_clerk_writes_by_mistake_is_told_masked_with_its_place(small: Path) -> None:
    """In a value, in a comment, in prose and in a page; the number itself is not repeated."""
    (small / "content/pages/guide.md").write_text(f"# 指南\n\n找王同志 {NUMBER}\n", "utf-8")
    with (small / "data/words.yml").open("a", encoding="utf-8") as words:
        words.write(f"# 王同志 {NUMBER}\n")
    assert [(rule, file) for rule, file, _ in rules(small)] == [
        ("personal_source", "content/pages/guide.md"),
        ("personal_source", "data/words.yml"),
    ]
    (found,) = [
        one for one in read(small).problems if one.rule == "personal_source" and "pages" in one.place.file
    ]
    assert (found.place.line, found.place.column) == (3, 6)
    assert "138****8000" in found.message
    assert "0013" not in found.message


def test_what_is_registered_passes(small: Path) -> None:
    """Whether written with spaces or without."""
    (small / "content/pages/guide.md").write_text(f"# 指南\n\n值班手机 {NUMBER}\n", "utf-8")
    allow(small)
    assert rules(small) == []


def test_the_bureau_s_own_phone_passes(small: Path) -> None:
    """What bureau.yml gives as its office phone may be a mobile."""
    with (small / "data/bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write(f"contacts:\n  office_phone: {NUMBER}\n")
    assert rules(small) == []


@pytest.mark.parametrize(
    ("words", "expires", "rule", "line"),
    [
        ("'13800138000'", "2021-01-01", "allowance_expired", 2),
        ("'13900139000'", "2030-01-01", "allowance_unused", 2),
    ],
)
def test_an_allowance_ends_and_must_be_used(
    words: str, expires: str, rule: str, line: int, small: Path
) -> None:
    """By the newest day in the data, not by the clock."""
    (small / "content/pages/guide.md").write_text("# 指南\n\n值班手机 13800138000\n", "utf-8")
    allow(small, words, expires)
    assert (rule, "data/privacy.yml", line) in rules(small)


def test_a_picture_that_somebody_looked_at_may_be_named(small: Path) -> None:
    """By the name of a file that is there."""
    (small / "content/pages/map.png").write_bytes(b"\x89PNG")
    allow(small, "map.png")
    assert rules(small) == []


def test_only_what_a_bureau_wrote_is_looked_through(small: Path) -> None:
    """The schemas that the program writes are not."""
    read_texts = sources(FilesOnDisk(small))
    assert "data/2021/plan.yml" in read_texts
    assert not [path for path in read_texts if path.startswith("data/schemas")]
