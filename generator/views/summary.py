"""总结 and 自查报告, ready to print."""

from __future__ import annotations

from dataclasses import replace

from generator.model.dossier import Dossier
from generator.model.summary import Summary
from generator.views.annexes import annexes
from generator.views.circular import PrintedCircular, printed_circular

_SAMPLE = "（示例数据，未曾印发）"


def printed_summary(dossier: Dossier, year: int, summary: Summary, *, draft: bool) -> PrintedCircular:
    """A summary as a circular is printed; one that is a sample says so below its date."""
    tables = annexes(dossier.years[year], summary)
    printed = printed_circular(dossier, year, summary, draft=draft, annexes=tables)
    if not summary.sample:
        return printed
    return replace(printed, closing=replace(printed.closing, note=f"{printed.closing.note}{_SAMPLE}"))
