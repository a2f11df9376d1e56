"""The disclosure catalogue (公开目录) of one year: what is disclosed, why, when, where, to whom and how."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Text, YesNo


class Output(Enum):
    """What is printed of a matter."""

    CIRCULARS = "circulars"
    TARGETS = "targets"
    ORGANISATION = "organisation"
    PROGRESS = "progress"
    CHANGES = "changes"
    DOWNLOADS = "downloads"
    BOARD = "board"


class Matter(Record):
    """One row of the catalogue; without `subject` the bureau itself discloses it."""

    matter: Text = Field(description="公开事项")
    content: Text = Field(description="公开内容")
    basis: tuple[Text, ...] = Field(min_length=1, description="公开依据，逐项写")
    limit: Text = Field(description="公开时限")
    subject: Text | None = Field(None, description="公开主体；不写就是本单位")
    channels: tuple[Text, ...] = Field(min_length=1, description="公开渠道，逐项写")
    audience: Text = Field(description="公开对象，如“全社会”")
    method: Text = Field(description="公开方式，如“主动公开”")
    output: Annotated[Output, Field(strict=False)] = Field(
        description="对应本程序生成的哪种内容：circulars 文件，targets 目标任务，organisation 组织机构，"
        "progress 季度进展，changes 变更记录，downloads 下载，board 公示栏"
    )


class Catalogue(Record):
    """The catalogue."""

    sample: YesNo = Field(default=False, description="是否为示例数据")
    matters: tuple[Matter, ...] = Field(min_length=1, description="公开事项，一种公开内容一项")
