"""季度报表 as a blank form: what a unit fills in by hand each quarter."""

from __future__ import annotations

from generator.model.dossier import Year
from generator.views import phrases
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
_FIELDS = ("填报单位（盖章）：", "填报季度：第　　季度", "填报日期：　　年　　月　　日")
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
        below=(SIGNED, *_notes(year, table)),
    )


def form_columns(year: Year) -> tuple[Column, ...]:
    """The columns of the form, blank or filled in."""
    target = Column(year.plan.terms.target, 16, flexible=True, centred=True)
    return (_COLUMNS[0], target, *_COLUMNS[1:])


def _notes(year: Year, table: str) -> tuple[str, ...]:
    states = "、".join(state.name for state in year.plan.states)
    due = "，".join(
        f"{quarter.name}{'（补报）' if quarter.retrospective else ''}{phrases.day(quarter.report_due)}前"
        for quarter in year.plan.quarters
    )
    source = f"目标编号、目标内容、目标值和完成时限照{table}填写；" if table else ""
    return (
        f"填表说明：1.{source}进度状态从以下各项中选填：{states}。",
        f"2.报送时间：{due}。",
    )
