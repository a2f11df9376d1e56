"""Quarterly progress as a table of open data: every item in every quarter that anything was reported for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.approvals import unit_in
from generator.compute.pace import due
from generator.compute.progress import progress
from generator.model.dossier import Year
from generator.views.data_table import Cell, DataTable, Field, Kind, Reference

UNREPORTED = "未报"
"""Stands where nobody reported, which is never the same as zero."""


def progress_tables(year: Year) -> Iterator[DataTable]:
    """The table of a year's progress, if anything was reported."""
    if year.progress:
        yield DataTable(
            key="progress",
            title="季度进展",
            fields=_FIELDS,
            primary=("target", "quarter"),
            rows=tuple(_rows(year)),
            references=(Reference("target", "targets", "id"), Reference("unit", "units", "name")),
        )


_FIELDS = (
    Field("target", "编号", Kind.TEXT, "考评项的编号", needed=True),
    Field("quarter", "季度代号", Kind.TEXT, "季度的英文代号", needed=True),
    Field("quarter_name", "季度", Kind.TEXT, "季度的名称", needed=True),
    Field("unit", "责任单位", Kind.TEXT, "填报的单位", needed=True),
    Field("state", "进度状态", Kind.TEXT, f"季度末的状态；没有上报的是“{UNREPORTED}”", needed=True),
    Field("cumulative", "累计完成数", Kind.NUMBER, "从年初起累计，单位同目标值"),
    Field("due", "序时应完成数", Kind.NUMBER, "按序时进度或季度节点，季度末应达到的数；说不清的没有"),
    Field("done_on", "完成日期", Kind.DAY, "完成类、日期类目标实际完成的日期"),
    Field("work", "工作完成情况", Kind.TEXT, "本季度做了什么"),
    Field("cause", "欠进度原因", Kind.TEXT, "为什么欠进度"),
    Field("remedy", "整改措施", Kind.TEXT, "怎样赶上"),
    Field("reported", "上报日期", Kind.DAY, "报表上报的日期"),
    Field("retrospective", "补报", Kind.YES_NO, "是否为方案印发前的季度的补报", needed=True),
    Field("corrected", "已更正", Kind.YES_NO, "上报以后是否更正过；各列是更正后的值", needed=True),
    Field("sample", "示例数据", Kind.YES_NO, "是否为演示编写的示例", needed=True),
)


def _rows(year: Year) -> Iterator[tuple[Cell, ...]]:
    reported = progress(year)
    states = {state.id: state.name for state in year.plan.states}
    samples = {item.id: indicator.sample for indicator in year.indicators for item in indicator.items}
    known = {report.quarter for report in year.progress}
    for place, quarter in enumerate(year.plan.quarters):
        for item in year.items if quarter.id in known else ():
            entry = reported.of(quarter.id, item.id)
            row = entry.row if entry else None
            yield (
                item.id,
                quarter.id,
                quarter.name,
                entry.report.unit if entry else unit_in(year, item.id, item.unit, quarter.ends),
                states.get(row.state, row.state) if row else UNREPORTED,
                row.cumulative if row else None,
                due(year, item, place),
                row.done_on if row else None,
                row.work if row else None,
                row.cause if row else None,
                row.remedy if row else None,
                entry.report.reported if entry else None,
                quarter.retrospective,
                bool(entry and entry.errata),
                entry.report.sample if entry else samples[item.id],
            )
