"""What a target promises to reach, in one of six kinds, each told by its distinguishing key."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.record import Record
from generator.model.scalars import Day, Quantity, Text


class AtLeast(Record):
    """Reach this quantity or more: {at_least: 100, unit: 场}."""

    at_least: Quantity = Field(description="不少于这个数量")
    unit: Text = Field(description="计量单位，如“场”")


class AtMost(Record):
    """Stay at or below this quantity: {at_most: 0, unit: 起}."""

    at_most: Quantity = Field(description="不超过这个数量")
    unit: Text = Field(description="计量单位，如“起”")


class Exactly(Record):
    """Reach exactly this quantity: {exactly: 4, unit: 次}."""

    exactly: Quantity = Field(description="正好这个数量")
    unit: Text = Field(description="计量单位，如“次”")


class Rate(Record):
    """Reach this percentage or more: {rate: 98} is 98%."""

    rate: Quantity = Field(description="不低于这个百分比，98 即 98%")


class Done(Record):
    """Do the thing; it is either done or not: {done: yes}."""

    done: Literal["yes"] = Field(description="完成即可，写 yes")


class By(Record):
    """Do the thing by a day, which may be earlier than the target's deadline: {by: 2019-06-30}."""

    by: Day = Field(description="在这一天以前完成")


def _kind(value: Any) -> str | None:
    return tag_by_key(value, ("at_least", "at_most", "exactly", "rate", "done", "by"))


def tag_by_key(value: Any, kinds: tuple[str, ...]) -> str | None:
    """Tell the kind of a mapping or a record by the one key of `kinds` that it has; None if none or several.

    The tag has brackets around it, so that in the location of an error it is never taken for a key.
    """
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    present = [kind for kind in kinds if kind in keys]
    return f"<{present[0]}>" if len(present) == 1 else None


Goal = Annotated[
    Annotated[AtLeast, Tag("<at_least>")]
    | Annotated[AtMost, Tag("<at_most>")]
    | Annotated[Exactly, Tag("<exactly>")]
    | Annotated[Rate, Tag("<rate>")]
    | Annotated[Done, Tag("<done>")]
    | Annotated[By, Tag("<by>")],
    Discriminator(
        _kind,
        custom_error_type="goal_kind",
        custom_error_message="目标值须写明且只写一种：at_least、at_most、exactly、rate、done 或 by",
    ),
]
