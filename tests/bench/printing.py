"""One measurement of printing, in a process of its own: `python -m tests.bench.printing PROJECT KIND`."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.boards import boards
from generator.compute.public import public_dossier
from generator.documents import documents
from generator.edition import Edition
from generator.load.fonts import Fonts, find_fonts
from generator.model.dossier import Dossier
from generator.pipeline import read
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_pdf.press import CircularPress
from generator.views.annexes import annexes
from generator.views.circular import annex_leaf, printed_circular


def main(project: Path, kind: str) -> None:
    """Print what is named twice, and tell the seconds of each time and the peak of memory in MB."""
    reading = read(project)
    fonts, _ = find_fonts(project, reading.settings)
    if reading.dossier is None or fonts is None:
        raise SystemExit(reading.problems)
    make = _makers(project, public_dossier(reading.dossier), fonts)[kind]
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        make()
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"cold": seconds[0], "warm": seconds[1], "peak": peak}, sys.stdout)


def _makers(project: Path, dossier: Dossier, fonts: Fonts) -> dict[str, Callable[[], object]]:
    number, year = max(dossier.years.items())
    circular = year.circulars[0]
    tables = tuple(annexes(year, circular))
    sheet = tables[0].sheet
    assert sheet is not None
    whole = printed_circular(dossier, number, circular, draft=True, annexes=tables)
    plan = whole.parts[0]
    long = replace(whole, parts=(replace(plan, blocks=plan.blocks * 2),))  # 14 pages
    return {
        "pdf": lambda: CircularPress(project, fonts).pdf(long),
        "annex": lambda: CircularPress(project, fonts).leaf(annex_leaf(whole, tables[0], sheet)),
        "docx": lambda: DocxPress(project).docx(whole),
        "all": partial(documents, project, dossier, fonts, draft=True),
        "boards": partial(boards, project, Edition(dossier, {}, fonts, draft=True)),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
