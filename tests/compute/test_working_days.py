"""Working days are counted as the State Council announced them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.compute.working_days import after_working_days, publication_due


@pytest.mark.parametrize(
    ("created", "due"),
    [
        (date(2019, 8, 29), date(2019, 9, 27)),  # the Mid-Autumn Festival lies between
        (
            date(2019, 9, 10),
            date(2019, 10, 14),
        ),  # the National Day's week; 29 September and 12 October are worked
        (date(2020, 1, 20), date(2020, 2, 25)),  # the Spring Festival, prolonged
        (date(2019, 8, 31), date(2019, 9, 29)),  # begun on a Saturday, ends on a Sunday that is worked
    ],
)
def test_twenty_working_days_pass_over_holidays_and_count_the_days_worked_instead(
    created: date, due: date
) -> None:
    """The day itself does not count; the last of the twenty does."""
    assert publication_due(created) == due


def test_no_days_are_no_time() -> None:
    """Nothing is added for nothing."""
    assert after_working_days(date(2019, 10, 1), 0) == date(2019, 10, 1)


def test_a_year_without_an_announced_calendar_is_not_guessed() -> None:
    """Neither within it nor into it."""
    assert publication_due(date(2099, 3, 1)) is None
    assert publication_due(date(2003, 12, 30)) is None
