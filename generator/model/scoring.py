"""How points are given, in one of six idioms, each told by its distinguishing key.

The published sentence (`scoring`) is what the public reads; the rule is what is computed.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.goal import kind_by_key
from generator.model.record import Record
from generator.model.scalars import Count, Points, Quantity, Text


class Deduct(Record):
    """Take points off for each occurrence, down to a floor: 每发生1起扣0.5分，扣完为止."""

    deduct: Points
    per: Text
    floor: Points = 0


class ProRata(Record):
    """Points in proportion to what was done: 按完成比例得分."""

    pro_rata: Literal["yes"]


class AllOrNothing(Record):
    """Full points if the goal is met, else none: 未完成不得分."""

    all_or_nothing: Literal["yes"]


class Tier(Record):
    """From this value on, these points."""

    at_least: Quantity
    points: Points


class Bonus(Record):
    """Extra points for each step beyond the goal, up to a limit."""

    each: Quantity
    add: Points
    limit: Points


class Tiers(Record):
    """Points by the highest tier reached, none below the lowest; a bonus may go on top."""

    tiers: Annotated[tuple[Tier, ...], Field(min_length=1)]
    bonus: Bonus | None = None


class SlopeBand(Record):
    """The figures of a slope, in the unit of the goal."""

    each: Quantity
    deduct: Points
    zero_below: Quantity | None = None


class Slope(Record):
    """Points fall with each step below the goal: 每低1%扣0.2分，低于95%不得分."""

    slope: SlopeBand


class LateBand(Record):
    """Up to so many days late, so many points off."""

    days: Count
    deduct: Points


class Lateness(Record):
    """Points off by how late it was done; nothing is given after the last band."""

    late: Annotated[tuple[LateBand, ...], Field(min_length=1)]


def _idiom(value: Any) -> str | None:
    return kind_by_key(value, ("deduct", "pro_rata", "all_or_nothing", "tiers", "slope", "late"))


ScoringRule = Annotated[
    Annotated[Deduct, Tag("deduct")]
    | Annotated[ProRata, Tag("pro_rata")]
    | Annotated[AllOrNothing, Tag("all_or_nothing")]
    | Annotated[Tiers, Tag("tiers")]
    | Annotated[Slope, Tag("slope")]
    | Annotated[Lateness, Tag("late")],
    Discriminator(
        _idiom,
        custom_error_type="scoring_idiom",
        custom_error_message=(
            "计分规则须写明且只写一种：deduct、pro_rata、all_or_nothing、tiers、slope 或 late"
        ),
    ),
]
