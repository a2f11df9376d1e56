"""The plan of one year: its categories with declared points and counts, quarters, states, grades."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Count, Day, DocumentNumber, Key, Points, Prefix, Text, YesNo


class Category(Record):
    """A category of the assessment; categories nest to any depth, only the innermost hold indicators.

    `points` and, where given, `indicators` and `targets` are what the plan declares; the data must
    add up to them exactly. `prefix` opens the ids of the indicators it holds.
    """

    id: Key
    name: Text
    points: Points
    note: Text | None = None
    prefix: Prefix | None = None
    indicators: Count | None = None
    targets: Count | None = None
    categories: tuple[Category, ...] = ()

    def walk(self) -> Iterator[Category]:
        """This category and all below it, in the order written."""
        yield self
        for category in self.categories:
            yield from category.walk()


class Terms(Record):
    """What the bureau calls its two lowest levels, as printed in headings and counts."""

    indicator: Text
    target: Text


class Quarter(Record):
    """A reporting quarter; `retrospective` marks one reported after the plan was issued (补报)."""

    id: Key
    name: Text
    ends: Day
    report_due: Day
    retrospective: YesNo = False


class State(Record):
    """A state of progress, as the 季度报表 offers it."""

    id: Key
    name: Text


class Grade(Record):
    """A grade of the year's assessment, given from these points on."""

    name: Text
    at_least: Points


class Grades(Record):
    """The scale of grades, highest first."""

    sample: YesNo = False
    scale: Annotated[tuple[Grade, ...], Field(min_length=1)]


class Plan(Record):
    """The annual performance plan (绩效评估工作方案)."""

    year: Count
    title: Text
    circular: DocumentNumber
    basis: tuple[DocumentNumber, ...] = ()
    terms: Terms
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]
    quarters: Annotated[tuple[Quarter, ...], Field(min_length=1)]
    states: Annotated[tuple[State, ...], Field(min_length=1)]
    grades: Grades | None = None

    def walk(self) -> Iterator[Category]:
        """Every category, outermost first, in the order written."""
        for category in self.categories:
            yield from category.walk()
