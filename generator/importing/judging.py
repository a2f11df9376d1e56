"""Judges a report before it is written: read back as `check` would read it, by its rules and for personal data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.check.registry import Rule, rules
from generator.check.run import check_with
from generator.importing.reading import HEAD, Spot
from generator.importing.recognition import Asked
from generator.load.dossier import KINDS
from generator.load.located import parse
from generator.load.personal import personal_in
from generator.load.typed import typed
from generator.model.dossier import Dossier, Year
from generator.model.progress import QuarterlyReport
from generator.problem import Place, Problem

_SUBJECT = "progress"
"""The rules that look at reports. Others look at what an import cannot change."""


def judge(
    text: str, asked: Asked, dossier: Dossier
) -> tuple[QuarterlyReport | None, tuple[tuple[Problem, Spot | None], ...]]:
    """The report that a file would hold, and its problems, each with the field it is about, if it is about one.

    Only what this report brings is told, not what is wrong already.
    """
    mapping, problems = parse(text, asked.path)
    if mapping is None:
        return None, tuple((problem, None) for problem in problems)
    report, mistyped = typed(KINDS["report"], mapping)
    if report is None:
        return None, tuple((problem, None) for problem in (*problems, *mistyped))
    others = tuple(one for one in asked.year.progress if _key(one) != _key(report))
    without, with_it = (
        _part(dossier, asked.year, others if place == 0 else (*others, report), report) for place in (0, 1)
    )
    personal = [
        one for one in personal_in({asked.path: text}, frozenset(), dossier) if one.place.file == asked.path
    ]
    known = set(check_with(_rules(), without))
    found = [problem for problem in check_with(_rules(), with_it) if problem not in known]
    spots = {(place.file, place.line): spot for place, spot in _spots(report)}
    told = (*problems, *found, *personal)
    return report, tuple((one, spots.get((one.place.file, one.place.line))) for one in told)


def _key(report: QuarterlyReport) -> tuple[str, str]:
    return report.quarter, report.unit


def _rules() -> list[Rule]:
    return [rule for rule in rules() if rule.subject == _SUBJECT]


def _part(
    dossier: Dossier, year: Year, progress: tuple[QuarterlyReport, ...], report: QuarterlyReport
) -> Dossier:
    """As much of the dossier as tells something of a report: its items, in all quarters."""
    items = {row.target for row in report.rows}
    order = [quarter.id for quarter in year.plan.quarters]
    part = replace(
        year,
        indicators=tuple(one for one in year.indicators if any(item.id in items for item in one.items)),
        circulars=(),
        summaries=(),
        acceptances=(),
        locks=(),
        errata=tuple(one for one in year.errata if one.target in items),
        progress=tuple(
            sorted(
                (one for one in progress if any(row.target in items for row in one.rows)),
                key=lambda one: order.index(one.quarter) if one.quarter in order else len(order),
            )
        ),
    )
    return replace(dossier, years={year.year: part}, prose={}, pages=())


def _spots(report: QuarterlyReport) -> Iterator[tuple[Place, Spot]]:
    """The line of each field; the target's own, where a problem is about the whole row, is told at its work."""
    for name in type(report).model_fields:
        yield report.place(name), (HEAD, name)
    for row in report.rows:
        for name in type(row).model_fields:
            if getattr(row, name) is not None:
                yield row.place(name), (row.target, "work" if name == "target" else name)
