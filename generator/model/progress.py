"""Quarterly progress: what the units reported, which quarters are closed, and what was corrected afterwards."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.scalars import Count, Day, Digest, ItemId, Key, Points, Quantity, Text, YesNo

NOT_STARTED, BEHIND, ON_SCHEDULE, AHEAD, COMPLETED = (
    "not_started",
    "behind",
    "on_schedule",
    "ahead",
    "completed",
)
"""The ids by which the plan's states are understood and checked against figures; any other says nothing to a program."""


class ProgressRow(Record):
    """Where one assessed item stands at the end of a quarter.

    A goal of a quantity or a rate is reported by `cumulative`, one that is done or not by the day of `done_on`.
    """

    target: ItemId = Field(description="目标编号")
    work: Text = Field(description="本季度工作完成情况")
    cumulative: Quantity | None = Field(None, description="累计完成数，计量单位同目标值；百分率只写数字")
    done_on: Day | None = Field(None, description="完成日期；按期完成、完成即可的目标，完成了才写")
    state: Key = Field(description="进度状态的英文代号，见 plan.yml 的 states")
    cause: Text | None = Field(None, description="欠进度原因；欠进度的必须写")
    remedy: Text | None = Field(None, description="整改措施；欠进度的必须写")
    evidence: Text | None = Field(None, description="印证材料（内部，不公开）")
    self_score: Points | None = Field(None, description="自评得分（内部，不公开）")


class QuarterlyReport(Record):
    """One unit's 季度报表 of one quarter: every item it answers for, once."""

    unit: Text = Field(description="填报股室或单位的规范名称")
    quarter: Key = Field(description="填报季度的英文代号")
    reported: Day = Field(description="上报日期")
    late_reason: Text | None = Field(None, description="晚报的原因；按时上报的不写")
    filled_by: Text | None = Field(None, description="填报人（内部，不公开）")
    sample: YesNo = Field(default=False, description="是否为示例数据")
    rows: tuple[ProgressRow, ...] = Field(min_length=1, description="各目标的落实情况，一项一行")


class Lock(Record):
    """A quarter that is closed: its reports stay as the digest has them; it hangs on the lock before it."""

    quarter: Key = Field(description="已经封存的季度")
    locked: Day = Field(description="封存日期")
    previous: Digest | None = Field(None, description="上一个已封存季度的校验码；第一个不写")
    digest: Digest = Field(description="本季度全部报表的校验码，由程序算出")


class CorrectedField(Enum):
    """The fields of a closed row that an erratum may correct."""

    WORK = "work"
    CUMULATIVE = "cumulative"
    DONE_ON = "done_on"
    STATE = "state"
    CAUSE = "cause"
    REMEDY = "remedy"


class Erratum(Record):
    """A correction (更正) of a closed quarter. The public sees both values, the day and the reason."""

    number: Count = Field(description="更正的序号，与文件名一致")
    quarter: Key = Field(description="更正哪个季度")
    target: ItemId = Field(description="更正哪个目标")
    field: Annotated[CorrectedField, Field(strict=False)] = Field(description="更正哪一栏")
    was: Text = Field(alias="from", description="原来的值，照报表里的写法")
    now: Text = Field(alias="to", description="更正后的值")
    reason: Text = Field(description="更正的原因，公开")
    date: Day = Field(description="更正日期")
    sample: YesNo = Field(default=False, description="是否为示例数据")
