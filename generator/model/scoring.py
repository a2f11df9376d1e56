"""How points are given, in one of six idioms, each told by its distinguishing key.

The published sentence (`scoring`) is what the public reads; the rule is what is computed.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.goal import tag_by_key
from generator.model.record import Record
from generator.model.scalars import Count, Points, Quantity, Text


class Deduct(Record):
    """Take points off for each occurrence, down to a floor: 每发生1起扣0.5分，扣完为止."""

    deduct: Points = Field(description="每发生一次扣的分")
    per: Text = Field(description="一次的计量单位，如“起”")
    floor: Points = Field(0, description="扣到这个分数为止，默认扣完为止")


class ProRata(Record):
    """Points in proportion to what was done: 按完成比例得分."""

    pro_rata: Literal["yes"] = Field(description="按完成比例得分，写 yes")


class AllOrNothing(Record):
    """Full points if the goal is met, else none: 未完成不得分."""

    all_or_nothing: Literal["yes"] = Field(description="完成得满分，否则不得分，写 yes")


class Tier(Record):
    """From this value on, these points."""

    at_least: Quantity = Field(description="达到这个数")
    points: Points = Field(description="得这些分")


class Bonus(Record):
    """Extra points for each step beyond the goal, up to a limit."""

    each: Quantity = Field(description="每超过这么多")
    add: Points = Field(description="加这些分")
    limit: Points = Field(description="最多加这些分")


class Tiers(Record):
    """Points by the highest tier reached, none below the lowest; a bonus may go on top."""

    tiers: tuple[Tier, ...] = Field(min_length=1, description="分档得分，各档从高到低")
    bonus: Bonus | None = Field(None, description="超过目标值的加分")


class SlopeBand(Record):
    """The figures of a slope, in the unit of the goal."""

    each: Quantity = Field(description="每低这么多")
    deduct: Points = Field(description="扣这些分")
    zero_below: Quantity | None = Field(None, description="低于这个数不得分")


class Slope(Record):
    """Points fall with each step below the goal: 每低1%扣0.2分，低于95%不得分."""

    slope: SlopeBand = Field(description="比目标值低多少扣多少")


class LateBand(Record):
    """Up to so many days late, so many points off."""

    days: Count = Field(description="逾期不超过这么多天")
    deduct: Points = Field(description="扣这些分")


class Lateness(Record):
    """Points off by how late it was done; nothing is given after the last band."""

    late: tuple[LateBand, ...] = Field(min_length=1, description="按逾期天数扣分，超过最后一档不得分")


def _idiom(value: Any) -> str | None:
    return tag_by_key(value, ("deduct", "pro_rata", "all_or_nothing", "tiers", "slope", "late"))


ScoringRule = Annotated[
    Annotated[Deduct, Tag("<deduct>")]
    | Annotated[ProRata, Tag("<pro_rata>")]
    | Annotated[AllOrNothing, Tag("<all_or_nothing>")]
    | Annotated[Tiers, Tag("<tiers>")]
    | Annotated[Slope, Tag("<slope>")]
    | Annotated[Lateness, Tag("<late>")],
    Discriminator(
        _idiom,
        custom_error_type="scoring_idiom",
        custom_error_message=(
            "计分规则须写明且只写一种：deduct、pro_rata、all_or_nothing、tiers、slope 或 late"
        ),
    ),
]
