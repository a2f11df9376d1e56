"""The level of a heading is told by its number, and by the count it goes on with when its form slipped."""

from __future__ import annotations

import pytest

from generator.inspect.parts.headings import Outline, numbered

LEVELS = (
    ("一、总体要求", (1, 1)),
    ("十二、附则", (1, 12)),
    ("二十一、附则", (1, 21)),
    ("（一）压实责任", (2, 1)),
    ("(三)严明纪律", (2, 3)),
    ("1.建立台账", (3, 1)),
    ("1、建立台账", (3, 1)),
    ("（12）按月调度", (4, 12)),
    ("1.5公里以内", None),
    ("2019年度", None),
    ("一是坚持", None),
    ("（以下简称《方案》）", None),
)


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_a_number_tells_its_level_and_value(text: str, expected: tuple[int, int] | None) -> None:
    """Only the four forms of the standard are headings; decimals, years and 一是 are not."""
    found = numbered(text)
    assert (found and (found.level, found.value)) == expected


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (["一、", "（一）", "（二）", "（3）", "（四）"], [1, 2, 2, 2, 2]),
        (["（一）", "1.", "（1）", "（2）", "（二）"], [2, 3, 4, 4, 2]),
        (["（一）", "（1）", "（2）"], [2, 4, 4]),
        (["（一）", "1.", "（1）", "2.", "（1）"], [2, 3, 4, 3, 4]),
    ],
)
def test_a_slip_in_a_number_s_form_does_not_change_the_level(texts: list[str], levels: list[int]) -> None:
    """（3） after （二） is the third of that level; （1） begins a level of its own."""
    outline = Outline()
    assert [outline.level(number) for text in texts if (number := numbered(text))] == levels
