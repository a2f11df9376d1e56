"""The days of a posting cannot be: taken down before it was put up, or a term that ended before it began.

Why:
    张贴记录的日期先后不对。
    撤下的日期、公示期的最后一天都不会早于张贴的日期。

Bad:
    posted: 2021-07-15
    taken_down: 2021-07-05

Good:
    posted: 2021-07-15
    taken_down: 2021-10-15
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the days of every record."""
    for year in dossier.years.values():
        for one in year.postings:
            if one.taken_down and one.taken_down < one.posted:
                message = f"{one.taken_down} 撤下，却是 {one.posted} 才张贴的"
                yield Finding(message, one.place("taken_down"), "核对两个日期")
            if one.until and one.until < one.posted:
                message = f"公示期到 {one.until} 为止，却是 {one.posted} 才张贴的"
                yield Finding(message, one.place("until"), "核对两个日期")
