"""A change as one Chinese sentence: what, of which thing, from what to what, and which way it went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.model.approval import Approval
from generator.model.bureau import Bureau
from generator.model.catalogue import Catalogue
from generator.model.change import Change, ChangeKind, Direction, Subject, Value, What
from generator.model.circular import Acceptance, Circular
from generator.model.goal import Goal
from generator.model.indicator import Composite, Single
from generator.model.organisation import Organisation, Person, Unit
from generator.model.plan import Category, Plan
from generator.model.policy import Policy
from generator.model.posting import Posting
from generator.model.privacy import Privacy
from generator.model.progress import Erratum, Lock, ProgressRow, QuarterlyReport
from generator.model.publication import Clearance, Publication
from generator.model.record import Record
from generator.model.scalars import points_from_text
from generator.model.words import Words
from generator.views import phrases

_RECORDS: Mapping[What, type[Record]] = {
    What.BUREAU: Bureau,
    What.WORDS: Words,
    What.POLICY: Policy,
    What.PRIVACY: Privacy,
    What.PLAN: Plan,
    What.CATEGORY: Category,
    What.ORGANISATION: Organisation,
    What.UNIT: Unit,
    What.PERSON: Person,
    What.INDICATOR: Composite,
    What.TARGET: Single,
    What.CIRCULAR: Circular,
    What.ACCEPTANCES: Acceptance,
    What.CATALOGUE: Catalogue,
    What.REPORT: QuarterlyReport,
    What.ROW: ProgressRow,
    What.LOCK: Lock,
    What.ERRATUM: Erratum,
    What.APPROVAL: Approval,
    What.PUBLICATION: Publication,
    What.CLEARANCE: Clearance,
    What.POSTING: Posting,
}
_OWN = {
    "unit": "责任股室",
    "parent": "上级类别",
    "indicator": "所属指标",
    "assessed": "考评方式",
    "rule": "计分规则",
    "scoring": "计分办法",
}
_DAYS = frozenset({"deadline", "date", "ends", "report_due", "reported", "locked", "published", "expires"})
_WAYS = {
    Direction.LATER: "推迟到",
    Direction.EARLIER: "提前到",
    Direction.MORE: "提高到",
    Direction.FEWER: "降低到",
    Direction.LOOSENED: "放宽为",
    Direction.TIGHTENED: "收紧为",
}
_ONLY = frozenset(
    {What.BUREAU, What.WORDS, What.POLICY, What.PRIVACY, What.PLAN, What.ORGANISATION, What.CATALOGUE}
)
"""The kinds of which there is one, so that it needs no name."""
_NOTHING = "（未写）"
_GOAL = TypeAdapter[Any](Goal)
_LONG = 300
"""A value longer than this is cut: a leader reads the report in a minute."""


def sentence(change: Change) -> str:  # noqa: PLR0911  # one for each kind
    """The change as one sentence without its full stop."""
    name, subject = named(change.subject), change.subject
    match change.kind:
        case ChangeKind.ADDED:
            return f"新增{name}{_about(change.new)}"
        case ChangeKind.REMOVED:
            return f"取消{name}{_about(change.old)}"
        case ChangeKind.RENAMED:
            before = named(subject._replace(id=change.old))
            return f"{before}改为{name}：内容相近，应是改了编号或名称"
        case ChangeKind.MERGED:
            return f"{subject.what.value} {'、'.join(change.old)} 合并为 {subject.id}{_about(change.new)}"
        case ChangeKind.SPLIT:
            return f"{subject.what.value} {subject.id} 拆分为 {'、'.join(change.new)}"
        case ChangeKind.MOVED:
            return f"{name}由“{told(change.field, change.old)}”移到“{told(change.field, change.new)}”"
        case ChangeKind.CHANGED:
            return f"{name}的{label(subject.what, change.field)}{_from_to(change)}"


def stated(subject: Subject, fields: Mapping[str, Value]) -> Iterator[str]:
    """What stands in each field of a thing that has something written, each as one line, whole."""
    for field, value in sorted(fields.items()):
        if value is not None and value not in ([], {}):
            yield f"{named(subject)}的{label(subject.what, field)}：{told(field, value)}"


def named(subject: Subject) -> str:
    """A thing by its kind and name: 目标 ZD03-2."""
    if subject.what in _ONLY:
        return str(subject.what.value)
    return f"{subject.what.value} {phrases.shortened(subject.id, _LONG)} "


def label(what: What, field: str) -> str:
    """What a field is called."""
    return _OWN.get(field) or _labels(what).get(field, field)


def told(field: str, value: Value) -> str:
    """A value in words, whole."""
    if value is None:
        return _NOTHING
    if isinstance(value, list):
        return "、".join(told("", one) for one in value) or _NOTHING
    if isinstance(value, Mapping):
        return (
            _goal(value)
            if field == "goal"
            else "，".join(f"{key} {told(key, one)}" for key, one in value.items())
        )
    if field == "points":
        return f"{phrases.points(points_from_text(value))}分"
    if field in _DAYS:
        return phrases.day(date.fromisoformat(value))
    return str(value)


def shown(field: str, value: Value) -> str:
    """A value in words, cut if it is long."""
    return phrases.shortened(told(field, value), _LONG)


def _from_to(change: Change) -> str:
    if change.old is None or change.old in ([], {}):
        return f"写明为“{shown(change.field, change.new)}”"
    if change.new is None or change.new in ([], {}):
        return f"“{shown(change.field, change.old)}”删去了"
    way = _WAYS.get(change.direction, "改为") if change.direction else "改为"
    old, new = shown(change.field, change.old), shown(change.field, change.new)
    if change.field in _DAYS and change.old[:4] == change.new[:4]:
        new = new.partition("年")[2]
    if change.field in _DAYS or change.field in ("points", "goal"):
        return f"由{old}{way}{new}"
    return f"由“{old}”{way}“{new}”"


def _about(fields: Mapping[str, Value]) -> str:
    """What is parts of a thing that came or went: its text, points and unit, as far as it has them."""
    text = fields.get("text") or fields.get("name") or fields.get("title") or fields.get("work")
    parts = [shown("text", text)] if isinstance(text, str) else []
    parts += [shown("points", fields["points"])] if "points" in fields else []
    parts += [str(fields["unit"])] if isinstance(fields.get("unit"), str) else []
    return f"：{'；'.join(parts)}" if parts else ""


def _goal(value: Mapping[str, Value]) -> str:
    try:
        return phrases.goal(_GOAL.validate_python(dict(value)))
    except ValidationError:
        return "，".join(f"{key} {one}" for key, one in value.items())


@cache
def _labels(what: What) -> Mapping[str, str]:
    """The names of a thing's fields: the beginning of what the model says of each."""
    record = _RECORDS.get(what)
    if record is None:
        return {"text": "文字"}
    return {
        field.alias or name: _beginning(field.description or name)
        for name, field in record.model_fields.items()
    }


def _beginning(description: str) -> str:
    for mark in "，；：（":
        description = description.partition(mark)[0]
    return description
