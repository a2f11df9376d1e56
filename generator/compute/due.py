"""What is to be done by when, as things stand on a day: reports to hand in, targets to finish, facts to publish, sheets to post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.compute.approvals import plan_after
from generator.compute.bulletins import Bulletin
from generator.compute.pace import state_by_figures
from generator.compute.postings import overdue, superseded, unposted
from generator.compute.progress import progress
from generator.compute.working_days import publication_due
from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.organisation import Unit
from generator.model.plan import Quarter
from generator.model.posting import Posting
from generator.model.progress import COMPLETED


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A unit has not handed in its report of a quarter."""

    year: int
    quarter: Quarter
    unit: Unit
    day: date


@dataclass(frozen=True, slots=True)
class TargetDue:
    """An item is not reported as completed. `reported` says whether a report reaches up to its deadline, so that it is known to be unfinished."""

    year: int
    item: AssessedItem
    day: date
    reported: bool


@dataclass(frozen=True, slots=True)
class MilestoneDue:
    """What an item was to have reached by the end of a quarter that is not over yet."""

    year: int
    item: AssessedItem
    milestone: str
    day: date


@dataclass(frozen=True, slots=True)
class CircularDue:
    """A circular has no day of publication yet. `day` is None where no calendar says by when it is to have one."""

    year: int
    circular: Circular
    day: date | None


@dataclass(frozen=True, slots=True)
class QuarterDue:
    """The reports of a quarter are to be published. `day` is None where no calendar says by when."""

    year: int
    quarter: Quarter
    day: date | None


@dataclass(frozen=True, slots=True)
class PostDue:
    """A bulletin is to be posted; where `instead` still hangs, in its place. `day` is when there was something to post."""

    year: int
    bulletin: Bulletin
    instead: Posting | None
    day: date


@dataclass(frozen=True, slots=True)
class TakeDownDue:
    """What was posted is to be taken down when its term is over."""

    year: int
    posting: Posting
    day: date


Due = ReportDue | TargetDue | MilestoneDue | CircularDue | QuarterDue | PostDue | TakeDownDue


def due(dossier: Dossier, on: date, until: date) -> tuple[Due, ...]:
    """All that is open on a day and was due before it, or is due up to another day; by day, undated last."""
    found = (one for number in sorted(dossier.years) for one in _of_year(dossier, number, on, until))
    return tuple(
        sorted(
            (one for one in found if one.day is None or one.day <= until),
            key=lambda one: one.day or date.max,
        )
    )


def _of_year(dossier: Dossier, number: int, on: date, until: date) -> Iterator[Due]:
    year = dossier.years[number]
    known = replace(
        year,
        progress=tuple(report for report in year.progress if report.reported <= on),
        errata=tuple(erratum for erratum in year.errata if erratum.date <= on),
    )
    yield from _reports(known)
    yield from _targets(known)
    yield from _milestones(year, on)
    yield from _publications(year, on, until)
    yield from _postings(replace(dossier, years={number: _posted(known, on)}), number)


def _reports(year: Year) -> Iterator[ReportDue]:
    """Only units that answer for something have anything to report."""
    answering = {item.unit for item in year.items}
    done = {(report.quarter, report.unit) for report in year.progress}
    for quarter in year.plan.quarters:
        for unit in year.organisation.units:
            if unit.name in answering and (quarter.id, unit.name) not in done:
                yield ReportDue(year.year, quarter, unit, quarter.report_due)


def _targets(year: Year) -> Iterator[TargetDue]:
    """An item is completed once a report says so or its figures do, whatever is said later."""
    known = progress(year)
    for item in year.items:
        rows = [
            (place, quarter, entry.row)
            for place, quarter in enumerate(year.plan.quarters)
            if (entry := known.of(quarter.id, item.id)) is not None
        ]
        if not any(
            COMPLETED in (row.state, state_by_figures(year, item, place, row)) for place, _, row in rows
        ):
            reported = any(quarter.ends >= item.deadline for _, quarter, _ in rows)
            yield TargetDue(year.year, item, item.deadline, reported)


def _milestones(year: Year, on: date) -> Iterator[MilestoneDue]:
    """Milestones of quarters not over; where the item itself is due that day, the milestone adds nothing."""
    for quarter in year.plan.quarters:
        for item in year.items:
            if quarter.id in item.milestones and on <= quarter.ends < item.deadline:
                yield MilestoneDue(year.year, item, item.milestones[quarter.id], quarter.ends)


def _publications(year: Year, on: date, until: date) -> Iterator[CircularDue | QuarterDue]:
    """Circulars without a day of publication. No record tells when a quarter was published, so it is never called late."""
    for circular in year.circulars:
        published = circular.disclosure.published
        if circular.date <= on and (published is None or published > on):
            yield CircularDue(year.year, circular, publication_due(circular.date))
    for quarter in year.plan.quarters:
        if quarter.ends < on:
            day = publication_due(quarter.report_due)
            if quarter.report_due <= until if day is None else day >= on:
                yield QuarterDue(year.year, quarter, day)


def _posted(year: Year, on: date) -> Year:
    """A year as it was on a day: the plan as it was approved until then, and what hung."""
    approvals = tuple(one for one in year.approvals if one.date <= on)
    plan = plan_after(year, approvals[-1].number) if approvals else year
    return replace(
        plan,
        approvals=approvals,
        postings=tuple(
            one.model_copy(update={"taken_down": None}) if one.taken_down and one.taken_down > on else one
            for one in year.postings
            if one.posted <= on
        ),
    )


def _postings(dossier: Dossier, number: int) -> Iterator[PostDue | TakeDownDue]:
    """A bulletin is to be posted from its day on, or since anything was posted."""
    year = dossier.years[number]
    for old, new in superseded(dossier, number):
        yield PostDue(number, new, old, new.day or old.posted)
    for one in unposted(dossier, number):
        yield PostDue(number, one, None, one.day or year.postings[0].posted)
    for posting in overdue(year, date.max):
        if posting.until:
            yield TakeDownDue(number, posting, posting.until)
