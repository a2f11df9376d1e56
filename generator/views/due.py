"""What is due, in the words that a list, a program and a calendar are given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.compute.due import (
    CircularDue,
    Due,
    MilestoneDue,
    PostDue,
    QuarterDue,
    ReportDue,
    TakeDownDue,
    TargetDue,
)
from generator.compute.due import due as open_matters
from generator.compute.working_days import working_days_left
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.views import phrases
from generator.views.boards.facts import kinds
from generator.views.boards.facts import matter as subject

_UNKNOWN = "该年放假安排尚未公布，按工作日算不出期限"
_LENGTH = 40


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing to be done: a key that stays the same from day to day, the day (None if unknown), and the words.

    `who` is the unit that has it to do, or empty; `standing` says how long there is, or how late it is.
    """

    key: str
    day: date | None
    overdue: bool
    who: str
    what: str
    standing: str


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Things of one kind, those due first before the others."""

    kind: str
    title: str
    lines: tuple[DueLine, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """All that is due: the bureau, the day it is drawn up for, the last day it looks at, and the things by kind."""

    bureau: str
    on: date
    until: date
    heading: str
    groups: tuple[DueGroup, ...]


_KINDS: tuple[tuple[tuple[type[Due], ...], str, str], ...] = (
    ((ReportDue,), "report", "未报的季度报表"),
    ((TargetDue,), "target", "到期的目标"),
    ((MilestoneDue,), "milestone", "季度节点"),
    ((CircularDue, QuarterDue), "publication", "应当公开的"),
    ((PostDue, TakeDownDue), "posting", "应当张贴、撤下的"),
)


def due_list(dossier: Dossier, on: date, days: int) -> DueList:
    """What is open on a day: what was due before it, and what is due within so many days."""
    until = on + timedelta(days=min(days, (date.max - on).days))
    matters = open_matters(dossier, on, until)
    groups = tuple(
        DueGroup(key, title, tuple(_line(one, on) for one in matters if isinstance(one, kinds)))
        for kinds, key, title in _KINDS
    )
    return DueList(
        bureau=dossier.bureau.name,
        on=on,
        until=until,
        heading=_heading(groups, on, until),
        groups=tuple(group for group in groups if group.lines),
    )


def _heading(groups: Iterable[DueGroup], on: date, until: date) -> str:
    span = f"{phrases.day(on)}的情况，看到{phrases.day(until)}"
    overdue = sum(line.overdue for group in groups for line in group.lines)
    total = sum(len(group.lines) for group in groups)
    return f"{span}：共{total}项，其中逾期{overdue}项。" if total else f"{span}：没有到期的事项。"


def _line(matter: Due, on: date) -> DueLine:
    key, who, what, late = _words(matter)
    day = matter.day
    overdue = day is not None and day < on
    return DueLine(f"{matter.year}-{key}", day, overdue, who, what, _standing(day, on, late))


def _words(matter: Due) -> tuple[str, str, str, str]:
    """The key, who has it to do, what it is, and what is said of it once its day is past."""
    match matter:
        case ReportDue(quarter=quarter, unit=unit):
            note = "（补报）" if quarter.retrospective else ""
            what = f"{matter.year}年{quarter.name}报表{note}"
            return f"{quarter.id}-report-{unit.slug}", unit.name, what, "已逾期"
        case TargetDue(item=item, reported=reported):
            late = "逾期未完成，已逾期" if reported else "尚未报告完成，已逾期"
            return item.id, item.unit, f"{item.id}　{phrases.shortened(item.text, _LENGTH)}", late
        case MilestoneDue(item=item, milestone=milestone):
            return f"{item.id}-{matter.day:%m%d}", item.unit, f"{item.id}　{milestone}", ""
        case CircularDue(circular=circular):
            what = f"{circular.number}　{phrases.shortened(circular.title, _LENGTH)}"
            serial = document_number_parts(circular.number)[2]
            return f"publish-{serial}", "", what, "未登记发布日期，已逾期"
        case QuarterDue(quarter=quarter):
            return f"{quarter.id}-publish", "", f"{matter.year}年{quarter.name}进展", ""
        case PostDue() | TakeDownDue():
            return _posting_words(matter)


def _posting_words(matter: PostDue | TakeDownDue) -> tuple[str, str, str, str]:
    """The same for what is to be put up, replaced or taken down."""
    if isinstance(matter, TakeDownDue):
        old = matter.posting
        what = f"撤下{old.where}的 {old.bulletin}（{kinds(old)}），公示期满"
        return f"take-down-{old.number}", "", what, "没有撤下的记录，已逾期"
    new, instead = matter.bulletin, matter.instead
    if instead is None:
        what = f"张贴“{subject(new)}”，校验码 {new.digest}"
        return f"post-{new.key}-{new.digest}", "", what, "没有张贴的记录，已"
    what = f"{instead.where}的“{subject(new)}”（{kinds(instead)}）换成新的，校验码 {new.digest}"
    return f"replace-{instead.number}-{new.digest}", "", what, "贴的是旧内容，已"


def _standing(day: date | None, on: date, late: str) -> str:
    if day is None:
        return _UNKNOWN
    if day < on:
        return f"{late}{(on - day).days}天"
    if day == on:
        return "今天到期"
    left = working_days_left(on, day)
    return f"还有{(day - on).days}天" if left is None else f"还有{left}个工作日"
