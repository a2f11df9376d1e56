"""Bulletins (公示): what a bureau posts, each with the version it is and a digest of all it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compute.approvals import plan_circulars, plan_of
from generator.compute.fingerprint import digest, plan_state, public_fingerprint
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
    first. `day` is when its content is from, where that is known.
    """

    key: str
    year: Year
    version: int
    circulars: tuple[str, ...]
    day: date | None
    digest: str
    quarter: Quarter | None = None
    amendment: Approval | None = None


def bulletins(dossier: Dossier, number: int) -> tuple[Bulletin, ...]:
    """What there is to post of a year of a public dossier: the plan, each reported quarter, each amendment."""
    year = dossier.years[number]
    circulars = plan_circulars(year)
    told = public_fingerprint(plan_state(year))
    plan = _plan(dossier.bureau, year, circulars, told)
    return (plan, *_quarters(dossier.bureau, year, circulars, told), *_amendments(dossier.bureau, year))


def past_bulletins(dossier: Dossier, number: int) -> tuple[Bulletin, ...]:
    """The earlier versions of the plan, which may still hang somewhere."""
    year = dossier.years[number]
    circulars = plan_circulars(year)
    earlier = [
        (plan_of(year, circular), circulars[: place + 1]) for place, circular in enumerate(circulars[:-1])
    ]
    return tuple(
        _plan(dossier.bureau, then, made, public_fingerprint(plan_state(then))) for then, made in earlier
    )


def _plan(bureau: Bureau, year: Year, circulars: tuple[str, ...], told: str) -> Bulletin:
    """The plan as circulars made it; `told` is the fingerprint of what the public may see of it."""
    return Bulletin(
        key=PLAN,
        year=year,
        version=len(circulars),
        circulars=circulars,
        day=next((one.date for one in year.circulars if one.number == circulars[-1]), None),
        digest=_digest(bureau, circulars, told),
    )


def _quarters(bureau: Bureau, year: Year, circulars: tuple[str, ...], told: str) -> Iterator[Bulletin]:
    for quarter in year.plan.quarters:
        reports = [one for one in year.progress if one.quarter == quarter.id]
        errata = [one for one in year.errata if one.quarter == quarter.id]
        if not reports:
            continue
        said = [one.model_dump(mode="json", exclude_defaults=True) for one in (*reports, *errata)]
        yield Bulletin(
            key=quarter.id,
            year=year,
            version=1 + len({one.date for one in errata}),
            circulars=circulars,
            day=max((*(one.reported for one in reports), *(one.date for one in errata))),
            digest=_digest(bureau, circulars, told, quarter.id, said),
            quarter=quarter,
        )


def _amendments(bureau: Bureau, year: Year) -> Iterator[Bulletin]:
    circulars = plan_circulars(year)
    for approval in year.approvals:
        if not approval.changes or approval.circular not in circulars:
            continue
        made = circulars[: circulars.index(approval.circular) + 1]
        changes = [one.model_dump(mode="json", exclude_defaults=True) for one in approval.changes]
        yield Bulletin(
            key=f"change-{document_number_parts(approval.document)[2]}",
            year=plan_of(year, approval.circular),
            version=1,
            circulars=made,
            day=approval.date,
            digest=_digest(bureau, made, "", approval.document, changes),
            amendment=approval,
        )


def _digest(bureau: Bureau, circulars: tuple[str, ...], *content: Any) -> str:
    """The digest of what a bulletin tells the public, and of how it says the bureau can be reached."""
    reached = [bureau.name, *bureau.contacts.model_dump().values()]
    return digest([reached, circulars, *content])[:_DIGITS]
