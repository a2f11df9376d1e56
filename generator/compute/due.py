"""What is to be done by when, as things stand on a day: reports to hand in, targets to finish, facts to publish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.compute.pace import state_by_figures
from generator.compute.progress import progress
from generator.compute.working_days import publication_due
from generator.model.circular import Circular
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.organisation import Unit
from generator.model.plan import Quarter
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


Due = ReportDue | TargetDue | MilestoneDue | CircularDue | QuarterDue


def due(dossier: Dossier, on: date, until: date) -> tuple[Due, ...]:
    """All that is open on a day and was due before it, or is due up to another day; by day, undated last."""
    found = (one for _, year in sorted(dossier.years.items()) for one in _of_year(year, on, until))
    return tuple(
        sorted(
            (one for one in found if one.day is None or one.day <= until),
            key=lambda one: one.day or date.max,
        )
    )


def _of_year(year: Year, on: date, until: date) -> Iterator[Due]:
    known = replace(
        year,
        progress=tuple(report for report in year.progress if report.reported <= on),
        errata=tuple(erratum for erratum in year.errata if erratum.date <= on),
    )
    yield from _reports(known)
    yield from _targets(known)
    yield from _milestones(year, on)
    yield from _publications(year, on, until)


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
