"""A row's state says something else than its figure.

Why:
    进度状态和填的数对不上。
    程序按目标值、完成时限和季度节点算出到季度末应当完成多少（序时进度），同填报的状态对照：
    没有达到的不能说达进度，达到的也不能说欠进度。季度节点没有写数量的，以填报为准。

Bad:
    goal: {at_least: 40, unit: 场}
    cumulative: 6      # 第一季度应有 10 场
    state: on_schedule

Good:
    cumulative: 6
    state: behind
    cause: 场地维修。
    remedy: 二季度补办4场。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.pace import due, state_by_figures
from generator.compute.progress import progress
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.model.progress import AHEAD, BEHIND, COMPLETED, NOT_STARTED, ON_SCHEDULE, ProgressRow
from generator.problem import Level

LEVEL = Level.ERROR

_FITTING = {
    BEHIND: {BEHIND, NOT_STARTED},
    NOT_STARTED: {NOT_STARTED, ON_SCHEDULE, BEHIND},
    ON_SCHEDULE: {ON_SCHEDULE},
    AHEAD: {AHEAD, ON_SCHEDULE},
    COMPLETED: {COMPLETED, AHEAD, ON_SCHEDULE},
}
"""The states that may be reported where figures tell one; 其他 and a bureau's own states always may."""


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the state of every row with the one its figures tell."""
    for year in dossier.years.values():
        if year.progress:
            yield from _of_year(year)


def _of_year(year: Year) -> Iterator[Finding]:
    reported = progress(year)
    names = {state.id: state.name for state in year.plan.states}
    for place, quarter in enumerate(year.plan.quarters):
        for item in year.items:
            entry = reported.of(quarter.id, item.id)
            if entry is None or entry.row.state not in _FITTING or entry.row.state not in names:
                continue
            fault = _fault(year, item, place, entry.row)
            if fault:
                hint = "改正状态或数；确有特殊情况的写“其他”并说明"
                message = f"{item.id} 的状态是“{names[entry.row.state]}”，{fault}"
                yield Finding(message, entry.row.place("state"), hint)


def _fault(year: Year, item: AssessedItem, quarter: int, row: ProgressRow) -> str:
    """What the figure says against the state, or nothing."""
    told = state_by_figures(year, item, quarter, row)
    if row.state == COMPLETED and told != COMPLETED:
        return "填的数却没有达到目标"
    if row.state == NOT_STARTED and (row.cumulative or row.done_on):
        return "却填了完成的数"
    if told is None or row.state in _FITTING[told]:
        return ""
    wanted = due(year, item, quarter)
    if wanted is None:
        return "却已经完成" if told == COMPLETED else "按完成时限却应已完成"
    return f"填的却是 {row.cumulative}，到季度末应为 {wanted.normalize():f}"
