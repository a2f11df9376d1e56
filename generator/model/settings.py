"""The generator's own few options."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Key, Text, YesNo


class Settings(Record):
    """`fonts` names a bureau's own font files by role; they come before the default fonts.

    `duplex` says that documents are printed on both sides: then the binding edge is the inner one of each sheet.
    """

    fonts: dict[Key, Text] = Field(description="本单位自有字体文件的路径，按用途写", default_factory=dict)
    duplex: YesNo = Field(default=False, description="公文是否双面印制；双面印的，订口在单页左边、双页右边")
