"""The days of a circular cannot follow one another as they are written.

Why:
    公文的几个日期互相矛盾。
    成文之后才能印发和公开，文号里的年份就是成文的年份；日期倒过来，多半是抄错。

Bad:
    date: 2021-08-29
    printing: {body: 某局, date: 2021-08-19}

Good:
    date: 2021-08-29
    printing: {body: 某局, date: 2021-08-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Circular
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_HINT = "对照原件核对日期"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the day of every circular with its number, its printing and its publication."""
    for year in dossier.years.values():
        for circular in year.papers:
            yield from _of_circular(circular)


def _of_circular(circular: Circular) -> Iterator[Finding]:
    _, number_year, _ = document_number_parts(circular.number)
    if circular.date.year != number_year:
        message = f"成文日期是 {circular.date}，文号却是 {number_year} 年的"
        yield Finding(message, circular.place("date"), _HINT, circular.date.isoformat())
    printed = circular.printing.date
    if printed < circular.date:
        message = f"印发日期 {printed} 早于成文日期 {circular.date}"
        yield Finding(message, circular.printing.place("date"), _HINT, printed.isoformat())
    published = circular.disclosure.published
    if published is not None and published < circular.date:
        message = f"公开日期 {published} 早于成文日期 {circular.date}"
        yield Finding(message, circular.disclosure.place("published"), _HINT, published.isoformat())
