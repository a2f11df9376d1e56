"""Imports forms: each becomes the text of a report's file, or a list of what stands against it; nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.compute.form import form_items
from generator.importing import refusals
from generator.importing.judging import judge
from generator.importing.merging import Change, Merged, merge
from generator.importing.reading import HEAD, Filled, Spot, read_form
from generator.importing.recognition import (
    Asked,
    Mark,
    asked_by,
    layout_of,
    mark_of,
    missing_columns,
)
from generator.importing.writing import report_text
from generator.load.spreadsheet.workbook import Workbook
from generator.model.dossier import Dossier
from generator.model.progress import QuarterlyReport
from generator.problem import Place, Problem, blocking, in_order
from generator.views.form import form, report_of

Opened = tuple[str, Workbook | None, tuple[Problem, ...]]
"""A file that came in: its name, its workbook if it could be read, and what was wrong with it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What becomes of one file. `text` is what its report's file would hold; None if something stands against it."""

    file: str
    problems: tuple[Problem, ...]
    asked: Asked | None = None
    filled: Filled = field(default_factory=Filled)
    text: str | None = None
    changes: tuple[Change, ...] = ()
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class _Recognised:
    """A file of which it is known which form it is."""

    file: str
    workbook: Workbook
    mark: Mark | None
    asked: Asked
    filled: Filled
    problems: tuple[Problem, ...]


def import_forms(
    dossier: Dossier,
    opened: Iterable[Opened],
    old_text: Callable[[str], str | None],
    *,
    quarter: str = "",
    replace_later: bool = False,
) -> tuple[Imported, ...]:
    """Import files, in the order of their quarters, so that each sees what those before it report.

    `old_text` gives what a report's file holds now. If `quarter` is given, forms of another are refused. With
    `replace_later` what a form says wins over what was changed in the data after it was sent out.
    """
    known: list[_Recognised] = []
    done: dict[str, Imported] = {}
    names = []
    for name, workbook, problems in opened:
        names.append(name)
        found = _recognised(dossier, name, workbook, problems, quarter)
        if isinstance(found, Imported):
            done[name] = found
        else:
            known.append(found)
    twice = _twice(known)
    for one in sorted(known, key=_rank):
        result, report = _imported(
            dossier, one, twice.get(one.file, ()), old_text, replace_later=replace_later
        )
        done[one.file] = result
        if report is not None:
            dossier = _with(dossier, one.asked, report)
    return tuple(done[name] for name in names)


def _recognised(
    dossier: Dossier, name: str, workbook: Workbook | None, problems: tuple[Problem, ...], quarter: str
) -> _Recognised | Imported:
    if workbook is None:
        return Imported(name, in_order(problems))
    layout = layout_of(workbook, dossier)
    if isinstance(layout, Problem):
        return Imported(name, in_order((*problems, layout)))
    mark = mark_of(workbook)
    asked, doubts = asked_by(workbook, mark, layout, dossier)
    problems = (*problems, *doubts, *missing_columns(layout, dossier))
    if asked is None:
        return Imported(name, in_order(problems))
    expected = form(dossier, asked.year.year, asked.unit, asked.quarter, blank=True)
    if expected is None:
        told = refusals.FORM_WRONG.at(
            Place(name), f"{asked.unit.name}这个季度没有要报的目标", "核对是不是交错了表"
        )
        return Imported(name, in_order((*problems, told)))
    problems = (*problems, *_unwanted(asked, name, quarter))
    filled = read_form(workbook, layout, asked, mark, expected)
    return _Recognised(name, workbook, mark, asked, filled, problems)


def _unwanted(asked: Asked, name: str, quarter: str) -> Iterator[Problem]:
    """A form of a quarter that is closed, or of another than is collected."""
    if quarter and quarter not in (asked.quarter.id, asked.quarter.name):
        message = f"这是{asked.year.year}年{asked.quarter.name}的表，这次收的是{quarter}的"
        yield refusals.FORM_WRONG.at(Place(name), message, "核对是不是交错了表")
    if any(lock.quarter == asked.quarter.id for lock in asked.year.locks):
        message = f"{asked.year.year}年{asked.quarter.name}已经封存，不再收报表"
        hint = f"确实报错了的，在 data/{asked.year.year}/errata/ 写一条更正"
        yield refusals.FORM_LOCKED.at(Place(name), message, hint)


