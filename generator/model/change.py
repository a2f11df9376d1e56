"""What may differ between two states of a bureau's data: things with a name, their fields, and the kinds of change."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from generator.problem import Place

_NOWHERE = Place("")

Value = Any
"""A value as one writes it in YAML: text, a list, or a mapping; None where nothing is written."""


class What(Enum):
    """The kinds of thing that data is made of."""

    BUREAU = "单位"
    WORDS = "名称登记"
    POLICY = "改动的规定"
    PRIVACY = "隐私登记"
    PAGE = "网页文稿"
    PROSE = "公文文稿"
    PLAN = "方案"
    CATEGORY = "类别"
    ORGANISATION = "机构"
    UNIT = "股室"
    PERSON = "人员"
    INDICATOR = "指标"
    TARGET = "目标"
    CIRCULAR = "公文"
    ACCEPTANCES = "认可"
    CATALOGUE = "公开目录"
    REPORT = "季度报表"
    ROW = "进展"
    LOCK = "封存"
    ERRATUM = "更正"
    APPROVAL = "批准"
    PUBLICATION = "发布"
    CLEARANCE = "公开审查"
    POSTING = "张贴"


class Subject(NamedTuple):
    """One thing of a year (0: of the bureau itself), by the name that never changes: an id, a number, a registered name."""

    year: int
    what: What
    id: str


class ChangeKind(Enum):
    """How a thing differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


class Direction(Enum):
    """Which way a value went."""

    LOOSENED = "loosened"
    TIGHTENED = "tightened"
    LATER = "later"
    EARLIER = "earlier"
    MORE = "more"
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    CHANGED and MOVED name a field, with the value before and after. ADDED has the whole thing as `new`, REMOVED as
    `old`, each a mapping of fields. RENAMED has the id before and after. MERGED has the things that became this one
    by id as `old` and this one as `new`; SPLIT has this one as `old` and what it became by id as `new`.
    """

    kind: ChangeKind
    subject: Subject
    field: str = ""
    old: Value = None
    new: Value = None
    direction: Direction | None = None
    place: Place = dataclasses.field(default=_NOWHERE, compare=False)
