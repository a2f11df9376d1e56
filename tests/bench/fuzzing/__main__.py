"""`make fuzz`: random inputs for every reader, each of which must end soon, without a traceback, and say why.

`python -m tests.bench.fuzzing [COUNT [READER…]]`. The seed is fixed, so a run can be repeated; an input at which a
reader fails is printed.
"""

from __future__ import annotations

import sys
import time

from tests.bench.fuzzing.readers import READERS
from tests.bench.fuzzing.running import fuzzed

COUNT = 100_000
"""How many inputs each reader gets."""


def main() -> None:
    """Feed the readers, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    for name in sys.argv[2:] or READERS:
        started = time.process_time()
        outcome = fuzzed(name, READERS[name], count)
        refused = outcome.refused.total()
        print(  # noqa: T201  # its purpose
            f"{name}: {count:,} inputs, {outcome.taken:,} read, {count - outcome.taken:,} not, {refused:,} refusals by"
            f" {len(outcome.refused)} rules, slowest {outcome.slowest * 1000:.0f} ms, {time.process_time() - started:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
