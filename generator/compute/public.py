"""The public edition of a dossier: the same facts without the fields that stay inside the bureau.

Public views are made from this edition only, so that a view cannot print what it never receives.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from generator.model.approval import Approval
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single
from generator.model.progress import QuarterlyReport
from generator.model.record import Record
from generator.model.visibility import INTERNAL_FIELDS

Rec = TypeVar("Rec", bound=Record)


class NoDefaultError(Exception):
    """An internal field has no default to fall back to: our own mistake in the model."""


def public_dossier(dossier: Dossier) -> Dossier:
    """The dossier as the public may see it: every internal field of items and reports is back at its default."""
    return replace(dossier, years={number: _public_year(year) for number, year in dossier.years.items()})


def _public_year(year: Year) -> Year:
    return replace(
        year,
        indicators=tuple(_public_indicator(indicator) for indicator in year.indicators),
        progress=tuple(_public_report(report) for report in year.progress),
        approvals=tuple(_public_approval(approval) for approval in year.approvals),
        postings=tuple(map(_without_internal, year.postings)),
        clearances=(),
    )


def _public_approval(approval: Approval) -> Approval:
    """Without the changes of internal fields, and without them in things that came or went whole."""
    changes = tuple(
        change.model_copy(update={"was": _public_value(change.was), "now": _public_value(change.now)})
        for change in approval.changes
        if change.field not in INTERNAL_FIELDS
    )
    return approval.model_copy(update={"changes": changes})


def _public_value(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _public_value(one) for key, one in value.items() if key not in INTERNAL_FIELDS}
    return value


def _public_report(report: QuarterlyReport) -> QuarterlyReport:
    rows = tuple(_without_internal(row) for row in report.rows)
    return _without_internal(report).model_copy(update={"rows": rows})


def _public_indicator(indicator: Composite | Single) -> Composite | Single:
    if isinstance(indicator, Composite):
        targets = tuple(_without_internal(target) for target in indicator.targets)
        return _without_internal(indicator).model_copy(update={"targets": targets})
    return _without_internal(indicator)


def _without_internal(record: Rec) -> Rec:
    return record.model_copy(update=_defaults(type(record)))


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    defaults = {}
    for name in sorted(INTERNAL_FIELDS & kind.model_fields.keys()):
        field = kind.model_fields[name]
        if field.is_required():
            raise NoDefaultError(f"internal field {kind.__name__}.{name} needs a default")
        defaults[name] = field.get_default(call_default_factory=True)
    return defaults
