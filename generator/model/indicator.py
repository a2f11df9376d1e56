"""Indicators (一级指标) and their targets (年度工作目标): what is assessed, for how many points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, TypeAdapter

from generator.model.goal import Goal
from generator.model.record import Record
from generator.model.scalars import Day, ItemId, Key, Points, Text, YesNo
from generator.model.scoring import ScoringRule


class AssessedItem(Record):
    """One item that is assessed and scored: a target, or an indicator that has no targets."""

    id: ItemId = Field(description="编号，永不改变，永不重用")
    text: Text = Field(description="目标内容，写明数量、质量和时限")
    points: Points = Field(description="分值，最多两位小数")
    goal: Goal = Field(description="目标值")
    deadline: Day = Field(description="完成时限")
    unit: Text = Field(description="责任股室或单位的规范名称")
    partners: tuple[Text, ...] = Field((), alias="with", description="协办股室或单位")
    leader: Text = Field(description="分管领导")
    person: Text | None = Field(None, description="直接责任人（内部，不公开）")
    milestones: dict[Key, Text] = Field(
        description="季度节点：季度代号对应到时应完成的工作", default_factory=dict
    )
    expected: Text = Field(description="预期效果")
    scoring: Text = Field(description="计分办法，公开的就是这句话")
    rule: ScoringRule = Field(description="计分规则，程序按它计算，须与计分办法一致")
    evidence: Text | None = Field(None, description="印证材料（内部，不公开）")


class Target(AssessedItem):
    """One 年度工作目标 of an indicator."""


class IndicatorHead(Record):
    """What every indicator carries, whether it is assessed itself or through its targets."""

    id: ItemId = Field(description="编号，永不改变，永不重用")
    name: Text = Field(description="一级指标名称")
    category: Text = Field(description="所属类别的名称")
    source: Text = Field(description="任务来源")
    points: Points = Field(description="分值；下属目标之和必须正好等于它")
    sample: YesNo = Field(default=False, description="是否为示例数据")


class Composite(IndicatorHead):
    """An indicator assessed through its targets, whose points sum to its own."""

    targets: tuple[Target, ...] = Field(min_length=1, description="本指标下的年度工作目标")

    @property
    def items(self) -> tuple[AssessedItem, ...]:
        """The assessed items: here the targets."""
        return self.targets


class Single(IndicatorHead, AssessedItem):
    """An indicator assessed as a whole."""

    points: Points = Field(description="分值，最多两位小数")

    @property
    def items(self) -> tuple[AssessedItem, ...]:
        """The assessed items: here the indicator itself."""
        return (self,)


def _shape(value: Any) -> str:
    has_targets = "targets" in value if isinstance(value, dict) else hasattr(value, "targets")
    return "<composite>" if has_targets else "<single>"


Indicator = Annotated[
    Annotated[Composite, Tag("<composite>")] | Annotated[Single, Tag("<single>")],
    Discriminator(_shape),
]

_INDICATOR = TypeAdapter[Composite | Single](Indicator)


def written_indicator(indicator: Composite | Single) -> dict[str, Any]:
    """An indicator as one writes it: its fields by their keys, every value as text, lists and mappings."""
    return indicator.model_dump(mode="json", by_alias=True, exclude_none=True)


def indicator_of(written: Mapping[str, Any]) -> Composite | Single:
    """The indicator that was written so; raises pydantic's `ValidationError` if it is none."""
    return _INDICATOR.validate_python(_with_tuples(written))


def _with_tuples(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _with_tuples(inner) for key, inner in value.items()}
    return tuple(map(_with_tuples, value)) if isinstance(value, list) else value
