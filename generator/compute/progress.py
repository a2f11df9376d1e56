"""What was reported of each item in each quarter, as it stands after the errata."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from generator.model.dossier import Year
from generator.model.progress import CorrectedField, Erratum, ProgressRow, QuarterlyReport
from generator.model.scalars import quantity_from_text


@dataclass(frozen=True, slots=True)
class Entry:
    """What holds of one item at the end of one quarter: the report, its row after the errata, and these."""

    report: QuarterlyReport
    row: ProgressRow
    errata: tuple[Erratum, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Entries by quarter and item. What is not in it was not reported, which is never the same as zero."""

    entries: Mapping[tuple[str, str], Entry]

    def of(self, quarter: str, item: str) -> Entry | None:
        """The entry of an item for a quarter; None if it was not reported."""
        return self.entries.get((quarter, item))


def progress(year: Year) -> Progress:
    """All that was reported in a year. Of an item reported twice in a quarter, the first report counts."""
    errata: dict[tuple[str, str], list[Erratum]] = defaultdict(list)
    for erratum in year.errata:
        errata[erratum.quarter, erratum.target].append(erratum)
    entries: dict[tuple[str, str], Entry] = {}
    for report in year.progress:
        for row in report.rows:
            key = (report.quarter, row.target)
            own = tuple(errata.get(key, ()))
            entries.setdefault(key, Entry(report, corrected(row, own), own))
    return Progress(entries)


def corrected(row: ProgressRow, errata: Iterable[Erratum]) -> ProgressRow:
    """A row after some errata, in their order. One whose value cannot be read changes nothing; a rule reports it."""
    changes: dict[str, Any] = {}
    for erratum in errata:
        value = corrected_value(erratum)
        if value is not None:
            changes[erratum.field.value] = value
    return row.model_copy(update=changes) if changes else row


def corrected_value(erratum: Erratum) -> Any:
    """The value that an erratum puts in place, of the kind of its field; None if it cannot be one."""
    try:
        if erratum.field is CorrectedField.CUMULATIVE:
            return quantity_from_text(erratum.now)
        if erratum.field is CorrectedField.DONE_ON:
            return date.fromisoformat(erratum.now)
    except (PydanticCustomError, ValueError):
        return None
    return erratum.now
