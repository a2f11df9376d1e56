"""Of what a published file speaks, as its address alone tells: year, circular or version, quarter, unit, page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.compute.approvals import plan_circulars, plan_of
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.publish.verify.facts import WHOLE, Facts

_YEAR = re.compile(r"(?:^|[/_-])((?:19|20)[0-9]{2})(?=[/._-]|$)")
_CIRCULAR = re.compile(r"(?:documents/[0-9]{4}/|portal/[0-9]{4}-)([0-9]+)(?=[./-]|$)")
_VERSION = re.compile(r"data/[0-9]{4}/v([0-9]+)/")
_PARTS = re.compile(r"[/.\-!]")
_BLANK = re.compile(r"^forms/|^site/documents/|^portal/[0-9]{4}-[0-9]+/")


@dataclass(frozen=True)
class Context:
    """The facts that a file must agree with; `subject` is what its page is of, `quarter` and `unit` are empty if none.

    In a `blank` form what is to be filled in is empty.
    """

    facts: Facts
    quarter: str = ""
    unit: str = ""
    subject: str = WHOLE
    blank: bool = False


class Contexts:
    """The contexts of a bureau's published files."""

    def __init__(self, dossier: Dossier) -> None:
        self._years = dossier.years
        self._facts = cache(lambda number, circular: Facts(_as_of(dossier.years[number], circular)))

    def of(self, address: str) -> Context | None:
        """What a file speaks of; None if it is of no year that the data have."""
        found = [int(year) for year in _YEAR.findall(address) if int(year) in self._years]
        if not found:
            return None
        year = self._years[found[0]]
        facts: Facts = self._facts(year.year, _circular(address, year))
        parts = _PARTS.split(address)
        quarter = next((one.id for one in year.plan.quarters if one.id in parts), "")
        stem = address.rpartition("/")[2].partition(".")[0]
        unit = next((one.name for one in year.organisation.units if one.slug == stem), "")
        subject = stem if stem in facts.items else unit or (stem if stem in facts.groups else WHOLE)
        return Context(facts, quarter, unit, subject, bool(_BLANK.search(address)))


def _circular(address: str, year: Year) -> str:
    """The number of the circular that issued the plan as a file shows it; empty for the plan as it stands."""
    serial, version = _CIRCULAR.search(address), _VERSION.search(address)
    if version and 0 < int(version[1]) <= len(plan_circulars(year)):
        return plan_circulars(year)[int(version[1]) - 1]
    numbers: Mapping[int, str] = {document_number_parts(one.number)[2]: one.number for one in year.circulars}
    return numbers.get(int(serial[1]), "") if serial else ""


def _as_of(year: Year, circular: str) -> Year:
    return plan_of(year, circular) if circular else year
