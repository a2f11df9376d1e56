"""季度报表: the columns, the head and the foot that every print of it has, and the form without names or figures."""

from __future__ import annotations

from datetime import date

from generator.model.circular import Content
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem
from generator.model.plan import Quarter
from generator.views import phrases
from generator.views.circular import Leaf, Part, Title
from generator.views.sheet import Column, LineKind, Sheet, SheetLine

_LINES = 7
"""As many blank lines as one page takes."""

_COLUMNS = (
    Column("目标编号", 4, centred=True),
    Column("目标值", 4, centred=True),
    Column("完成时限", 4, centred=True),
    Column("本季度工作完成情况", 14, flexible=True, centred=True),
    Column("累计完成", 4, centred=True),
    Column("进度状态", 4, centred=True),
    Column("欠进度原因", 9, flexible=True, centred=True),
    Column("整改措施", 9, flexible=True, centred=True),
)
_DAY = "　　年　　月　　日"
_FIELDS = ("填报单位（盖章）：", "填报季度：第　　季度", f"填报日期：{_DAY}")
SIGNED = "填报人：　　　　　　　　审核人：　　　　　　　　单位负责人："
"""The line on which those who answer for a form sign it."""


def quarterly_form(year: Year, table: str) -> Sheet:
    """The form of a year, without names or figures; `table` is how the targets' table is called, or empty."""
    columns = form_columns(year)
    blank = ("",) * len(columns)
    return Sheet(
        columns=columns,
        lines=(SheetLine(LineKind.BLANK, blank, blank),) * _LINES,
        above=_FIELDS,
        below=(SIGNED, *form_notes(year, table)),
    )


def form_columns(year: Year) -> tuple[Column, ...]:
    """The columns of the form, blank or filled in."""
    target = Column(year.plan.terms.target, 16, flexible=True, centred=True)
    return (_COLUMNS[0], target, *_COLUMNS[1:])


def form_leaf(
    bureau: str, year: Year, quarter: Quarter, sheet: Sheet, *, by: str, day: date, draft: str = ""
) -> Leaf:
    """The form of one quarter as a file of its own; `by` is who filled it in, `day` the day it bears."""
    name, text = quarter_name(quarter), form_title(year)
    title = Title(text, (text,), settled=True, place=year.plan.place("title"))
    return Leaf(Part(name, title, (), sheet), sheet, f"{text}（{name}，{by}）", (bureau,), day, draft)


def form_head(year: Year, quarter: Quarter, by: str, day: date | None, verb: str = "填报") -> tuple[str, ...]:
    """What stands above the table: who fills it in, of which quarter, on which day."""
    return (
        f"{verb}单位（盖章）：{by}",
        f"{verb}季度：{year.year}年{quarter_name(quarter)}",
        f"{verb}日期：{phrases.day(day) if day else _DAY}",
    )


def form_cells(year: Year, item: AssessedItem) -> tuple[str, ...]:
    """What the plan says of an item, in the form's first columns: its id, what is to be reached, and by when."""
    due = item.deadline
    day = phrases.day_in_year(due) if due.year == year.year else phrases.day(due)
    return (item.id, item.text, phrases.goal(item.goal, year.year), day)


def form_title(year: Year) -> str:
    """The form's own name, as the circular that prescribes it calls it."""
    names = (
        annex.title
        for circular in year.circulars
        for annex in circular.annexes
        if annex.content is Content.QUARTERLY_FORM
    )
    return next(names, f"{year.plan.year}年度目标落实情况季度报表")


def quarter_name(quarter: Quarter) -> str:
    """A quarter by its name, and whether it is reported after the plan was issued."""
    return f"{quarter.name}{'（补报）' if quarter.retrospective else ''}"


def form_notes(year: Year, table: str) -> tuple[str, ...]:
    """How the form is filled in, and by when it is due; `table` is how the targets' table is called, or empty."""
    states = "、".join(state.name for state in year.plan.states)
    due = "，".join(
        f"{quarter_name(quarter)}{phrases.day(quarter.report_due)}前" for quarter in year.plan.quarters
    )
    source = f"目标编号、目标内容、目标值和完成时限照{table}填写；" if table else ""
    return (
        f"填表说明：1.{source}进度状态从以下各项中选填：{states}。",
        f"2.报送时间：{due}。",
    )
