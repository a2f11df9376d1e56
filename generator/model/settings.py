"""The generator's own few options."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.record import Record
from generator.model.scalars import Count, Key, Text, YesNo


class Paper(Enum):
    """A size of paper and the way it hangs."""

    A2_UPRIGHT = "A2纵向"
    A2_ACROSS = "A2横向"
    A3_UPRIGHT = "A3纵向"
    A3_ACROSS = "A3横向"
    A4_UPRIGHT = "A4纵向"
    A4_ACROSS = "A4横向"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height (ISO 216)."""
        short, long = {"A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}[self.value[:2]]
        return (long, short) if self.value.endswith("横向") else (short, long)


def _bleed(millimetres: int) -> int:
    if millimetres > 20:
        raise PydanticCustomError(
            "form", "出血“{text}”太宽：写0到20，单位是毫米，一般3毫米", {"text": str(millimetres)}
        )
    return millimetres


PaperName = Annotated[Paper, Field(strict=False)]


class Boards(Record):
    """How the sheets for notice boards are printed. `bleed` and `marks` are for the print shop's file alone."""

    poster: PaperName = Field(Paper.A3_UPRIGHT, description="公示海报用什么纸")
    table: PaperName = Field(Paper.A3_ACROSS, description="全表用什么纸")
    cards: PaperName = Field(Paper.A4_UPRIGHT, description="小镜框里的卡片用什么纸")
    bleed: Annotated[Count, AfterValidator(_bleed)] = Field(
        0, description="合订本每边留多少毫米出血，0到20，一般3"
    )
    marks: YesNo = Field(default=False, description="合订本是否印裁切线；印的话，每边另加6毫米")
    blank_backs: YesNo = Field(
        default=False, description="合订本是否在每张后面加一页空白；双面印刷的机器也就只印正面"
    )
    colour: YesNo = Field(default=True, description="是否彩色；黑白打印的写 no，标题改成黑框")


class Settings(Record):
    """`fonts` names a bureau's own font files by role; they come before the default fonts.

    `duplex` says that documents are printed on both sides: then the binding edge is the inner one of each sheet.
    `site_url` is where the website stands, if that is settled; it is MkDocs' own option, written once.
    """

    fonts: dict[Key, Text] = Field(description="本单位自有字体文件的路径，按用途写", default_factory=dict)
    duplex: YesNo = Field(
        default=False, description="公文、报表是否双面印制；双面印的，订口在单页左边、双页右边"
    )
    boards: Boards = Field(Boards(), description="公示栏的张贴件怎样印")
    site_url: Text | None = Field(
        None, description="网站的固定网址；照 MkDocs 的写法写在 site_config.yml 最外层，不写在这里"
    )
