"""What was approved: by which document, on what day, and exactly which changes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from generator.model.record import Record
from generator.model.scalars import Count, Day, Digest, DocumentNumber, Key, Text, YesNo


def _plain(value: Any) -> Any:
    """A value as it was read, without the places of its parts."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


Written = Annotated[
    Any,
    BeforeValidator(_plain),
    PlainSerializer(_plain),
    WithJsonSchema(
        {
            "type": ["string", "number", "array", "object"],
            "title": "照数据里的写法",
            "examples": ["2020-12-31"],
        }
    ),
]
"""A value as one writes it in the data."""


class ApprovedChange(Record):
    """One change that a document approved. Without `field` the whole thing came, went or was regrouped."""

    what: Key = Field("target", description="哪种内容：target、indicator、category、unit 等；不写就是 target")
    target: Text = Field(description="哪一项，写编号或名称")
    kind: Key = Field(
        "changed",
        description="怎样改：changed、moved、added、removed、renamed、merged、split；不写就是 changed",
    )
    field: Text | None = Field(None, description="哪一栏，写数据里的键")
    was: Written = Field(None, alias="from", description="改前的值，照数据里的写法；原来没有的不写")
    now: Written = Field(None, alias="to", description="改后的值；改后没有的不写")


class PlanPrints(Record):
    """The plan's fingerprints before and after."""

    before: Digest | None = Field(None, description="改前全部计划的指纹；第一次批准不写")
    after: Digest = Field(description="改后全部计划的指纹，由程序算出")


class Approval(Record):
    """One approval. The first approves the plan as a whole, each later one its changes and nothing else."""

    number: Count = Field(description="序号，与文件名一致")
    document: DocumentNumber = Field(description="批准的文件的文号")
    organ: Text = Field(description="批准的机关")
    date: Day = Field(description="批准文件的成文日期")
    circular: DocumentNumber = Field(description="印发计划或调整的公文的文号")
    sample: YesNo = Field(default=False, description="是否为示例数据")
    changes: tuple[ApprovedChange, ...] = Field((), description="批准的改动，逐条；第一次批准全部计划，不写")
    plan: PlanPrints = Field(description="计划的指纹，由 zhengben approve 算出")
    targets: dict[Text, Text] = Field(
        default_factory=dict, description="批准的各目标的指纹，由 zhengben approve 算出"
    )
