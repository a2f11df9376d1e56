"""Bulletins (公示): what a bureau posts, each with the version it is and a digest of all it says."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compute.approvals import plan_circulars, plan_of
from generator.compute.fingerprint import plan_state, target_fingerprints
from generator.model.approval import Approval
from generator.model.bureau import Bureau
from generator.model.dossier import Dossier, Year
from generator.model.plan import Quarter
from generator.model.scalars import document_number_parts

PLAN = "plan"
_DIGITS = 8
"""So many digits tell a bulletin: few enough to compare by eye."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One bulletin: the plan, where it stands at the end of `quarter`, or what `amendment` changed of it.

    `year` holds the plan as it was in that `version`, which counts from 1; `circulars` made it so, the issuing one
    first. `day` is when its content is from, where that is known. `current` unless a later version replaced it.
    """

    key: str
    year: Year
    version: int
    circulars: tuple[str, ...]
    day: date | None
    digest: str
    quarter: Quarter | None = None
    amendment: Approval | None = None
    current: bool = True


def bulletins(dossier: Dossier, number: int) -> tuple[Bulletin, ...]:
    """What there is to post of a year of a public dossier: the plan, each reported quarter, each amendment."""
    every = (*_plans(dossier, number), *_quarters(dossier, number), *_amendments(dossier, number))
    return tuple(one for one in every if one.current)


def past_bulletins(dossier: Dossier, number: int) -> tuple[Bulletin, ...]:
    """The earlier versions of the plan, which may still hang somewhere."""
    return tuple(one for one in _plans(dossier, number) if not one.current)


def _plans(dossier: Dossier, number: int) -> Iterator[Bulletin]:
    year = dossier.years[number]
    circulars = plan_circulars(year)
    for version, circular in enumerate(circulars, 1):
        then = plan_of(year, circular)
        yield Bulletin(
            key=PLAN,
            year=then,
            version=version,
            circulars=circulars[:version],
            day=_issued(year, circular),
            digest=_digest(dossier.bureau, then, circulars[:version]),
            current=version == len(circulars),
        )


def _quarters(dossier: Dossier, number: int) -> Iterator[Bulletin]:
    year = dossier.years[number]
    circulars = plan_circulars(year)
    for quarter in year.plan.quarters:
        reports = [one for one in year.progress if one.quarter == quarter.id]
        errata = [one for one in year.errata if one.quarter == quarter.id]
        if not reports:
            continue
        told = [one.model_dump(mode="json", exclude_defaults=True) for one in (*reports, *errata)]
        yield Bulletin(
            key=quarter.id,
            year=year,
            version=1 + len({one.date for one in errata}),
            circulars=circulars,
            day=max((*(one.reported for one in reports), *(one.date for one in errata))),
            digest=_digest(dossier.bureau, year, circulars, quarter.id, told),
            quarter=quarter,
        )


def _amendments(dossier: Dossier, number: int) -> Iterator[Bulletin]:
    year = dossier.years[number]
    circulars = plan_circulars(year)
    for approval in year.approvals:
        if not approval.changes or approval.circular not in circulars:
            continue
        version = circulars.index(approval.circular) + 1
        made = [one.model_dump(mode="json", exclude_defaults=True) for one in approval.changes]
        yield Bulletin(
            key=f"change-{document_number_parts(approval.document)[2]}",
            year=plan_of(year, approval.circular),
            version=1,
            circulars=circulars[:version],
            day=approval.date,
            digest=_digest(dossier.bureau, year, circulars[:version], approval.document, made, plan=False),
            amendment=approval,
        )


def _issued(year: Year, circular: str) -> date | None:
    days = [one.date for one in year.circulars if one.number == circular]
    return days[0] if days else None


def _digest(bureau: Bureau, year: Year, circulars: tuple[str, ...], *content: Any, plan: bool = True) -> str:
    """The digest of what a bulletin tells the public, and of how it says the bureau can be reached."""
    reached = [bureau.name, *bureau.contacts.model_dump().values()]
    targets = target_fingerprints(plan_state(year)) if plan else {}
    text = json.dumps([reached, circulars, targets, content], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:_DIGITS]
