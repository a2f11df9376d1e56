"""Bytes become text in one way, on every computer, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.text import MAX_BYTES, decode
from tests.conftest import REPOSITORY, SMALL_BUREAU


@pytest.mark.parametrize("written", [b"a: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"\xef\xbb\xbfa: 1\r\nb: 2\n"])
def test_line_ends_and_a_mark_make_no_difference(written: bytes) -> None:
    """A file saved on Windows reads as the same text as one saved anywhere else."""
    assert decode(written, "file.yml")[0] == "a: 1\nb: 2\n"


def test_the_limit_is_2_mb() -> None:
    """A file of exactly the limit is read; one byte more is refused, with both figures."""
    assert decode(b"x" * MAX_BYTES, "file.yml") == ("x" * MAX_BYTES, ())
    text, [problem] = decode(b"x" * (MAX_BYTES + 1), "file.yml")
    assert text is None
    assert "2,000,001" in problem.message
    assert "2,000,000" in problem.message


def test_text_with_a_wrong_character_is_still_read() -> None:
    """A wrong character is one problem, not the end: the file's other problems are found in the same run."""
    text, problems = decode("a: 甲\u200b\nb: 乙\n".encode(), "file.yml")
    assert text == "a: 甲\u200b\nb: 乙\n"
    assert len(problems) == 1


@pytest.mark.parametrize(
    "file", sorted([*REPOSITORY.glob("data/**/*.yml"), *SMALL_BUREAU.glob("data/**/*.yml")]), ids=str
)
def test_committed_data_files_are_clean(file: Path) -> None:
    """No data file of the bureaus we keep holds anything that is refused, not even a warning."""
    assert decode(file.read_bytes(), file.name)[1] == ()
