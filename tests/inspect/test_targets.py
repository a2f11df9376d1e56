"""A target in figures: what lies within it and its tolerance passes, and how far the rest misses is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.inspect.measures.gaps import blank_lines
from generator.inspect.row import Span, characters

_FIGURE = st.floats(-1000, 1000)


@given(_FIGURE, st.floats(0, 100), st.floats(0, 10), _FIGURE)
def test_a_value_passes_exactly_when_it_is_near_enough(
    low: float, width: float, tolerance: float, value: float
) -> None:
    """Inside the span the deviation is nought; outside it is the distance to the nearer end."""
    span = Span(low, low + width, tolerance)
    deviation = span.deviation(value)
    if low <= value <= low + width:
        assert deviation == 0
        assert span.passes(value)
    else:
        assert abs(deviation) == pytest.approx(min(abs(value - low), abs(value - low - width)))
        assert span.passes(value) is (abs(deviation) <= tolerance + 1e-9)


def test_two_blank_lines_are_neither_one_nor_three() -> None:
    """Both readings of 空二行 pass; a blank of one line or three does not."""
    two = blank_lines(2)
    grid = 225 / 21 - 16 * 25.4 / 72 / 21
    character = 16 * 25.4 / 72
    assert two.passes(2 * grid)
    assert two.passes(3 * grid - character)
    assert not two.passes(2 * grid - character)
    assert not two.passes(3 * grid)


def test_a_character_s_width_is_that_of_the_cell_or_of_the_type() -> None:
    """右空四字 is four cells of 156 mm / 28 or four characters of 16 points."""
    low, high = characters(4)
    assert (round(low, 2), round(high, 2)) == (22.29, 22.58)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(37, 37, 1), "37 ±1 mm"),
        (Span(20.78, 25.78, 0.5), "20.78–25.78 ±0.5 mm"),
        (Span(22, 22, 0, "行"), "22 行"),
    ],
)
def test_a_target_is_printed_as_a_clerk_reads_it(span: Span, text: str) -> None:
    """Figure, tolerance and unit, without idle noughts."""
    assert str(span) == text
