"""`make mutants`: how many small faults in the code that compares and weighs the tests find, and which they do not.

mutmut makes them, one at a time, and runs the tests that reach it. Every one that survives must be explained in
`docs/mutants.md`, by the line as the fault has it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from tests.conftest import REPOSITORY

FLOOR = 0.9
"""So many of the faults the tests must find."""
PAGE = REPOSITORY / "docs" / "mutants.md"
_STATS = REPOSITORY / "mutants" / "mutmut-cicd-stats.json"


def main() -> int:
    """Make the faults, run the tests, print the figures; 1 if too few are found or one is not explained."""
    console = Console()
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run"], cwd=REPOSITORY, check=False)
    subprocess.run([mutmut, "export-cicd-stats"], cwd=REPOSITORY, check=True, capture_output=True)
    stats = json.loads(_STATS.read_text("utf-8"))
    found = stats["killed"] + stats["timeout"]
    console.print(f"{found} of {stats['total']} faults found: {found / stats['total']:.1%}")
    told = explained(PAGE.read_text("utf-8"))
    unexplained = [(name, line) for name, line in _survivors(mutmut) if line not in told]
    for name, line in unexplained:
        console.print(f"not explained: {name}: {line}", markup=False)
    return int(bool(unexplained) or found / stats["total"] < FLOOR)


def explained(page: str) -> frozenset[str]:
    """The lines of faults that the page explains: the code in the second column of its table."""
    return frozenset(re.findall(r"^\| `[^`]+` \| ``? ?(.+?) ?``? \| ", page, re.MULTILINE))


def _survivors(mutmut: str) -> Iterator[tuple[str, str]]:
    """The faults that no test found, each with its line."""
    results = _said(mutmut, "results")
    for name in re.findall(r"^\s*(\S+): survived$", results, re.MULTILINE):
        lines = [line[1:].strip() for line in _said(mutmut, "show", name).splitlines()[3:] if line[:1] == "+"]
        yield name, " ".join(lines).replace("|", "\\|")


def _said(*command: str) -> str:
    return subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
