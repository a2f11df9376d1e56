"""Reads ten years of a bureau whose forty units report each quarter, prints a quarter of the reference bureau, and tells what that took, as JSON.

The targets are those of a generated project; every report holds each target of its unit.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from dataclasses import replace
from itertools import count
from pathlib import Path

from generator.compute.public import public_dossier
from generator.edition import Edition
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.fonts import find_fonts
from generator.model.dossier import Dossier
from generator.model.settings import Settings
from generator.reports import reports
from tests.conftest import REPOSITORY
from tests.generated import write_project

UNITS, YEARS, TARGETS = 40, range(2012, 2022), 480
_QUARTERS = {"q1": "04-08", "q2": "07-08", "q3": "10-08", "q4": "12-31"}
_UNIT = re.compile(r"(?m)^    unit: .*$")
_ROW = "  - target: {id}\n    work: 按照年初部署开展工作，检查{index}次，发现的问题已经整改。\n    state: on_schedule\n"


def write_years(root: Path) -> None:
    """Write the generated project once for each year, with more units, and the reports of every quarter."""
    write_project(root, TARGETS)
    files = {
        path.relative_to(root / "data/2021"): path.read_text("utf-8")
        for path in sorted((root / "data/2021").rglob("*.yml"))
    }
    places = count()
    answering: dict[int, list[str]] = defaultdict(list)
    for name, text in files.items():
        if name.parts[0] == "indicators":
            files[name] = _UNIT.sub(lambda _: f"    unit: 第{next(places) % UNITS + 1}科", text)
            for target, unit in re.findall(r"- id: (\S+)\n(?:    .*\n)*?    unit: 第([0-9]+)科", files[name]):
                answering[int(unit)].append(target)
    units = "".join(
        f"  - name: 第{n}科\n    slug: ke-{n}\n    kind: sections\n" for n in range(13, UNITS + 1)
    )
    organisation = Path("organisation.yml")
    files[organisation] = files[organisation].replace("people:\n", f"{units}people:\n")
    notice = (root / "content/2021/notice.md").read_text("utf-8")
    for year in YEARS:
        for name, text in files.items():
            _write(
                root / "data" / str(year) / name,
                text.replace("2021", str(year)).replace("2022-", f"{year + 1}-"),
            )
        _write(root / "content" / str(year) / "notice.md", notice)
        for quarter, day in _QUARTERS.items():
            for unit, targets in answering.items():
                head = f"unit: 第{unit}科\nquarter: {quarter}\nreported: {year}-{day}\nsample: yes\nrows:\n"
                rows = "".join(_ROW.format(id=target, index=index) for index, target in enumerate(targets, 2))
                _write(root / f"data/{year}/progress/{quarter}/ke-{unit}.yml", head + rows)


def measure(root: Path) -> dict[str, float]:
    """Seconds of reading ten years, how many reports they hold, and seconds of printing the reference's newest quarter."""
    started = time.perf_counter()
    dossier = _read(root)
    reading = time.perf_counter() - started
    files = sum(len(year.progress) for year in dossier.years.values())
    edition = _quarter()
    started = time.perf_counter()
    made, _ = reports(REPOSITORY, edition)
    printing = time.perf_counter() - started
    return {"reading": reading, "reports": files, "printing": printing, "printed": len(made)}


def _quarter() -> Edition:
    """The reference bureau as if only the newest quarter had been reported, its summaries too."""
    dossier = _read(REPOSITORY)
    newest = dossier.years[max(dossier.years)]
    last = tuple(report for report in newest.progress if report.quarter == newest.plan.quarters[-1].id)
    fonts, _ = find_fonts(REPOSITORY, Settings())
    if fonts is None:
        raise SystemExit("no fonts")
    quarter = replace(dossier, years={newest.year: replace(newest, progress=last)})
    return Edition(public_dossier(quarter), {}, fonts, draft=True)


def _read(root: Path) -> Dossier:
    dossier, problems = read_dossier(FilesOnDisk(root))
    if dossier is None or problems:
        raise SystemExit(str(problems))
    return dossier


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write_years(folder)
    json.dump(measure(folder), sys.stdout)
