"""Checks one project as the command does, in a process of its own, and prints what that took, as JSON.

The yardstick is PyYAML's fastest loader on the same files: it tells neither places nor faults, but it is slowed
by whatever slows this machine at the moment.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

import yaml

from generator.check.registry import rules
from generator.cli import main
from generator.cli.check import command


def measure(root: Path) -> dict[str, float]:
    """Seconds of the yardstick, seconds of the command without its start, and the peak of memory in MB."""
    rules()
    started = time.perf_counter()
    for path in sorted(root.glob("data/**/*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    yardstick = time.perf_counter() - started
    sys.argv = ["zhengben", "--project", str(root), str(command.name)]
    started = time.perf_counter()
    try:
        with redirect_stdout(io.StringIO()) as told:
            main()
    except SystemExit as left:
        if left.code or told.getvalue() != "没有发现问题。\n":
            raise SystemExit(told.getvalue()) from None
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "yardstick": yardstick, "peak": peak}


if __name__ == "__main__":
    json.dump(measure(Path(sys.argv[1])), sys.stdout)
