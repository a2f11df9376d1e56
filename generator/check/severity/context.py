"""What a rule may know beside the change itself: both states of the data, and the day on which they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.change import Change, Subject, What
from generator.model.dossier import Dossier, Year


@dataclass(frozen=True, eq=False)
class Context:
    """The dossier before and after, all changes between them, and the day of the review."""

    old: Dossier
    new: Dossier
    changes: tuple[Change, ...]
    today: date

    @cached_property
    def reported(self) -> frozenset[tuple[int, str]]:
        """The targets whose progress is touched by the same changes, with their year."""
        return frozenset(
            (change.subject.year, change.subject.id.partition("/")[2])
            for change in self.changes
            if change.subject.what is What.ROW
        )

    @cached_property
    def locked(self) -> frozenset[tuple[int, str]]:
        """The quarters that were closed before, with their year."""
        return frozenset((year.year, lock.quarter) for year in self.old.years.values() for lock in year.locks)

    @cached_property
    def issued(self) -> frozenset[str]:
        """The document numbers and the prose files of circulars that were issued before."""
        found: set[str] = set()
        for year in self.old.years.values():
            for circular in year.papers:
                told = circular.disclosure.published or circular.sign_offs.signed
                if told or circular.number in _relied_on(year):
                    found |= {circular.number, *circular.prose_files}
        return frozenset(found)

    def quarter(self, year: int, day: str) -> str | None:
        """The quarter of the plan in which a day lies, by its id."""
        quarters = self.old.years[year].plan.quarters if year in self.old.years else ()
        return next((quarter.id for quarter in quarters if day <= quarter.ends.isoformat()), None)

    def unit_of(self, year: int, person: str) -> str | None:
        """The unit that a person belongs to, before or after."""
        return self._units.get((year, person))

    @cached_property
    def _units(self) -> Mapping[tuple[int, str], str | None]:
        return {
            (year.year, person.name): person.unit
            for year in (*self.old.years.values(), *self.new.years.values())
            for person in year.organisation.people
        }

    def unit_before(self, subject: Subject) -> str | None:
        """The unit that answered for a target before."""
        return self._answering.get((subject.year, subject.id))

    @cached_property
    def _answering(self) -> Mapping[tuple[int, str], str]:
        return {(year.year, item.id): item.unit for year in self.old.years.values() for item in year.items}


def _relied_on(year: Year) -> Iterable[str]:
    """The circulars that the plan and its approvals name: they were issued, or there would be no plan."""
    return (year.plan.circular, *(approval.document for approval in year.approvals))
