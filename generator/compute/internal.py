"""What stays inside a bureau: the values of internal fields that stand nowhere in what the public may see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.compute.public import public_dossier
from generator.model.dossier import Dossier, Year
from generator.model.record import Record
from generator.model.visibility import INTERNAL_FIELDS

_SPACE = re.compile(r"\s+")
_SHORTEST = 2
"""One character, or a bare figure, is no value that could be told from another."""


def internal_values(dossier: Dossier) -> Mapping[str, str]:
    """Every value that no public file may hold, without spaces, by what it is: `ZD01-1 evidence`."""
    said = _SPACE.sub("", _said(public_dossier(dossier)))
    return {
        value: where
        for year in dossier.years.values()
        for where, value in _values(year)
        if len(value) >= _SHORTEST and not value.replace(".", "").isdigit() and value not in said
    }


def kept_off(dossier: Dossier) -> Mapping[tuple[int, str], Mapping[str, str]]:
    """Who does the work of an item, where the public may know the name but not this of it: by year and item."""
    return {
        (year.year, item.id): {item.person: f"{item.id} person"}
        for year in dossier.years.values()
        for item in year.items
        if item.person and item.person != item.leader
    }


def _values(year: Year) -> Iterator[tuple[str, str]]:
    for indicator in year.indicators:
        for record in (indicator, *indicator.items):
            yield from _internal(record, indicator.id if record is indicator else record.id)
    for report in year.progress:
        where = f"{report.unit} {report.quarter}"
        yield from _internal(report, where)
        for row in report.rows:
            yield from _internal(row, f"{where} {row.target}")


def _internal(record: Record, where: str) -> Iterator[tuple[str, str]]:
    for name in sorted(INTERNAL_FIELDS & type(record).model_fields.keys()):
        value = getattr(record, name)
        if isinstance(value, str):
            yield f"{where} {name}", _SPACE.sub("", value)


def _said(dossier: Dossier) -> str:
    """All that a public dossier says, as one text."""
    records: list[Any] = [dossier.bureau, dossier.words]
    for year in dossier.years.values():
        records += (
            year.plan,
            year.organisation,
            *year.indicators,
            *year.papers,
            *year.progress,
            *year.errata,
        )
        records += (*year.approvals, *filter(None, (year.catalogue,)))
    said = [json.dumps(record.model_dump(mode="json"), ensure_ascii=False) for record in records]
    said += (str(prose) for prose in dossier.prose.values())
    said += (word.text for page in dossier.pages for passage in page.passages for word in passage)
    return "\n".join(said)
