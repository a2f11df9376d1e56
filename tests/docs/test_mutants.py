"""The page on faults that survive can be read by the program that looks for them."""

from __future__ import annotations

from tests.mutants.__main__ import PAGE, explained


def test_every_row_of_the_page_is_understood() -> None:
    """One line of a fault to each row; what stands in no row is not explained."""
    text = PAGE.read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(explained(text)) == len(rows) > 10
    assert "matcher = SequenceMatcher(autojunk=None)" in explained(text)
    assert "return True" not in explained(text)
