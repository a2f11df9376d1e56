"""Random inputs end soon, without a traceback, and what is refused is refused for a reason."""

from __future__ import annotations

import pytest

from tests.bench.fuzzing.readers import READERS
from tests.bench.fuzzing.running import fuzzed


@pytest.mark.parametrize("name", READERS)
def test_no_random_input_makes_a_reader_fail(name: str) -> None:
    """The first few of the inputs that `make fuzz` gives each reader: some are read, most are refused by many rules."""
    outcome = fuzzed(name, READERS[name], 200)
    assert outcome.refused
    assert outcome.taken > 0
