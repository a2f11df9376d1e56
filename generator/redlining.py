"""The redline of a change under review: circulars with tracked changes, and 修订对照表 of each year's plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.compute.approvals import needs_approval
from generator.compute.changes import changes
from generator.compute.public import public_dossier
from generator.load.fonts import Fonts
from generator.model.approval import Approval
from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.model.scalars import document_number_parts
from generator.problem import Problem, blocking
from generator.render.annex_xlsx import annex_xlsx
from generator.render.circular_docx.press import DocxPress
from generator.render.circular_docx.redline.merging import Revision
from generator.render.circular_pdf.press import CircularPress
from generator.render.circular_pdf.values import circular_values
from generator.views.amendment import compared_names, version
from generator.views.annexes import annexes
from generator.views.circular import DRAFT, Leaf, PrintedCircular, printed_circular
from generator.views.comparison import Compared, Version, comparison

_PENDING = "待批准的改动"


@dataclass(frozen=True, slots=True)
class State:
    """One state of the project as the public may see it, and what it is called."""

    name: str
    dossier: Dossier


def redlines(
    root: Path, base: State, head: State, fonts: Fonts, *, duplex: bool = False
) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every document that shows what changed, by its name, and what stands against printing; then none is made.

    A circular prints the plan as it stood on each side. What only one side has is not compared.
    """
    old, new = (State(side.name, public_dossier(side.dossier)) for side in (base, head))
    pdf, docx = CircularPress(root, fonts, mirrored=duplex), DocxPress(root, mirrored=duplex)
    tables = dict(_tables(old, new))
    doubts = tuple(doubt for table in tables.values() for doubt in pdf.leaf_doubts(table))
    if blocking(doubts):
        return {}, doubts
    made = {f"{name}-redline.docx": content for name, content in _circulars(docx, old, new)}
    for name, table in tables.items():
        made[f"{name}-comparison.pdf"] = pdf.leaf(table)
        made[f"{name}-comparison.docx"] = docx.leaf(table)
        made[f"{name}-comparison.xlsx"] = annex_xlsx(table)
    return made, doubts


def _tables(old: State, new: State) -> Iterator[tuple[str, Leaf]]:
    """修订对照表 of each year whose plan differs."""
    made = tuple(one for one in changes(old.dossier, new.dossier) if needs_approval(one))
    for number, before, after in _years(old, new):
        own = tuple(one for one in made if one.subject.year == number)
        if own:
            approval = _approval(before, after)
            compared = Compared(
                before, after, own, _version(before, old.name), _later(after, approval, new.name)
            )
            day = approval.date if approval else max((one.date for one in after.circulars), default=None)
            yield (
                str(number),
                comparison(
                    compared,
                    (new.dossier.bureau.name,),
                    day or after.plan.quarters[-1].ends,
                    draft=DRAFT,
                    sample=any(one.sample for one in after.indicators),
                ),
            )


def _circulars(press: DocxPress, old: State, new: State) -> Iterator[tuple[str, bytes]]:
    """Each circular that prints otherwise than it did."""
    for number, before, after in _years(old, new):
        approval = _approval(before, after)
        revision = Revision(
            new.dossier.bureau.name,
            approval.date if approval else None,
            (*compared_names(old.dossier, before), *compared_names(new.dossier, after)),
        )
        were = {circular.number: circular for circular in before.circulars}
        for circular in after.circulars:
            if circular.number in were:
                was = _printed(old.dossier, before, were[circular.number])
                now = _printed(new.dossier, after, circular)
                if circular_values(was) != circular_values(now):
                    serial = document_number_parts(circular.number)[2]
                    yield f"{number}-{serial}", press.redline(was, now, revision)


def _years(old: State, new: State) -> Iterator[tuple[int, Year, Year]]:
    """The years that both sides have."""
    for number, after in sorted(new.dossier.years.items()):
        if number in old.dossier.years:
            yield number, old.dossier.years[number], after


def _printed(dossier: Dossier, year: Year, circular: Circular) -> PrintedCircular:
    parts = tuple(annexes(year, circular))
    return printed_circular(dossier, year.year, circular, draft=True, annexes=parts)


def _approval(before: Year, after: Year) -> Approval | None:
    """The approval that the later side has and the earlier has not: the last one of them."""
    return after.approvals[-1] if len(after.approvals) > len(before.approvals) else None


def _version(year: Year, name: str) -> Version:
    return version(year, year.approvals[-1]) if year.approvals else Version(name)


def _later(year: Year, approval: Approval | None, name: str) -> Version:
    return version(year, approval) if approval else Version(f"{name}（{_PENDING}）")
