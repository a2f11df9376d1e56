"""What may be published although it looks personal: who allowed it, why, and until when."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Day, Text


class Allowance(Record):
    """Lets one thing pass the privacy gate until a day. One that is not used is itself a fault."""

    words: Text = Field(description="可以公开的内容，照原文写：号码、邮箱、地址，或者人看过的图片的文件名")
    reason: Text = Field(description="为什么可以公开")
    approver: Text = Field(description="谁批准的")
    expires: Day = Field(description="到哪一天为止")


class Privacy(Record):
    """What the bureau allows to be public."""

    allowed: tuple[Allowance, ...] = Field((), description="可以公开的内容，逐条登记；用不上的要删去")
