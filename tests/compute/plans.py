"""A year to compute with: the reference bureau's plan, with one item put in the place of its first."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.located import parse
from generator.model.dossier import Year
from generator.model.indicator import Target
from generator.model.progress import ProgressRow
from tests.conftest import REPOSITORY

_TARGET = """id: ZD01-1
text: 完成任务。
points: {points}
goal: {goal}
deadline: {deadline}
unit: 办公室
leader: 某某
expected: 有效果。
scoring: 照规则计分。
rule: {rule}
"""


@cache
def year() -> Year:
    """The reference bureau's year, without what was reported in it."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    return replace(dossier.years[2019], progress=(), locks=(), errata=())


def target(
    goal: str,
    rule: str = "{all_or_nothing: yes}",
    deadline: str = "2019-12-31",
    points: str = "1.00",
    milestones: str = "",
) -> Target:
    """A target as a clerk would write it."""
    text = _TARGET.format(goal=goal, rule=rule, deadline=deadline, points=points)
    return typed_as(Target, text + (f"milestones: {milestones}\n" if milestones else ""))


def row(**fields: str) -> ProgressRow:
    """A row of a report as a clerk would write it."""
    lines = {"target": "ZD01-1", "work": "做了一些事。", "state": "on_schedule", **fields}
    return typed_as(ProgressRow, "".join(f"{key}: {value}\n" for key, value in lines.items()))


def typed_as(kind: Any, text: str) -> Any:
    """A record of a kind from YAML."""
    mapping, problems = parse(text, "data/2019/x.yml")
    assert not problems
    return TypeAdapter(kind).validate_python(mapping)
