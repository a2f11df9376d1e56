"""修订对照表: what a plan said, what it says now, and what that changes, item by item, with the sums of points."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count

from generator.check.severity.wording import corrective
from generator.compute.changes.moved import totals
from generator.model.change import Change, ChangeKind, Direction, Value, What
from generator.model.dossier import Year
from generator.model.scalars import points_from_text
from generator.views import change_words, phrases
from generator.views.circular import Leaf, Part, Title
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, fullness

_LEAST, _MOST = 12, 24
"""The least and the greatest share of a column that has running text."""

_LONG = 60
"""A target's text is cut after so many characters where it only says which target is meant."""

_WAYS = {Direction.LOOSENED: "放宽", Direction.TIGHTENED: "收紧"}
_KINDS = {
    ChangeKind.ADDED: "新增",
    ChangeKind.REMOVED: "取消",
    ChangeKind.MOVED: "移动",
    ChangeKind.RENAMED: "更换编号",
    ChangeKind.MERGED: "合并",
    ChangeKind.SPLIT: "拆分",
}
_FIELDS = {"unit": "移交", "with": "调整", "leader": "调整", "milestones": "调整"}
_TOLD_WHOLE = ("points", "goal", "deadline", "unit", "leader", "scoring")
"""What is told of a target that came or went, beside its text."""

_SAMPLE = "本表为示例数据，不是实际印发的文件。"
_COMPUTED = "rule"
"""A rule is how the program reckons what 计分办法 says in words: the words are what was decided."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the plan as the table names it: the document it came by, that document's day and title."""

    document: str
    day: date | None = None
    title: str = ""

    @property
    def short(self) -> str:
        """As it stands above the table."""
        return f"{self.document}（{phrases.day(self.day)}）" if self.day else self.document


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a year's plan, and the changes from the one to the other."""

    old: Year
    new: Year
    changes: tuple[Change, ...]
    before: Version
    after: Version


def comparison(compared: Compared, organs: tuple[str, ...], day: date, *, draft: str, sample: bool) -> Leaf:
    """The table as a file of its own; `organs` answer for it, `day` is that of the later version."""
    plan = compared.new.plan
    title = f"《{plan.title}》修订对照表"
    rows = tuple(_rows(compared))
    notes = (
        f"{said}的规定见《{one.title}》（{one.document}）。"
        for said, one in (("修订前", compared.before), ("修订后", compared.after))
        if one.title
    )
    sheet = Sheet(
        columns=_columns(rows),
        lines=(*rows, *_sums(compared)),
        above=(f"原规定：{compared.before.short}", f"修订后：{compared.after.short}"),
        below=(*notes, *([_SAMPLE] if sample else [])),
    )
    part = Part("修订对照", Title(title, (title,), settled=True, place=plan.place("title")), (), sheet)
    return Leaf(part, sheet, f"{compared.after.document} {title}", organs, day, draft)


def _columns(rows: Sequence[SheetLine]) -> tuple[Column, ...]:
    """Old and new are equally wide; long cells do not squeeze the others."""
    task, old, new = (fullness(["", *(row.cells[place] for row in rows)]) for place in (2, 4, 5))
    said = _share(max(old, new))
    return (
        Column("序号", 2, centred=True),
        Column("考核指标", 6),
        Column("目标任务", _share(task), flexible=True),
        Column("修订内容", 4, centred=True),
        Column("原规定", said, flexible=True),
        Column("修订后", said, flexible=True),
        Column("变化", 6, centred=True),
    )


def _share(full: float) -> float:
    return min(_MOST, max(_LEAST, full))


def _rows(compared: Compared) -> Iterator[SheetLine]:
    """A line for each changed field, in the order of the plan; then what is no target."""
    told = {(one.subject, one.field) for one in compared.changes}
    order = {name: place for place, name in enumerate(_order(compared))}
    numbers = count(1)
    for change in sorted(compared.changes, key=lambda one: order.get(one.subject.id, len(order))):
        if change.field == _COMPUTED and (change.subject, "scoring") in told:
            continue
        number = next(numbers)
        cells = (*_subject(compared, change), *_values(compared, change))
        yield SheetLine(LineKind.ITEM, (str(number), *cells), (number, *cells))


def _order(compared: Compared) -> list[str]:
    """The ids of all items as the plan has them; one that went stands where it stood."""
    old, found = _ids(compared.old), _ids(compared.new)
    for place, name in enumerate(old):
        if name not in found:
            found.insert(found.index(old[place - 1]) + 1 if place else 0, name)
    return found


def _ids(year: Year) -> list[str]:
    held = (one for category in year.plan.walk() for one in year.held_by(category))
    return [item.id for indicator in held for item in indicator.items]


