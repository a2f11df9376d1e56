"""What was reported of an item for a quarter, in words: its state, its figure, the work, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.compute.pace import due, target_quantity
from generator.compute.progress import Entry, Progress
from generator.compute.tally import UNREPORTED
from generator.model.dossier import Year
from generator.model.goal import Rate
from generator.model.indicator import AssessedItem
from generator.model.progress import CorrectedField, Erratum
from generator.views import phrases
from generator.views.charts import Amount, Line, LineChart, Stroke
from generator.views.item import UnitName, unit_name
from generator.views.states import StateName, states

_FIELDS = {
    CorrectedField.WORK: "工作完成情况",
    CorrectedField.CUMULATIVE: "累计完成",
    CorrectedField.DONE_ON: "完成日期",
    CorrectedField.STATE: "进度状态",
    CorrectedField.CAUSE: "原因",
    CorrectedField.REMEDY: "整改措施",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction as the public reads it: which field, both values, why, and when."""

    field: str
    was: str
    now: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One item at the end of one quarter. What was not reported has its state and nothing else."""

    id: str
    text: str
    goal: str
    deadline: str
    unit: UnitName
    state: StateName
    reached: str
    work: str
    cause: str
    remedy: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class QuarterName:
    """A quarter by id and name; `note` says that it was reported afterwards (补报), or is empty."""

    key: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class ItemProgress:
    """An item's progress over the quarters that anything was reported for, with a chart where figures were."""

    lines: tuple[tuple[QuarterName, ProgressLine], ...]
    chart: LineChart | None


def quarters_reported(year: Year) -> tuple[QuarterName, ...]:
    """The quarters for which at least one unit has reported, in their order."""
    reported = {report.quarter for report in year.progress}
    return tuple(
        QuarterName(quarter.id, quarter.name, "补报" if quarter.retrospective else "")
        for quarter in year.plan.quarters
        if quarter.id in reported
    )


def progress_line(year: Year, item: AssessedItem, entry: Entry | None) -> ProgressLine:
    """What is shown of an item for a quarter, reported or not."""
    shown = states(year.plan)
    row = entry.row if entry else None
    state = shown.get(row.state, shown[UNREPORTED]) if row else shown[UNREPORTED]
    return ProgressLine(
        id=item.id,
        text=item.text,
        goal=phrases.goal(item.goal, year.year),
        deadline=phrases.day_in_year(item.deadline),
        unit=unit_name(year.units[item.unit]),
        state=state,
        reached=_reached(item, entry, year.year),
        work=row.work if row else "",
        cause=(row.cause or "") if row else "",
        remedy=(row.remedy or "") if row else "",
        corrections=tuple(corrections(year, item, entry.errata if entry else ())),
    )


def item_progress(year: Year, item: AssessedItem, reported: Progress) -> ItemProgress | None:
    """An item's progress; None where nobody has reported anything yet."""
    quarters = quarters_reported(year)
    if not quarters:
        return None
    lines = tuple(
        (quarter, progress_line(year, item, reported.of(quarter.key, item.id))) for quarter in quarters
    )
    return ItemProgress(lines, _chart(year, item, reported, quarters))


def amount_words(item: AssessedItem, value: Decimal) -> str:
    """A figure in the unit of an item's goal: 12场, 98.5%."""
    return f"{phrases.number(value)}{_unit(item)}"


def _unit(item: AssessedItem) -> str:
    return "%" if isinstance(item.goal, Rate) else str(getattr(item.goal, "unit", ""))


def _reached(item: AssessedItem, entry: Entry | None, year: int) -> str:
    if entry is None:
        return phrases.NONE
    row = entry.row
    if row.cumulative is not None:
        return amount_words(item, row.cumulative)
    if row.done_on is None:
        return phrases.NONE
    day = phrases.day_in_year(row.done_on) if row.done_on.year == year else phrases.day(row.done_on)
    return f"{day}完成"


def corrections(year: Year, item: AssessedItem, errata: tuple[Erratum, ...]) -> Iterator[Correction]:
    """What was corrected in reports on an item, in words."""
    names = {state.id: state.name for state in year.plan.states}
    for erratum in errata:
        unit = _unit(item) if erratum.field is CorrectedField.CUMULATIVE else ""
        was, now = (
            names.get(value, value) if erratum.field is CorrectedField.STATE else f"{value}{unit}"
            for value in (erratum.was, erratum.now)
        )
        yield Correction(_FIELDS[erratum.field], was, now, erratum.reason, phrases.day(erratum.date))


def _chart(
    year: Year, item: AssessedItem, reported: Progress, quarters: tuple[QuarterName, ...]
) -> LineChart | None:
    """What was reached beside what was due, for goals of a quantity or a rate; none if no figure was reported."""
    goal = target_quantity(item)
    entries = [reported.of(quarter.key, item.id) for quarter in quarters]
    values = [entry.row.cumulative if entry else None for entry in entries]
    if not goal or not any(value is not None for value in values):
        return None
    places = {quarter.id: place for place, quarter in enumerate(year.plan.quarters)}
    wanted = [_rounded(due(year, item, places[quarter.key])) for quarter in quarters]
    return LineChart(
        key=f"progress-{item.id.lower()}",
        title=f"{item.id} 各季度累计完成",
        unit=_unit(item),
        steps=tuple(quarter.name for quarter in quarters),
        lines=(
            Line("累计完成", Stroke.SOLID, tuple(map(_amount, values))),
            Line("序时进度", Stroke.DASHED, tuple(map(_amount, wanted))),
        ),
        top=goal,
    )


def _rounded(value: Decimal | None) -> Decimal | None:
    """To one decimal, half up: a share of a year seldom comes out even."""
    return None if value is None else value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _amount(value: Decimal | None) -> Amount | None:
    return None if value is None else Amount(value, phrases.number(value))
