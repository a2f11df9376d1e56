"""Where lines break: numbers stay whole, and no line begins with a closing mark or ends with an opening one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.lengths import CHARACTER

LINE = 28 * CHARACTER

CASES = (
    ("国" * 28, ("国" * 28,)),
    ("国" * 29, ("国" * 28, "国")),
    ("国" * 27 + "，国", ("国" * 27 + "，", "国")),
    ("国" * 28 + "，国", ("国" * 27, "国，国")),
    ("国" * 27 + "《国》", ("国" * 27, "《国》")),
    ("国" * 27 + "2019年", ("国" * 27, "2019年")),
    ("国" * 27 + "》。国", ("国" * 26, "国》。国")),
    ("", ("",)),
)


@pytest.mark.parametrize(("words", "lines"), CASES)
def test_a_line_breaks_as_chinese_does(words: str, lines: tuple[str, ...]) -> None:
    """28 characters a line, moved only by what may not stand first or last."""
    assert lines_of(words, LINE, LINE, 0) == lines


def test_the_first_line_of_a_paragraph_is_shorter() -> None:
    """An indent of two characters leaves 26."""
    assert lines_of("国" * 30, LINE - 2 * CHARACTER, LINE, 0) == ("国" * 26, "国" * 4)


def test_a_gap_between_figures_and_characters_takes_room() -> None:
    """With gaps, fewer characters fit: not between a figure and a mark, only beside letters."""
    words = "8月" * 20
    assert len(lines_of(words, LINE, LINE, 70)[0]) < len(lines_of(words, LINE, LINE, 0)[0])
    marks = "8，" * 20
    assert lines_of(marks, LINE, LINE, 70) == lines_of(marks, LINE, LINE, 0)


@given(st.text("国家，。《》（）“”2019年% a", max_size=300), st.integers(2, 30))
def test_no_word_is_lost_and_every_line_moves_on(words: str, width: int) -> None:
    """The lines together are the words, and none but a lone one is empty."""
    lines = lines_of(words, width * CHARACTER, width * CHARACTER, 70)
    assert "".join(lines) == words
    assert all(lines) or not words
