"""Indicators (一级指标) and their targets (年度工作目标): what is assessed, for how many points."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from generator.model.goal import Goal
from generator.model.record import Record
from generator.model.scalars import Day, ItemId, Key, Points, Text, YesNo
from generator.model.scoring import ScoringRule


class AssessedItem(Record):
    """One item that is assessed and scored: a target, or an indicator that has no targets."""

    id: ItemId
    text: Text
    points: Points
    goal: Goal
    deadline: Day
    unit: Text
    partners: Annotated[tuple[Text, ...], Field(alias="with")] = ()
    leader: Text
    person: Text | None = None
    milestones: dict[Key, Text] = Field(default_factory=dict)
    expected: Text
    scoring: Text
    rule: ScoringRule
    evidence: Text | None = None


class Target(AssessedItem):
    """One 年度工作目标 of an indicator."""


class IndicatorHead(Record):
    """What every indicator carries, whether it is assessed itself or through its targets."""

    id: ItemId
    name: Text
    category: Text
    source: Text
    points: Points
    sample: YesNo = False


class Composite(IndicatorHead):
    """An indicator assessed through its targets, whose points sum to its own."""

    targets: Annotated[tuple[Target, ...], Field(min_length=1)]

    @property
    def items(self) -> tuple[AssessedItem, ...]:
        """The assessed items: here the targets."""
        return self.targets


class Single(IndicatorHead, AssessedItem):
    """An indicator assessed as a whole."""

    @property
    def items(self) -> tuple[AssessedItem, ...]:
        """The assessed items: here the indicator itself."""
        return (self,)


def _shape(value: Any) -> str:
    has_targets = "targets" in value if isinstance(value, dict) else hasattr(value, "targets")
    return "composite" if has_targets else "single"


Indicator = Annotated[
    Annotated[Composite, Tag("composite")] | Annotated[Single, Tag("single")],
    Discriminator(_shape),
]
