"""What prose may say of a quarter adds up, and never takes what was not reported for nothing."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compute.progress_words import progress_blocks, progress_words, share
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Year
from tests.conftest import REPOSITORY
from tests.reported import report


def year_of(root: Path, number: int) -> Year:
    """One year of a bureau."""
    dossier, problems = read_dossier(FilesOnDisk(root))
    assert dossier is not None, problems
    return dossier.years[number]


def test_the_states_and_what_was_not_reported_add_up_to_the_items() -> None:
    """In each quarter of the reference bureau."""
    year = year_of(REPOSITORY, 2019)
    said = dict(progress_words(year))
    for quarter in year.plan.quarters:
        opening = f"progress.{quarter.id}"
        states = sum(int(said[f"{opening}.states.{state.id}"]) for state in year.plan.states)
        assert states + int(said[f"{opening}.unreported"]) == int(said[f"{opening}.items"]) == 126


def test_what_was_not_reported_is_counted_by_itself(small: Path) -> None:
    """Two of eleven items were reported by one unit: nine are unreported, none is said not to have begun."""
    report(small)
    said = dict(progress_words(year_of(small, 2021)))
    figures = ("items", "units", "unreported", "states.under_way", "states.waiting", "shares.under_way")
    assert [said[f"progress.first_half.{figure}"] for figure in figures] == [
        "11",
        "1",
        "9",
        "2",
        "0",
        "18.2%",
    ]


def test_a_quarter_without_reports_has_its_words_too(small: Path) -> None:
    """Prose written ahead can be read: nobody has reported anything."""
    said = dict(progress_words(year_of(small, 2021)))
    assert (said["progress.second_half.units"], said["progress.second_half.unreported"]) == ("0", "11")
    assert "progress.second_half.behind" in progress_blocks(year_of(small, 2021))


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_is_off_by_half_a_tenth_at_most_and_a_half_goes_up(part: int, whole: int) -> None:
    """Whatever the figures."""
    found = Fraction(share(part, whole).removesuffix("%"))
    off = found - Fraction(100 * part, whole)
    assert Fraction(-1, 20) < off <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 8, "12.5%"), (1, 16, "6.3%"), (0, 0, "0.0%"), (126, 126, "100.0%")]
)
def test_shares_are_written_with_one_decimal(part: int, whole: int, said: str) -> None:
    """Of nothing, the share is nothing."""
    assert share(part, whole) == said
