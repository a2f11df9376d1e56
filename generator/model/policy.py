"""Who must approve what: how weighty a change is, what the bureau weighs higher, and what it lets pass for a time."""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.record import Record
from generator.model.scalars import Day, Key, Text


class Severity(IntEnum):
    """How weighty a change is."""

    NOTHING = 0
    CORRECTION = 1
    ORDINARY = 2
    MAJOR = 3
    FORBIDDEN = 4

    @property
    def title(self) -> str:
        """What it is called."""
        return ("无实质变化", "更正性", "一般", "重大", "禁止")[self]


def _severity(value: object) -> Severity:
    if value in ("1", "2", "3", "4"):
        return Severity(int(str(value)))
    raise PydanticCustomError("form", "轻重写 1 到 4：1 更正性，2 一般，3 重大，4 禁止")


Weight = Annotated[
    Severity, BeforeValidator(_severity), WithJsonSchema({"enum": [1, 2, 3, 4], "title": "1 到 4"})
]


class Need(Record):
    """What a change of some weight needs before it may stand."""

    severity: Weight = Field(description="哪一等改动：1 更正性，2 一般，3 重大")
    needs: Text = Field(description="要有什么才能改，如“人事股记录”")


class Raise(Record):
    """A change that this bureau weighs higher than the program does. Nothing can be weighed lower."""

    what: Key = Field(description="哪种内容：target、indicator、category、unit、person、circular 等")
    field: Text | None = Field(None, description="哪一栏，写数据里的键；不写就是这种内容的任何改动")
    severity: Weight = Field(description="至少算哪一等")
    reason: Text = Field(description="为什么")


class Waiver(Record):
    """Lets one finding pass until a day. One that is not used is itself a fault."""

    rule: Text = Field(description="改动规则的编号")
    target: Text = Field(description="哪一项，写编号、名称或文号")
    reason: Text = Field(description="为什么放行")
    expires: Day = Field(description="到哪一天为止")


class Policy(Record):
    """The bureau's policy on changes; without one, what the program says holds."""

    needs: tuple[Need, ...] = Field((), description="各等改动要有什么才能改；不写照程序的规定")
    raises: tuple[Raise, ...] = Field((), description="本单位看得更重的改动；只能加重，不能减轻")
    waivers: tuple[Waiver, ...] = Field((), description="限期放行的改动，逐条登记；用不上的要删去")
