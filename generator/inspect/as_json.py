"""The report for programs: one JSON object, keys in English, values as measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.inspect.comparison import Pair
from generator.inspect.report import STANDARD, Outcome, Report, Result
from generator.inspect.row import Span

_OUTCOMES = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "failed",
    Outcome.ABSENT: "absent",
    Outcome.UNMEASURED: "unmeasured",
}


def as_json(report: Report, pairs: Sequence[Pair] = ()) -> str:
    """A report, and the comparison with a second file if there is one, as indented JSON."""
    answer: dict[str, Any] = {
        "standard": STANDARD,
        "file": report.file,
        "pages": report.pages,
        "form": report.form,
        "producer": report.producer,
        "counts": {name: report.counts[outcome] for outcome, name in _OUTCOMES.items()},
        "recognised": dict(report.recognised),
        "rows": [_row(result) for result in report.results],
        "fonts": [
            {
                "role": use.role,
                "font": use.font,
                "kind": use.kind,
                "embedded": use.embedded,
                "characters": use.characters,
                "shown": use.shown,
            }
            for use in report.fonts
        ],
        "readings": dict(report.readings),
    }
    if pairs:
        answer["comparison"] = [
            {
                "id": pair.row.id,
                "first": pair.first.value,
                "second": pair.second.value,
                "difference": _rounded(pair.difference),
                "differs": pair.differs,
            }
            for pair in pairs
        ]
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _row(result: Result) -> dict[str, Any]:
    row, target = result.row, result.row.target
    answer: dict[str, Any] = {
        "id": row.id,
        "part": row.part.value,
        "clause": row.clause,
        "strength": row.strength.value,
        "what": row.what,
        "target": str(target),
        "outcome": _OUTCOMES[result.outcome],
        "value": result.value,
        "where": result.where,
        "measured": result.measured,
        "wrong": result.wrong,
    }
    if isinstance(target, Span):
        answer |= {
            "low": _rounded(target.low),
            "high": _rounded(target.high),
            "tolerance": target.tolerance,
            "unit": target.unit,
            "number": _rounded(result.number),
            "deviation": _rounded(result.deviation),
        }
    return answer


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4) + 0.0
