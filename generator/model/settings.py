"""The generator's own few options."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Key, Text


class Settings(Record):
    """`fonts` names a bureau's own font files by role; they come before the default fonts."""

    fonts: dict[Key, Text] = Field(description="本单位自有字体文件的路径，按用途写", default_factory=dict)
