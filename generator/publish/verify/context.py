"""Of what a published file speaks, as its address alone tells: year, circular or version, quarter, unit, page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.compute.approvals import plan_circulars, plan_of
from generator.compute.bulletins import Bulletin, bulletins, past_bulletins
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.publish.verify.facts import WHOLE, Facts

_YEAR = re.compile(r"(?:^|[/_-])((?:19|20)[0-9]{2})(?=[/._-]|$)")
_CIRCULAR = re.compile(r"(?:documents/[0-9]{4}/|portal/[0-9]{4}-)([0-9]+)(?=[./-]|$)")
_VERSION = re.compile(r"data/[0-9]{4}/v([0-9]+)/")
_POSTED = re.compile(r"/boards/[a-z0-9-]+-([0-9a-f]{8})\.html$")
_PARTS = re.compile(r"[/.\-!]")
_FRONT = "site/index.html"
_BLANK = re.compile(r"^forms/|^site/documents/|^portal/[0-9]{4}-[0-9]+/")


@dataclass(frozen=True)
class Context:
    """The facts that a file must agree with; `subject` is what its page is of, `quarter` and `unit` are empty if none.

    In a `blank` form what is to be filled in is empty. `versions` are the facts of the plan as each circular made it,
    in order; `bulletins` are what there is to post of the year, by their digests, and `bulletin` the one its page keeps.
    """

    facts: Facts
    dossier: Dossier
    quarter: str = ""
    unit: str = ""
    subject: str = WHOLE
    blank: bool = False
    versions: tuple[Facts, ...] = ()
    bulletins: Mapping[str, Bulletin] = field(default_factory=dict)
    bulletin: Bulletin | None = None


class Contexts:
    """The contexts of a bureau's published files."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier, self._years = dossier, dossier.years
        self._facts = cache(lambda number, circular: Facts(_as_of(dossier.years[number], circular)))
        self._versions = cache(
            lambda number: tuple(self._facts(number, one) for one in plan_circulars(dossier.years[number]))
        )
        self._bulletins = cache(
            lambda number: {
                one.digest: one for one in (*bulletins(dossier, number), *past_bulletins(dossier, number))
            }
        )

    def of(self, address: str) -> Context | None:
        """What a file speaks of; None if it is of no year that the data have. The front page is of the newest."""
        found = [int(year) for year in _YEAR.findall(address) if int(year) in self._years]
        if address == _FRONT:
            found = [max(self._years)]
        if not found:
            return None
        year = self._years[found[0]]
        posted = _POSTED.search(address)
        shown: Bulletin | None = self._bulletins(year.year).get(posted[1]) if posted else None
        facts: Facts = self._facts(year.year, shown.circulars[-1] if shown else _circular(address, year))
        parts = _PARTS.split(address)
        quarter = next((one.id for one in year.plan.quarters if one.id in parts), "")
        stem = address.rpartition("/")[2].partition(".")[0]
        unit = next((one.name for one in year.organisation.units if one.slug == stem), "")
        subject = stem if stem in facts.items else unit or (stem if stem in facts.groups else WHOLE)
        return Context(
            facts,
            self.dossier,
            quarter,
            unit,
            subject,
            blank=bool(_BLANK.search(address)),
            versions=self._versions(year.year),
            bulletins=self._bulletins(year.year),
            bulletin=shown,
        )


def _circular(address: str, year: Year) -> str:
    """The number of the circular that issued the plan as a file shows it; empty for the plan as it stands."""
    serial, version = _CIRCULAR.search(address), _VERSION.search(address)
    if version and 0 < int(version[1]) <= len(plan_circulars(year)):
        return plan_circulars(year)[int(version[1]) - 1]
    numbers: Mapping[int, str] = {document_number_parts(one.number)[2]: one.number for one in year.circulars}
    return numbers.get(int(serial[1]), "") if serial else ""


def _as_of(year: Year, circular: str) -> Year:
    return plan_of(year, circular) if circular else year
