"""The same pages by this program, Material as it comes, Zensical and Hugo, in turns: wall time, memory, ratios.

The engines run one after another in every round, so that whatever slows the machine slows them all; the best round of
each counts. Documents and open data are not made here: the others make none.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.engines import pages_of, write_hugo, write_mkdocs
from tests.conftest import REPOSITORY
from tests.generated import write_project

BINARIES = REPOSITORY / ".bench" / "bin"
"""Where `make bench` puts the engines that the program itself has no use for."""

_TARGETS = 0.8
"""Targets for each page: the others are indicators, categories, units and lists."""

OURS, MATERIAL, ZENSICAL, HUGO, COPY = "zhengben", "material", "zensical", "hugo", "cp -r"


class Run(NamedTuple):
    """What one build took: seconds on the clock, and the peak of its largest process in MB."""

    seconds: float
    peak: float


def compare(folder: Path, pages: int, rounds: int) -> dict[str, Run]:
    """Build a project of about so many pages with every engine; the best run of each."""
    project = folder / "project"
    write_project(project, round(pages * _TARGETS))
    (project / "theme").symlink_to(REPOSITORY / "theme")
    (folder / OURS).mkdir()
    commands = {OURS: (sys.executable, "-m", "tests.bench.site", str(project), str(folder / OURS))}
    _run(commands[OURS], REPOSITORY)
    written = pages_of(project)
    write_mkdocs(folder / "mkdocs", written)
    write_hugo(folder / "hugo-project", written, folder / OURS)
    made = ("build", "--quiet", "-f", "site_config.yml", "-d", str(folder / MATERIAL))
    commands[MATERIAL] = (str(Path(sys.executable).with_name("mkdocs")), *made)
    commands[ZENSICAL] = (str(BINARIES / "zensical"), "build", "-f", "site_config.yml")
    commands[HUGO] = (str(BINARIES / "hugo"), "--quiet", "-d", str(folder / HUGO))
    places = {OURS: REPOSITORY, HUGO: folder / "hugo-project"}
    runs: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for engine, command in commands.items():
            for left in (folder / engine, folder / "mkdocs" / "site"):
                shutil.rmtree(left, ignore_errors=True)
            runs.setdefault(engine, []).append(_run(command, places.get(engine, folder / "mkdocs")))
            if engine == OURS:
                shutil.rmtree(folder / "copy", ignore_errors=True)
                copy = ("cp", "-r", str(folder / OURS), str(folder / "copy"))
                runs.setdefault(COPY, []).append(_run(copy, folder))
    return {engine: min(found) for engine, found in runs.items()}


def lines(compared: dict[int, dict[str, Run]]) -> Iterator[tuple[str, float, str, float | None]]:
    """The figures: each build, then ours beside the others, with the limits that hold at some sizes."""
    for size, runs in compared.items():
        for engine, run in runs.items():
            yield f"{size:,} pages, {engine}", run.seconds, "s", None
            if engine != COPY:
                yield "  peak of memory", run.peak, "MB", None
        ours = runs[OURS]
        for other, limit in _WALL.items():
            ratio = ours.seconds / runs[other].seconds
            yield f"{size:,} pages, {OURS} / {other}", ratio, "×", limit.get(size)
        yield f"{size:,} pages, memory / {HUGO}", ours.peak / runs[HUGO].peak, "×", _MEMORY.get(size)
    small, large = min(compared), max(compared)
    if small != large:
        grown = compared[large][OURS].seconds / compared[small][OURS].seconds
        yield f"{OURS}, t({large:,}) / t({small:,})", grown, "×", large / small * 1.1


_WALL = {HUGO: {5_000: 0.6}, MATERIAL: {5_000: 0.15}, ZENSICAL: {}, COPY: {10_000: 2.0}}
_MEMORY = {5_000: 0.25}
"""The limits by size: ours is to take at most this part of the other's time, and of Hugo's memory."""

_MEASURE = """
import json, os, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
json.dump([time.perf_counter() - started, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)], sys.stdout)
"""
"""Run by a small process of its own: a child's peak counts from its parent's size on."""


def _run(command: Sequence[str], folder: Path) -> Run:
    measure = (sys.executable, "-c", _MEASURE, *command)
    told = subprocess.run(measure, cwd=folder, check=True, stdout=subprocess.PIPE).stdout
    seconds, peak, left = json.loads(told)
    if left:
        raise subprocess.CalledProcessError(left, command)
    return Run(seconds, peak)
