"""`make bench`: the figures of reading, checking and building, the best of three runs each, beside their limits."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from tests.bench.comparison import compare, lines
from tests.conftest import REPOSITORY, copy_of
from tests.generated import write_project

RUNS = 3
SIZES = (1_000, 10_000)
PAGES, ROUNDS = (1_000, 5_000, 10_000), 2


class Figure(NamedTuple):
    """One figure with what it should not exceed; without a limit it is there to compare."""

    what: str
    value: float
    unit: str
    limit: float | None = None


class Reading(NamedTuple):
    """What loading and checking a project took: seconds, those of the yardstick, and the peak in MB."""

    seconds: float
    yardstick: float
    peak: float


class Printing(NamedTuple):
    """What printing something took, the first time and once more: seconds, and the peak in MB."""

    cold: float
    warm: float
    peak: float


PRINTED = (
    ("pdf", "circular of 14 pages as PDF", 0.3, 0.1),
    ("annex", "annex 1 as PDF", 0.5, None),
    ("docx", "circular with annexes as DOCX", 1, None),
    ("all", "all documents of the year", 3, None),
    ("boards", "all sheets for notice boards of the year", 3, None),
)
"""What is printed, and the limits in seconds."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="zhengben-bench-") as folder:
        table = Table("figure", "measured", "limit", "")
        for figure in _figures(Path(folder)):
            limit = "" if figure.limit is None else f"≤ {figure.limit:g} {figure.unit}"
            verdict = "" if figure.limit is None else "ok" if figure.value <= figure.limit else "OVER"
            table.add_row(figure.what, f"{figure.value:.2f} {figure.unit}", limit, verdict)
        Console().print(table)


def _figures(folder: Path) -> Iterator[Figure]:
    reference = copy_of(REPOSITORY, folder / "reference")
    yield Figure("zhengben check, reference bureau", _best(lambda: _command(reference, "check")), "s", 1)
    yield Figure("zhengben build, reference bureau", _best(lambda: _command(reference, "build")), "s", 10)
    yield from _gate_figures(reference)
    yield from _printing_figures(reference)
    yield Figure("zhengben build site", _best(lambda: _command(reference, "build", "site")), "s", 3)
    yield from _quarter_figures(folder / "quarters")
    yield from _importing_figures(reference, folder / "importing")
    compared = {}
    for size in PAGES:
        compared[size] = compare(folder / f"pages-{size}", size, ROUNDS)
    yield from (Figure(*line) for line in lines(compared))
    readings = {}
    for size in SIZES:
        project = folder / str(size)
        write_project(project, size)
        readings[size] = reading = _reading(project)
        limits = (3, 300) if size == max(SIZES) else (None, None)
        yield Figure(f"load and check {size:,} targets", reading.seconds, "s", limits[0])
        yield Figure(f"  beside PyYAML's C loader on {size:,}", reading.seconds / reading.yardstick, "×")
        yield Figure(f"  peak of memory at {size:,}", reading.peak, "MB", limits[1])
    yield from _searching_figures(project)
    small, large = (readings[size].seconds for size in SIZES)
    yield Figure(f"t({SIZES[1]:,}) / t({SIZES[0]:,})", large / small, "×", SIZES[1] / SIZES[0] * 1.2)


def _gate_figures(project: Path) -> Iterator[Figure]:
    """What the scans find and cost, and what is compared when the reference year is verified."""
    command = (sys.executable, "-m", "tests.bench.gate", str(project))
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY)
    found = json.loads(told.stdout)
    yield Figure(f"planted numbers missed in {found['kinds']} kinds of file", found["missed"], "", 0)
    yield Figure("  found though not planted", found["invented"], "", 0)
    yield Figure("  found in 200,000 digests", found["digests"], "", 0)
    yield Figure("  findings against the reference bureau", found["against"], "", 0)
    yield Figure("  text looked through in a second", found["megabytes_a_second"], "MB")
    yield Figure("all scans of what is published", found["scanned"], "s")
    for form, values in found["values"].items():
        yield Figure(f"values verified, {form}", values, "")
    yield Figure("  that differ", found["differences"], "", 0)
    yield Figure("  time for all", found["verified"], "s", 10)


def _quarter_figures(project: Path) -> Iterator[Figure]:
    """Ten years of forty units' reports, and what is printed of one quarter."""
    command = (sys.executable, "-m", "tests.bench.quarters", str(project))
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY)
    found = json.loads(told.stdout)
    yield Figure(f"load {found['reports']:,} quarterly reports of ten years", found["reading"], "s", 5)
    yield Figure(f"print {found['printed']} reports of a quarter", found["printing"], "s", 5)


def _importing_figures(reference: Path, project: Path) -> Iterator[Figure]:
    """One form of the reference bureau, and a thousand of a generated one's."""
    command = (sys.executable, "-m", "tests.bench.importing", str(project), str(reference))
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY)
    found = json.loads(told.stdout)
    yield Figure("zhengben import, one form", found["one"], "s", 1)
    yield Figure(f"zhengben import, {found['written']:,} forms", found["all"], "s", 60)


def _searching_figures(project: Path) -> Iterator[Figure]:
    """The search of the largest site; its words are those that the generated texts are made of."""
    command = (sys.executable, "-m", "tests.bench.searching", str(project), "数据", "网络")
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY)
    found = json.loads(told.stdout)
    yield Figure(f"search index of {max(SIZES):,} targets", found["size"], "MB", 18)
    yield Figure("  first answer, reading the index", found["cold"], "s", 1)
    yield Figure("  next answer", found["warm"], "s", 0.5)


def _printing_figures(project: Path) -> Iterator[Figure]:
    for kind, what, cold, warm in PRINTED:
        taken = [_printing(project, kind) for _ in range(RUNS)]
        yield Figure(f"{what}, cold", min(one.cold for one in taken), "s", cold)
        yield Figure(f"{what}, again", min(one.warm for one in taken), "s", warm)
        yield Figure(f"  peak of memory, {what}", min(one.peak for one in taken), "MB")


def _printing(project: Path, kind: str) -> Printing:
    command = (sys.executable, "-m", "tests.bench.printing", str(project), kind)
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY)
    return Printing(**json.loads(told.stdout))


def _best(measure: Callable[[], float]) -> float:
    return min(measure() for _ in range(RUNS))


def _command(root: Path, *command: str) -> float:
    started = time.perf_counter()
    zhengben = (sys.executable, "-m", "generator", "--project", str(root), *command)
    subprocess.run(zhengben, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _reading(project: Path) -> Reading:
    command = (sys.executable, "-m", "tests.bench.reading", str(project))
    told = (subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=REPOSITORY) for _ in range(RUNS))
    return min(Reading(**json.loads(one.stdout)) for one in told)


if __name__ == "__main__":
    main()
