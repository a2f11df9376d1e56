"""What may be typed into the cells of a form: of which kind, within which bounds, and what the clerk is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from generator.model.dossier import Year
from generator.model.goal import AtMost, By, Done, Goal, Rate
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter
from generator.model.progress import BEHIND, ProgressRow, QuarterlyReport
from generator.model.scalars import points_text
from generator.views import phrases
from generator.views.sheet import Value

HEAD_FIELDS = ("reported", "filled_by", "late_reason")
"""The fields of a report that its form asks for beside the table."""

_INTERNAL = "内部使用，不公开。"


class InputKind(Enum):
    """What a cell takes."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Input:
    """A cell to be filled in: the field it is read into, what it holds already, and what the clerk is told of it.

    A number or a day lies between `least` and `most`, each if given. With `wanted_by`, the cell must be filled in
    where the state is the one of that name. `doubt` says what is wrong with what was filled in, if anything.
    """

    field: str
    kind: InputKind
    hint: str
    value: Value = ""
    least: Decimal | date | None = None
    most: Decimal | date | None = None
    choices: tuple[str, ...] = ()
    wanted_by: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FormField:
    """A cell beside the table, with the words before it."""

    label: str
    input: Input


def row_inputs(year: Year, item: AssessedItem, row: ProgressRow | None, before: str) -> Mapping[str, Input]:
    """The cells of an item by the columns that take them; `before` is what was last reported of it."""
    return {taken.field if name is None else name: taken for name, taken in _inputs(year, item, row, before)}


def head_fields(quarter: Quarter, report: QuarterlyReport | None) -> tuple[FormField, ...]:
    """What is asked of the form as a whole: the day it is handed in, who filled it in, why it is late."""
    due = phrases.day(quarter.report_due)
    return (
        FormField(
            "填报日期：",
            Input(
                "reported",
                InputKind.DAY,
                f"上报的日期，写法如 {quarter.report_due}。本季度的报表应在{due}前报送。",
                report.reported if report else "",
                least=quarter.ends + timedelta(days=1),
            ),
        ),
        FormField(
            "填报人：",
            Input(
                "filled_by", InputKind.TEXT, f"填报人的姓名。{_INTERNAL}", (report and report.filled_by) or ""
            ),
        ),
        FormField(
            "晚报原因：",
            Input(
                "late_reason",
                InputKind.TEXT,
                f"晚于{due}报送的，写明原因，网上会公布；按时报送的不填。",
                (report and report.late_reason) or "",
            ),
        ),
    )


def _inputs(
    year: Year, item: AssessedItem, row: ProgressRow | None, before: str
) -> Iterator[tuple[str | None, Input]]:
    states = {state.id: state.name for state in year.plan.states}
    behind = states.get(BEHIND, "")
    yield None, Input("work", InputKind.TEXT, "本季度做了哪些工作，办到哪一步。", row.work if row else "")
    yield "figure", _figure(year, item.goal, row, before)
    more = f"选“{behind}”的，欠进度原因和整改措施都要填。" if behind else ""
    state = states.get(row.state, "") if row else ""
    yield (
        None,
        Input(
            "state",
            InputKind.CHOICE,
            f"从下拉列表里选一项。{more}",
            state,
            choices=tuple(states.values()),
        ),
    )
    wanted = f"进度状态是“{behind}”的必须填，其他的不填。" if behind else "没有的不填。"
    for name, value in (("cause", row and row.cause), ("remedy", row and row.remedy)):
        yield None, Input(name, InputKind.TEXT, wanted, value or "", wanted_by=behind)
    score = row.self_score if row else None
    yield (
        None,
        Input(
            "self_score",
            InputKind.NUMBER,
            f"按计分办法自评，满分{points_text(item.points)}分，不用自评的不填。{_INTERNAL}",
            "" if score is None else Decimal(points_text(score)),
            Decimal(0),
            Decimal(points_text(item.points)),
        ),
    )
    evidence = (row and row.evidence) or ""
    yield None, Input("evidence", InputKind.TEXT, f"印证材料的名称。{_INTERNAL}", evidence)


def _figure(year: Year, goal: Goal, row: ProgressRow | None, before: str) -> Input:
    if isinstance(goal, (By, Done)):
        hint = "办完了的，填办完的日期，写法如 2019-09-30；没有办完的不填。".replace("2019", str(year.year))
        done = row.done_on if row else None
        return Input("done_on", InputKind.DAY, hint, done or "", least=date(year.year, 1, 1))
    unit = "%" if isinstance(goal, Rate) else goal.unit
    what = {
        Rate: "到季度末的百分率，只填数字，如 97.5",
        AtMost: f"从年初到季度末已经发生了多少{unit}，没有发生填 0",
    }.get(type(goal), f"从年初到季度末的总数，不是本季度的数，只填数字，单位：{unit}")
    value = row.cumulative if row else None
    return Input(
        "cumulative",
        InputKind.NUMBER,
        f"{what}。上季度累计：{before}。",
        "" if value is None else value,
        Decimal(0),
        Decimal(100) if unit == "%" else None,
    )
