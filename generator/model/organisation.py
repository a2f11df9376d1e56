"""The bureau's organisation in one year: units, people, and the leading group with its office."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Key, Slug, Text, YesNo


class UnitKind(Record):
    """A kind of unit, such as 股室 or 直属事业单位."""

    id: Key
    name: Text


class Unit(Record):
    """A unit that answers for targets (责任股室). `short` are its other permitted names."""

    name: Text
    slug: Slug
    kind: Key
    short: tuple[Text, ...] = ()
    duties: Text | None = None


class Person(Record):
    """A person with a post, as the circular prints it; `leader` may answer for targets as 分管领导."""

    name: Text
    post: Text
    unit: Text | None = None
    leader: YesNo = False


class Office(Record):
    """The leading group's office: the unit it is attached to, its director and members."""

    unit: Text
    duty: Text
    director: Text
    members: tuple[Text, ...]


class LeadingGroup(Record):
    """The leading group for the assessment (领导小组): people by their registered names."""

    name: Text
    head: Text
    deputies: tuple[Text, ...]
    members: tuple[Text, ...]
    office: Office


class Organisation(Record):
    """Units, people and the leading group."""

    kinds: Annotated[tuple[UnitKind, ...], Field(min_length=1)]
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    people: tuple[Person, ...] = ()
    leading_group: LeadingGroup | None = None
