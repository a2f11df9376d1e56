"""季度报表 as the units filled it in: for one unit, and of all units together as it goes to the recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.compute.progress import Entry, Progress, progress
from generator.compute.tally import tally
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Category, Quarter
from generator.views import phrases
from generator.views.annex_table import opened
from generator.views.circular import DRAFT, Leaf
from generator.views.progress import corrections
from generator.views.progress_blocks import UNREPORTED_NAME, state_names
from generator.views.quarterly_form import SIGNED, form_cells, form_columns, form_head, form_leaf
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, Value

_SAMPLE = "本表为示例数据，不是正式上报的内容。"
_UNIT = Column("责任股室", 5, centred=True)
_TEXTS = (11, 16, 9, 9)
"""How the columns of running text share the room once they are filled in: target, work, cause, remedy."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A table to hand on: its year and quarter, and the name its files have."""

    year: int
    quarter: str
    name: str
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class _Quarterly:
    """One quarter of a year and what was reported of it."""

    bureau: str
    year: Year
    quarter: Quarter
    reported: Progress
    states: dict[str, str]
    draft: str


def filled_forms(dossier: Dossier, *, draft: bool) -> Iterator[FilledForm]:
    """For each quarter that anybody reported: one table of all units, and one for each unit that reported."""
    for number, year in sorted(dossier.years.items()):
        reported = progress(year)
        states = {state.id: state.name for state in year.plan.states}
        for quarter in year.plan.quarters:
            about = _Quarterly(dossier.bureau.name, year, quarter, reported, states, DRAFT if draft else "")
            if any(report.quarter == quarter.id for report in year.progress):
                yield FilledForm(number, quarter.id, "all", _of_all(about))
            for unit in year.organisation.units:
                leaf = _of_unit(about, unit.name)
                if leaf is not None:
                    yield FilledForm(number, quarter.id, unit.slug, leaf)


def _of_unit(about: _Quarterly, unit: str) -> Leaf | None:
    """What one unit reported, and what it answers for and did not report; None if it reported nothing."""
    report = next(
        (one for one in about.year.progress if (one.quarter, one.unit) == (about.quarter.id, unit)), None
    )
    if report is None:
        return None
    rows = {row.target for row in report.rows}
    items = [
        item
        for item in about.year.items
        if item.id in rows or (item.unit == unit and about.reported.of(about.quarter.id, item.id) is None)
    ]
    lines = tuple(_line(about, item) for item in items)
    return _leaf(about, unit, "填报", report.reported, columns=_columns(about.year), lines=lines, items=items)


def _columns(year: Year) -> tuple[Column, ...]:
    """Those of the blank form; what is written into it reads from the left."""
    shares = iter(_TEXTS)
    return tuple(
        replace(column, characters=next(shares), centred=False) if column.flexible else column
        for column in form_columns(year)
    )


def quarter_sheet(year: Year, quarter: Quarter) -> Sheet:
    """What was reported of a quarter: every item in the plan's order under its category, and notes below."""
    states = {state.id: state.name for state in year.plan.states}
    about = _Quarterly("", year, quarter, progress(year), states, "")
    columns = (*_columns(year), _UNIT)
    notes = tuple(note for note in _notes(about, list(year.items)) if note != _SAMPLE)
    return Sheet(columns, tuple(_lines(about, columns)), below=notes)


def _of_all(about: _Quarterly) -> Leaf:
    """Every item in the plan's order under its category, with the unit that answers for it."""
    reports = [one for one in about.year.progress if one.quarter == about.quarter.id]
    columns = (*_columns(about.year), _UNIT)
    items = list(about.year.items)
    lines = tuple(_lines(about, columns))
    newest = max(one.reported for one in reports)
    return _leaf(about, about.bureau, "汇总", newest, columns=columns, lines=lines, items=items)


def _lines(about: _Quarterly, columns: Sequence[Column]) -> Iterator[SheetLine]:
    for category, ordinal, depth in opened(about.year.plan.categories):
        if ordinal:
            title = f"{ordinal}{category.name}（{_count(about, category)}项）"
            yield SheetLine(LineKind.HEADING, (title,), (title,), span=len(columns), depth=depth)
            for indicator in about.year.held_by(category):
                for item in indicator.items:
                    entry = about.reported.of(about.quarter.id, item.id)
                    yield _line(about, item, entry.report.unit if entry else item.unit)


def _count(about: _Quarterly, category: Category) -> int:
    return sum(len(indicator.items) for indicator in about.year.indicators_in(category))


def _line(about: _Quarterly, item: AssessedItem, *more: str) -> SheetLine:
    entry = about.reported.of(about.quarter.id, item.id)
    cells = (*form_cells(about.year, item), *_reported(about, item, entry), *more)
    values: tuple[Value, ...] = (*cells[:3], item.deadline, *cells[4:])
    return SheetLine(LineKind.ITEM, cells, values)


def _reported(about: _Quarterly, item: AssessedItem, entry: Entry | None) -> tuple[str, ...]:
    """Work, figure or day, state, cause and remedy; of what was not reported only that it was not."""
    none = phrases.NONE
    if entry is None:
        return none, none, UNREPORTED_NAME, none, none
    row = entry.row
    return (
        row.work,
        phrases.reached(item.goal, row.cumulative, row.done_on, about.year.year),
        about.states.get(row.state, row.state),
        row.cause or none,
        row.remedy or none,
    )


def _leaf(
    about: _Quarterly,
    by: str,
    verb: str,
    day: date,
    *,
    columns: tuple[Column, ...],
    lines: tuple[SheetLine, ...],
    items: Sequence[AssessedItem],
) -> Leaf:
    above = form_head(about.year, about.quarter, by, day, verb)
    sheet = Sheet(columns, lines, above, (SIGNED, *_notes(about, items)))
    return form_leaf(about.bureau, about.year, about.quarter, sheet, by=by, day=day, draft=about.draft)


def _notes(about: _Quarterly, items: Sequence[AssessedItem]) -> Iterator[str]:
    yield f"进度状态：{state_counts(about.year, about.reported, about.quarter, items)}。"
    entries = [(item, entry) for item in items if (entry := about.reported.of(about.quarter.id, item.id))]
    for item, entry in entries:
        for one in corrections(about.year, item, entry.errata):
            yield f"更正：{item.id}的{one.field}，原报“{one.was}”，{one.date}更正为“{one.now}”。原因：{one.reason}"
    if any(entry.report.sample for _, entry in entries):
        yield _SAMPLE


def state_counts(year: Year, reported: Progress, quarter: Quarter, items: Iterable[AssessedItem]) -> str:
    """How many items there are, and in which states: 共12项，其中达进度10项、欠进度2项."""
    items = tuple(items)
    counts = tally(reported, quarter.id, items)
    parts = "、".join(f"{name}{counts[key]}项" for key, name in state_names(year).items() if counts.get(key))
    return f"共{len(items)}项，其中{parts}"
