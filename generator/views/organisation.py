"""The organisation of one year: its units by kind, and the leading group with its office."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dossier import Year
from generator.model.organisation import LeadingGroup
from generator.views import points_charts, unit
from generator.views.charts import BarChart
from generator.views.item import UnitName, unit_name
from generator.views.sample import Sample, sample_sums
from generator.views.unit import PersonLine, UnitLine


@dataclass(frozen=True, slots=True)
class UnitsOfKind:
    """The units of one kind, such as 股室."""

    kind: str
    units: tuple[UnitLine, ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """Those who hold one role of the leading group or of its office."""

    role: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The leading group, and its office with the unit that houses it."""

    name: str
    seats: tuple[Seats, ...]
    office_unit: UnitName
    office_duty: str
    office_seats: tuple[Seats, ...]


@dataclass(frozen=True, slots=True)
class PersonInOffice:
    """A person with the post they hold, and their unit if it is a single one."""

    name: str
    post: str
    unit: UnitName | None


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """The organisation's page."""

    kinds: tuple[UnitsOfKind, ...]
    units: int
    points_by_unit: BarChart
    sample: Sample
    group: GroupView | None
    people: tuple[PersonInOffice, ...]


def organisation(year: Year) -> OrganisationView:
    """Units by kind and the leading group of one year."""
    lines = unit.lines(year)
    group = year.organisation.leading_group
    return OrganisationView(
        kinds=tuple(
            UnitsOfKind(kind.name, tuple(line for line in lines if line.kind == kind.name))
            for kind in year.organisation.kinds
        ),
        units=len(lines),
        points_by_unit=points_charts.by_unit(year),
        sample=sample_sums((one.sample for one in year.indicators), beside_declared=False),
        group=_group(year, group) if group else None,
        people=tuple(
            PersonInOffice(one.name, one.post, unit_name(year.units[one.unit]) if one.unit else None)
            for one in year.organisation.people
        ),
    )


def _group(year: Year, group: LeadingGroup) -> GroupView:
    office = group.office
    return GroupView(
        name=group.name,
        seats=(
            _seats(year, "组长", (group.head,)),
            _seats(year, "副组长", group.deputies),
            _seats(year, "成员", group.members),
        ),
        office_unit=unit_name(year.units[office.unit]),
        office_duty=office.duty,
        office_seats=(
            _seats(year, "主任", (office.director,)),
            _seats(year, "成员", office.members),
        ),
    )


def _seats(year: Year, role: str, names: tuple[str, ...]) -> Seats:
    posts = {person.name: person.post for person in year.organisation.people}
    return Seats(role, tuple(PersonLine(name, posts[name]) for name in names))
