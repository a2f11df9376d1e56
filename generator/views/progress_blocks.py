"""Tables and passages that prose has printed whole from a quarter's reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.progress import Entry, Progress, progress
from generator.compute.progress_words import ProgressBlock
from generator.compute.score import score
from generator.compute.tally import UNREPORTED, tally
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter
from generator.model.progress import BEHIND
from generator.views import phrases

_LENGTH = 60
_SUM = "合计"
UNREPORTED_NAME = "未报"
"""What is said of an item that nobody reported: never zero, never a state of the plan."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its head and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that opens with its number and name, or with neither."""

    opening: str
    text: str


def quarter_rows(year: Year, quarter_id: str, block: ProgressBlock) -> Rows | tuple[Passage, ...]:
    """What a block says of a quarter: a table, or passages."""
    quarter = next(one for one in year.plan.quarters if one.id == quarter_id)
    known = progress(year)
    match block:
        case ProgressBlock.BY_CATEGORY:
            return _states(year, known, quarter, "考评类别", _by_category(year))
        case ProgressBlock.BY_UNIT:
            return _states(year, known, quarter, "股室、单位", _by_unit(year, known, quarter))
        case ProgressBlock.SCORES:
            return _scores(known, quarter, _by_category(year))
        case ProgressBlock.BEHIND:
            return tuple(_behind(year, known, quarter))
        case ProgressBlock.DEDUCTED:
            return tuple(_deducted(year, known, quarter))


def state_names(year: Year) -> Mapping[str, str]:
    """The plan's states by id, in its order, and after them what nobody reported."""
    return {**{state.id: state.name for state in year.plan.states}, UNREPORTED: UNREPORTED_NAME}


def _by_category(year: Year) -> Mapping[str, list[AssessedItem]]:
    """The items of each innermost category, in the plan's order."""
    groups = {
        category.name: [item for indicator in year.held_by(category) for item in indicator.items]
        for category in year.plan.walk()
    }
    return {name: items for name, items in groups.items() if items}


def _by_unit(year: Year, known: Progress, quarter: Quarter) -> Mapping[str, list[AssessedItem]]:
    """The items of each unit, in the order of units: the one that reported the item, else the one that answers for it."""
    groups: dict[str, list[AssessedItem]] = {unit.name: [] for unit in year.organisation.units}
    for item in year.items:
        entry = known.of(quarter.id, item.id)
        groups.setdefault(entry.report.unit if entry else item.unit, []).append(item)
    return {name: items for name, items in groups.items() if items}


def _states(
    year: Year, known: Progress, quarter: Quarter, title: str, groups: Mapping[str, list[AssessedItem]]
) -> Rows:
    """A row for each group and their sum; only states that occur have a column, so that the table stays narrow."""
    total = tally(known, quarter.id, year.items)
    names = {state: name for state, name in state_names(year).items() if total.get(state)}

    def row(name: str, items: Iterable[AssessedItem]) -> tuple[str, ...]:
        items = tuple(items)
        counts = tally(known, quarter.id, items)
        return (name, str(len(items)), *(phrases.count(counts.get(state, 0)) for state in names))

    rows = (*(row(name, items) for name, items in groups.items()), row(_SUM, year.items))
    return Rows((title, "项数", *names.values()), rows)


def _scores(known: Progress, quarter: Quarter, groups: Mapping[str, list[AssessedItem]]) -> Rows:
    """What each category's items earn by their own rules at the end of the quarter; what cannot be scored yet is counted."""

    def row(name: str, items: Iterable[AssessedItem]) -> tuple[str, ...]:
        items = tuple(items)
        earned = [_earned(item, known.of(quarter.id, item.id), quarter) for item in items]
        scored = [points for points in earned if points is not None]
        unscored = len(earned) - len(scored)
        points = sum(item.points for item in items)
        return (
            name,
            str(len(items)),
            phrases.points_column(points),
            phrases.points_column(sum(scored)),
            phrases.count(unscored),
        )

    everything = [item for items in groups.values() for item in items]
    rows = (*(row(name, items) for name, items in groups.items()), row(_SUM, everything))
    return Rows(("考评类别", "项数", "分值", "得分", "暂不能计分"), rows)


def _earned(item: AssessedItem, entry: Entry | None, quarter: Quarter) -> int | None:
    return score(item, entry.row, quarter.ends) if entry else None


def _behind(year: Year, known: Progress, quarter: Quarter) -> Iterator[Passage]:
    entries = [(item, entry) for item in year.items if (entry := known.of(quarter.id, item.id)) is not None]
    behind = [(item, entry) for item, entry in entries if entry.row.state == BEHIND]
    for number, (item, entry) in enumerate(behind, start=1):
        opening = f"{number}.{entry.report.unit}{item.id}。"
        target = phrases.shortened(item.text, _LENGTH)
        yield Passage(
            opening,
            _sentences((("", target), ("原因：", entry.row.cause), ("整改措施：", entry.row.remedy))),
        )
    if not behind:
        yield Passage("", f"{quarter.name}报表中没有欠进度的{year.plan.terms.target}。")
    missing = len(tuple(year.items)) - len(entries)
    if missing:
        yield Passage("", f"另有{missing}项没有上报，不在其内。")


def _deducted(year: Year, known: Progress, quarter: Quarter) -> Iterator[Passage]:
    """The items that earn less than their points by the end of the quarter, with the sentence by which they do."""
    number = 0
    for item in year.items:
        entry = known.of(quarter.id, item.id)
        earned = _earned(item, entry, quarter)
        if entry is None or earned is None or earned >= item.points:
            continue
        number += 1
        sums = (
            f"分值{phrases.points(item.points)}分，得{phrases.points(earned)}分，"
            f"扣{phrases.points(item.points - earned)}分"
        )
        target = phrases.shortened(item.text, _LENGTH)
        text = _sentences((("", target), ("", sums), ("计分办法：", item.scoring)))
        yield Passage(f"{number}.{entry.report.unit}{item.id}。", text)
    if not number:
        yield Passage("", f"到{quarter.name}末没有扣分的{year.plan.terms.target}。")


def _sentences(parts: Iterable[tuple[str, str | None]]) -> str:
    """Sentences with their openings, each ended once, whether or not the clerk wrote the full stop."""
    return "".join(_sentence(opening, text) for opening, text in parts if text)


def _sentence(opening: str, text: str) -> str:
    return f"{opening}{text.rstrip('。')}{'' if text.endswith(('！', '？', '…')) else '。'}"
