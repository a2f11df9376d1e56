"""What the disclosure box of a circular shows: nine labels in the order of the disclosure guide."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.circular import Circular
from generator.views import phrases


@dataclass(frozen=True, slots=True)
class Label:
    """One label of the box and what stands beside it; what is not known is a dash."""

    name: str
    value: str


def disclosure(circular: Circular, publisher: str) -> tuple[Label, ...]:
    """The box of one circular, published by the bureau `publisher`."""
    facts = circular.disclosure
    return (
        Label("索引号", facts.index_number or phrases.NONE),
        Label("主题分类", facts.topic or phrases.NONE),
        Label("发布机构", publisher),
        Label("文号", circular.number),
        Label("公文生成日期", phrases.day(circular.date)),
        Label("标题", circular.title),
        Label("概述", facts.summary),
        Label("有效性", facts.validity),
        Label("发布时间", phrases.day(facts.published) if facts.published else phrases.NONE),
    )
