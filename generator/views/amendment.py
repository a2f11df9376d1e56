"""What an amendment made of the plan: 修订对照表, and the table of targets before and after, from approvals alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compute.approvals import amendments, plan_after
from generator.model.approval import Approval
from generator.model.circular import Circular, Content
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.views.annexes import annexes
from generator.views.circular import DRAFT, Leaf, annex_leaf, known_names, printed_circular
from generator.views.comparison import Compared, Version, comparison

COMPARISON, REDLINE = "comparison", "redline"
"""What the files of an amendment are called, after the serial of its document."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amendment: its year, the document that made it and that document's serial, its 修订对照表.

    `before` and `after` are the table of targets, as far as the circular that issued the plan has one.
    """

    year: int
    serial: int
    approval: Approval
    comparison: Leaf
    before: Leaf | None
    after: Leaf | None
    names: tuple[str, ...]


def amendments_of(dossier: Dossier, *, draft: bool) -> Iterator[Amendment]:
    """Every amendment of every year that the public may see something of, in the order of approvals."""
    for year in dossier.years.values():
        for earlier, approval in zip(year.approvals, year.approvals[1:], strict=False):
            if amendments(approval, year.year):
                yield _amendment(dossier, year, earlier, approval, draft=draft)


def version(year: Year, approval: Approval) -> Version:
    """A version of the plan by the document that approved it."""
    titles = {circular.number: circular.title for circular in year.circulars}
    return Version(approval.document, approval.date, titles.get(approval.circular, ""))


def target_leaf(dossier: Dossier, year: Year, *, draft: bool) -> Leaf | None:
    """The table of targets as the circular that issued the plan prints it, of the plan as it stands in `year`."""
    circular = next((one for one in year.circulars if one.number == year.plan.circular), None)
    place = _table(circular) if circular is not None else None
    if circular is None or place is None:
        return None
    part = tuple(annexes(year, circular))[place]
    printed = printed_circular(dossier, year.year, circular, draft=draft)
    return annex_leaf(printed, part, part.sheet) if part.sheet is not None else None


def compared_names(dossier: Dossier, year: Year) -> tuple[str, ...]:
    """The names that change whole where versions are compared."""
    return (*known_names(dossier, year), *(person.name for person in year.organisation.people))


def _amendment(
    dossier: Dossier, year: Year, earlier: Approval, approval: Approval, *, draft: bool
) -> Amendment:
    old, new = plan_after(year, earlier.number), plan_after(year, approval.number)
    compared = Compared(
        old, new, amendments(approval, year.year), version(year, earlier), version(year, approval)
    )
    table = comparison(
        compared,
        (approval.organ,),
        approval.date,
        draft=DRAFT if draft else "",
        sample=approval.sample,
    )
    return Amendment(
        year=year.year,
        serial=document_number_parts(approval.document)[2],
        approval=approval,
        comparison=table,
        before=target_leaf(dossier, old, draft=draft),
        after=target_leaf(dossier, new, draft=draft),
        names=compared_names(dossier, year),
    )


def _table(circular: Circular) -> int | None:
    """The place of the table of targets among a circular's annexes."""
    contents = [annex.content for annex in circular.annexes]
    return contents.index(Content.TARGET_TABLE) if Content.TARGET_TABLE in contents else None
