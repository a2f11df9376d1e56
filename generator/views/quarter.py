"""Where the plan stands at the end of a quarter: counts that reconcile, what lags and why, by category and by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.progress import Progress, progress
from generator.compute.tally import tally
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter
from generator.model.progress import BEHIND, QuarterlyReport
from generator.views import phrases
from generator.views.charts import BarChart
from generator.views.item import UnitName, unit_name
from generator.views.progress import ProgressLine, QuarterName, progress_line, quarters_reported
from generator.views.sample import Sample, sample_progress
from generator.views.states import StateName
from generator.views.tallies import (
    ROUNDING,
    StateCount,
    TallyLine,
    by_category,
    by_unit,
    state_counts,
    tally_chart,
    tally_lines,
    used_states,
)


@dataclass(frozen=True, slots=True)
class QuarterView:
    """A quarter's page. `shifts` are the items that fell behind since the quarter before, or caught up."""

    quarter: QuarterName
    year: int
    ends: str
    lead: str
    items: int
    states: tuple[StateName, ...]
    counts: tuple[StateCount, ...]
    lagging: tuple[ProgressLine, ...]
    fell_behind: tuple[ProgressLine, ...]
    caught_up: tuple[ProgressLine, ...]
    before: str
    by_category: BarChart
    by_unit: BarChart
    categories: tuple[TallyLine, ...]
    units: tuple[TallyLine, ...]
    corrected: tuple[ProgressLine, ...]
    beside: tuple[QuarterName, ...]
    rounding: str
    sample: Sample


@dataclass(frozen=True, slots=True)
class UnitQuarterView:
    """One unit's report of one quarter; `reported` says when, `late` why it came late, both may be empty."""

    quarter: QuarterName
    year: int
    unit: UnitName
    reported: str
    late: str
    counts: tuple[StateCount, ...]
    lines: tuple[ProgressLine, ...]
    beside: tuple[UnitName, ...]
    sample: Sample


def quarter_views(year: Year) -> Iterator[QuarterView]:
    """The page of every quarter that anything was reported for."""
    reported = progress(year)
    quarters = {quarter.id: quarter for quarter in year.plan.quarters}
    names = quarters_reported(year)
    for name, before in zip(names, (None, *names), strict=False):
        yield _quarter(year, reported, quarters[name.key], before)


def unit_quarter_views(year: Year) -> Iterator[UnitQuarterView]:
    """The page of every unit that answers for something, for each of those quarters, reported or not."""
    reported = progress(year)
    reports = {(report.quarter, report.unit): report for report in year.progress}
    for quarter in quarters_reported(year):
        groups = by_unit(year, quarter.key)
        for group in groups:
            report = reports.get((quarter.key, group.name))
            yield UnitQuarterView(
                quarter=quarter,
                year=year.year,
                unit=unit_name(year.units[group.name]),
                reported=phrases.day(report.reported) if report else "",
                late=(report.late_reason or "") if report else "",
                counts=state_counts(year, tally(reported, quarter.key, group.items)),
                lines=tuple(
                    progress_line(year, item, reported.of(quarter.key, item.id)) for item in group.items
                ),
                beside=tuple(unit_name(year.units[other.name]) for other in groups if other is not group),
                sample=_sample(year),
            )


def _quarter(year: Year, reported: Progress, quarter: Quarter, before: QuarterName | None) -> QuarterView:
    items, names = tuple(year.items), quarters_reported(year)
    name = next(one for one in names if one.key == quarter.id)
    counts = tally(reported, quarter.id, items)
    used = used_states(year, counts)
    lines = {item.id: progress_line(year, item, reported.of(quarter.id, item.id)) for item in items}
    behind = tuple(line for line in lines.values() if line.state.key == BEHIND)
    past = _behind(reported, before.key, items) if before else frozenset()
    categories = tuple(tally_lines(reported, quarter.id, by_category(year), used, {}))
    units = tuple(tally_lines(reported, quarter.id, by_unit(year, quarter.id), used, _notes(year, quarter)))
    return QuarterView(
        quarter=name,
        year=year.year,
        ends=phrases.day(quarter.ends),
        lead=_lead(quarter, counts, used),
        items=len(items),
        states=used,
        counts=state_counts(year, counts, tally(reported, before.key, items) if before else None),
        lagging=behind,
        fell_behind=tuple(line for line in behind if line.id not in past) if before else (),
        caught_up=tuple(line for line in lines.values() if line.id in past and line not in behind),
        before=before.name if before else "",
        by_category=tally_chart(f"{name.name}各类别进度", categories, used, f"{quarter.id}-by-category"),
        by_unit=tally_chart(f"{name.name}各责任单位进度", units, used, f"{quarter.id}-by-unit"),
        categories=categories,
        units=units,
        corrected=tuple(line for line in lines.values() if line.corrections),
        beside=tuple(other for other in names if other != name),
        rounding=ROUNDING,
        sample=_sample(year),
    )


def _lead(quarter: Quarter, counts: Mapping[str, int], used: tuple[StateName, ...]) -> str:
    told = "，".join(f"{state.name}{counts[state.key]}项" for state in used)
    return f"截至{phrases.day(quarter.ends)}，全部{sum(counts.values())}个考评项中{told}。"


def _behind(reported: Progress, quarter: str, items: Iterable[AssessedItem]) -> frozenset[str]:
    entries = ((item.id, reported.of(quarter, item.id)) for item in items)
    return frozenset(key for key, entry in entries if entry and entry.row.state == BEHIND)


def _notes(year: Year, quarter: Quarter) -> Mapping[str, str]:
    """When each unit reported: on a day, late, or not at all."""
    reports = {report.unit: report for report in year.progress if report.quarter == quarter.id}
    return {unit.name: _note(reports.get(unit.name), quarter) for unit in year.organisation.units}


def _note(report: QuarterlyReport | None, quarter: Quarter) -> str:
    if report is None:
        return "未报"
    late = (report.reported - quarter.report_due).days
    day = phrases.day_in_year(report.reported)
    return f"{day}（晚报{late}天）" if late > 0 else day


def _sample(year: Year) -> Sample:
    return sample_progress(composed=any(report.sample for report in year.progress))
