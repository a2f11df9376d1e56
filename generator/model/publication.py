"""What was published, when and where; and who looked at it before (公开审查, 政府信息公开条例 article 17)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Count, Day, Digest, DocumentNumber, Key, Text, YesNo


class Publication(Record):
    """One act of publishing, as the public may see it. Its day is a fact that is recorded, never a clock's."""

    number: Count = Field(description="序号，与文件名一致")
    date: Day = Field(description="发布日期")
    where: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="发布在哪里，如门户网站的名称、公示栏"
    )
    documents: tuple[DocumentNumber, ...] = Field((), description="这一次发布的公文的文号")
    quarters: tuple[Key, ...] = Field((), description="这一次发布了哪些季度的进度")
    reason: Text = Field(description="为什么发布：首次公开、按季更新、更正等")
    sample: YesNo = Field(default=False, description="是否为示例数据")


class Clearance(Record):
    """That someone looked through exactly one release, by its manifest's sha256, and let it be published. Internal."""

    number: Count = Field(description="序号，与文件名一致")
    manifest: Digest = Field(description="审看的那一份的指纹，zhengben build --release 给出")
    reviewer: Text = Field(description="审查人：看过全部内容，没有国家秘密、工作秘密和不该公开的个人信息")
    approver: Text = Field(description="批准公开的领导")
    date: Day = Field(description="批准日期")
    sample: YesNo = Field(default=False, description="是否为示例数据")