def _subject(compared: Compared, change: Change) -> tuple[str, str]:
    """The indicator and the target; of what is neither, its kind and name."""
    subject = change.subject
    for year in (compared.new, compared.old):
        for indicator in year.indicators:
            if subject.what is What.INDICATOR and indicator.id == subject.id:
                return indicator.name, phrases.NONE
            for item in indicator.items:
                if subject.what is What.TARGET and item.id == subject.id:
                    return indicator.name, f"{item.id} {phrases.shortened(item.text, _LONG)}"
    return phrases.NONE, change_words.named(subject).strip()


def _values(compared: Compared, change: Change) -> tuple[str, str, str, str]:
    """The field, what it said, what it says, and what that changes."""
    what, old, new = change.subject.what, change.old, change.new
    kind = _KINDS.get(change.kind, "")
    match change.kind:
        case ChangeKind.ADDED:
            return f"{what.value}内容", phrases.NONE, _whole(what, new), kind
        case ChangeKind.REMOVED:
            return f"{what.value}内容", _whole(what, old), phrases.NONE, kind
        case ChangeKind.MERGED:
            return f"{what.value}内容", "、".join(old), _whole(what, new), kind
        case ChangeKind.SPLIT:
            return f"{what.value}内容", _whole(what, old), "、".join(new), kind
        case ChangeKind.RENAMED:
            return "编号", str(old), str(new), kind
    was, now = (_told(compared.new, change.field, value) for value in (old, new))
    return change_words.label(what, change.field), was, now, kind or _difference(change)


def _told(year: Year, field: str, value: Value) -> str:
    if field == "milestones" and isinstance(value, Mapping):
        steps = (f"{one.name}{value[one.id]}" for one in year.plan.quarters if one.id in value)
        return "；".join(steps) or phrases.NONE
    if field == "points" and value is not None:
        return f"{phrases.points_column(points_from_text(value))}分"
    return phrases.NONE if value in (None, [], {}) else change_words.told(field, value)


def _whole(what: What, fields: Mapping[str, Value]) -> str:
    parts = [
        f"{change_words.label(what, name)}：{change_words.told(name, fields[name])}"
        for name in _TOLD_WHOLE
        if fields.get(name) is not None
    ]
    return "；".join(parts) or phrases.NONE


def _difference(change: Change) -> str:
    """What a change comes to: how many points or days, which way, or only that it was made."""
    old, new, field = change.old, change.new, change.field
    if old in (None, [], {}):
        return "补充"
    if new in (None, [], {}):
        return "删去"
    if field == "points":
        return _more(points_from_text(new) - points_from_text(old))
    if field == "deadline":
        days = (date.fromisoformat(new) - date.fromisoformat(old)).days
        return f"{'推迟' if days > 0 else '提前'}{abs(days)}天"
    way = _WAYS.get(change.direction) if change.direction else None
    return way or _FIELDS.get(field) or _rewritten(old, new)


def _rewritten(old: Value, new: Value) -> str:
    """A text whose figures, days and promises all stayed was only put in other words."""
    if not isinstance(old, str) or not isinstance(new, str):
        return "调整"
    return "文字更正" if corrective(old, new) else "内容修改"


def _sums(compared: Compared) -> Iterator[SheetLine]:
    """The points of each category that holds something changed, of all, and of the units whose points differ."""
    touched = set(_touched(compared))
    for category in compared.new.plan.walk():
        names = {inner.name for inner in category.walk()}
        if touched & names:
            yield _sum(
                f"{category.name}分值", *(_points(year, names) for year in (compared.old, compared.new))
            )
    yield _sum("总分", *(_points(year) for year in (compared.old, compared.new)))
    for total in totals(compared.old, compared.new, "unit"):
        yield _sum(f"{total.name}承担的分值", total.before, total.after)


def _points(year: Year, categories: Container[str] | None = None) -> int:
    """The points of what is assessed in some categories, or in all; summed, never what an indicator declares."""
    held = (one for one in year.indicators if categories is None or one.category in categories)
    return sum(item.points for indicator in held for item in indicator.items)


def _touched(compared: Compared) -> Iterator[str]:
    """The categories of the indicators that hold something changed, before and after."""
    names = {change.subject.id for change in compared.changes}
    for year in (compared.old, compared.new):
        for indicator in year.indicators:
            if names & {indicator.id, *(item.id for item in indicator.items)}:
                yield indicator.category


def _sum(title: str, before: int, after: int) -> SheetLine:
    was, now = (f"{phrases.points_column(one)}分" for one in (before, after))
    difference = _more(after - before)
    exact = Decimal(before).scaleb(-2), Decimal(after).scaleb(-2)
    return SheetLine(LineKind.SUM, (title, was, now, difference), (title, *exact, difference), span=4)


def _more(hundredths: int) -> str:
    if not hundredths:
        return "不变"
    return f"{'增加' if hundredths > 0 else '减少'}{phrases.points_column(abs(hundredths))}分"
