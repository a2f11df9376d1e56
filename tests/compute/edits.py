"""Random edits of a bureau's data: each names the thing and the field it changes, as a clerk would write the value."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from generator.model.change import Subject, What
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single, indicator_of, written_indicator
from tests.check.bureaus import BASE, read
from tests.conftest import SMALL_BUREAU

YEAR = 2021

VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "text": st.text("甲乙丙丁全年开展0123456789场不", min_size=1, max_size=12),
    "points": st.integers(0, 900).map(lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02}"),
    "goal": st.one_of(
        st.integers(0, 99).map(lambda count: {"at_least": str(count), "unit": "场"}),
        st.integers(0, 99).map(lambda count: {"at_most": str(count), "unit": "起"}),
        st.integers(1, 100).map(lambda rate: {"rate": str(rate)}),
    ),
    "deadline": st.dates().filter(lambda day: day.year > 999).map(str),
    "unit": st.sampled_from(["办公室", "甲科", "乙科"]),
    "with": st.lists(st.sampled_from(["办公室", "甲科", "乙科"]), max_size=2),
    "leader": st.sampled_from(["赵一", "钱二"]),
    "person": st.sampled_from(["孙三", "李四"]),
    "milestones": st.dictionaries(st.sampled_from(["q1", "q2"]), st.just("完成一半"), max_size=2),
    "expected": st.text("好转明显改善", min_size=1, max_size=6),
    "scoring": st.text("每起扣0.15分完为止", min_size=1, max_size=9),
    "rule": st.integers(1, 99).map(lambda points: {"deduct": f"0.{points:02}", "per": "起"}),
    "evidence": st.sampled_from(["台账", "照片"]),
}
"""What may be written in each field of a target."""


@cache
def bureau() -> Dossier:
    """The bureau that is edited."""
    return read(BASE)


@cache
def small() -> Dossier:
    """The small bureau of another shape."""
    return read(SMALL_BUREAU)


def edited(dossier: Dossier, target: str, field: str, value: Any) -> Dossier:
    """The dossier with another value in one field of one target."""
    indicators = tuple(_edited(one, target, field, value) for one in dossier.years[YEAR].indicators)
    return with_indicators(dossier, indicators)


def with_indicators(dossier: Dossier, indicators: tuple[Composite | Single, ...]) -> Dossier:
    """The dossier with other indicators in its one year."""
    year: Year = dataclasses.replace(dossier.years[YEAR], indicators=indicators)
    return dataclasses.replace(dossier, years={**dossier.years, YEAR: year})


def targets(dossier: Dossier) -> tuple[str, ...]:
    """The ids of what is assessed."""
    return tuple(item.id for item in dossier.years[YEAR].items)


def subject(target: str) -> Subject:
    """The name by which changes know a target."""
    return Subject(YEAR, What.TARGET, target)


def _edited(one: Composite | Single, target: str, field: str, value: Any) -> Composite | Single:
    if target not in {item.id for item in one.items}:
        return one
    told = written_indicator(one)
    for item in told.get("targets", [told]):
        if item["id"] == target:
            item[field] = value
    return indicator_of(told)