def _twice(known: Sequence[_Recognised]) -> dict[str, tuple[Problem, ...]]:
    """For each of several files of one unit and quarter: that there are others."""
    by_path: dict[str, list[str]] = defaultdict(list)
    for one in known:
        by_path[one.asked.path].append(one.file)
    return {
        one.file: (
            refusals.FORM_TWICE.at(
                Place(one.file),
                f"{one.asked.unit.name}{one.asked.quarter.name}的报表还有：{'、'.join(others)}",
                "只留下最后定稿的一个，其余的移走",
            ),
        )
        for one in known
        if (others := [file for file in by_path[one.asked.path] if file != one.file])
    }


def _rank(one: _Recognised) -> tuple[int, int, str]:
    year = one.asked.year
    return year.year, year.plan.quarters.index(one.asked.quarter), one.asked.unit.slug


def _imported(
    dossier: Dossier,
    one: _Recognised,
    more: tuple[Problem, ...],
    old_text: Callable[[str], str | None],
    *,
    replace_later: bool,
) -> tuple[Imported, QuarterlyReport | None]:
    asked = replace(one.asked, year=dossier.years[one.asked.year.year])
    problems = (*one.problems, *more, *one.filled.problems)
    items = tuple(item.id for item in form_items(asked.year, asked.unit.name, asked.quarter.id))
    standing = report_of(asked.year, asked.quarter.id, asked.unit.name)
    merged = merge(
        one.filled,
        one.mark,
        standing,
        items,
        {"unit": asked.unit.name, "quarter": asked.quarter.id},
        replace=replace_later,
        shown=lambda spot, text: shown_value(asked, spot, text),
    )
    problems = (*problems, *merged.problems)
    if blocking(problems):
        problems = (*problems, *_judged_in_part(dossier, one, asked, merged))
        return Imported(one.file, in_order(problems), asked, one.filled), None
    text = report_text(merged.head, merged.rows, old_text(asked.path))
    report, judged = judge(text, asked, dossier)
    problems = in_order((*problems, *(_at_its_cell(one, problem, spot) for problem, spot in judged)))
    sound = report is not None and not blocking(problems)
    result = Imported(one.file, problems, asked, one.filled)
    if not sound:
        return result, None
    return replace(result, text=text, changes=merged.changes, fresh=standing is None), report


def _judged_in_part(dossier: Dossier, one: _Recognised, asked: Asked, merged: Merged) -> Iterator[Problem]:
    """What the rules say of the rows that could be read whole, so that all faults are told in one run."""
    doubtful = {spot[0] for spot in one.filled.cells if spot not in one.filled.texts}
    rows = [row for row in merged.rows if row["work"] and row["state"] and row["target"] not in doubtful]
    head = {**merged.head, "reported": asked.quarter.report_due.isoformat(), "late_reason": ""}
    _, judged = judge(report_text(head, rows, None), asked, dossier) if rows else (None, ())
    for problem, spot in judged:
        if spot is not None and spot[0] != HEAD:
            yield _at_its_cell(one, problem, spot)


def shown_value(asked: Asked, spot: Spot, text: str) -> str:
    """A value as a person reads it: a state by its name."""
    if spot[1] == "state":
        return next((one.name for one in asked.year.plan.states if one.id == text), text)
    return text


def _at_its_cell(one: _Recognised, problem: Problem, spot: Spot | None) -> Problem:
    """A problem of a report at the cell that it is about; at the file that came in where it is about none."""
    cell = one.filled.cells.get(spot) if spot else None
    if cell is not None:
        return replace(problem, place=cell.place)
    own = problem.place.file == one.asked.path
    return replace(problem, place=Place(one.file)) if own else problem


def _with(dossier: Dossier, asked: Asked, report: QuarterlyReport) -> Dossier:
    """The dossier as it will be once a report is written."""
    year = dossier.years[asked.year.year]
    others = tuple(one for one in year.progress if (one.quarter, one.unit) != (report.quarter, report.unit))
    order = [quarter.id for quarter in year.plan.quarters]
    progress = tuple(sorted((*others, report), key=lambda one: order.index(one.quarter)))
    return replace(dossier, years={**dossier.years, year.year: replace(year, progress=progress)})
