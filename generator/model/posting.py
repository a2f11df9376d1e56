"""What hung on which board, from when to when: the posting record (张贴记录)."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import BulletinDigest, Count, Day, Slug, Text, YesNo


class PostedSheet(Enum):
    """A kind of sheet."""

    POSTER = "poster"
    TABLE = "table"
    CARDS = "cards"
    NOTICE = "notice"


class Posting(Record):
    """One posting: sheets of one bulletin in one version, put up at one place. Who did it is internal."""

    number: Count = Field(description="序号，与文件名一致")
    bulletin: Slug = Field(
        description="张贴的是什么：plan 是年度目标，季度写它的代号如 q3，目标调整写 change- 加批准文件的序号，如 change-60"
    )
    digest: BulletinDigest = Field(description="校验码，八位，印在每张下方")
    sheets: Annotated[tuple[Annotated[PostedSheet, Field(strict=False)], ...], Field(min_length=1)] = Field(
        description="张贴了哪几种：poster 海报，table 全表，cards 卡片，notice 通知"
    )
    where: Text = Field(description="张贴在哪里")
    posted: Day = Field(description="张贴日期")
    posted_by: Text | None = Field(None, description="张贴的经手人（内部，不公开）")
    until: Day | None = Field(None, description="公示期的最后一天；不是公示的不写")
    taken_down: Day | None = Field(None, description="撤下日期；还在贴的不写")
    taken_down_by: Text | None = Field(None, description="撤下的经手人（内部，不公开）")
    sample: YesNo = Field(default=False, description="是否为示例数据")
