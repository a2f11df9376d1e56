"""The plan as tables of open data: categories, indicators, targets and units of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.compute.approvals import plan_circulars, plan_of
from generator.compute.newest import updated
from generator.model.dossier import Dossier, Year
from generator.model.goal import AtLeast, AtMost, By, Done, Exactly, Goal, Rate
from generator.model.indicator import AssessedItem, Composite, Indicator
from generator.model.plan import Category
from generator.views import phrases
from generator.views.data_table import Cell, DataSet, DataTable, Field, Kind, Reference
from generator.views.progress_table import progress_tables
from generator.views.sample import sample_data


def data_set(dossier: Dossier, number: int) -> DataSet:
    """What is published of one year: the newest version of its plan, and what goes on growing."""
    year = dossier.years[number]
    circulars = plan_circulars(year)
    newest = _data_set(dossier, year, len(circulars), circulars[-1], updated(year))
    return replace(newest, growing=tuple(progress_tables(year)))


def versions(dossier: Dossier, number: int) -> Iterator[DataSet]:
    """Every version of a year's plan, the first as it was issued, each later one as a circular changed it.

    Each is dated by its approval, else by its circular, and by nothing that may come to be known later.
    """
    year = dossier.years[number]
    for version, circular in enumerate(plan_circulars(year), 1):
        days = [one.date for one in year.approvals if one.circular == circular]
        days += [one.date for one in year.circulars if one.number == circular]
        yield _data_set(dossier, plan_of(year, circular), version, circular, days[0] if days else None)


def _data_set(dossier: Dossier, year: Year, version: int, circular: str, day: date | None) -> DataSet:
    return DataSet(
        year=year.year,
        title=year.plan.title,
        publisher=dossier.bureau.name,
        source=circular,
        version=version,
        day=day,
        composed=sample_data(one.sample for one in year.indicators),
        plan=(_targets(year), _indicators(year), _categories(year), _units(year)),
    )


def _targets(year: Year) -> DataTable:
    terms = year.plan.terms
    fields = (
        Field("id", "编号", Kind.TEXT, "永不改变、永不重用", needed=True),
        Field("indicator", f"{terms.indicator}编号", Kind.TEXT, f"所属{terms.indicator}", needed=True),
        Field("indicator_name", terms.indicator, Kind.TEXT, f"所属{terms.indicator}的名称", needed=True),
        Field("category", "类别", Kind.TEXT, "所属类别的名称", needed=True),
        Field("text", "内容", Kind.TEXT, "要做到什么", needed=True),
        Field("points", "分值", Kind.NUMBER, "满分，单位：分", needed=True),
        Field("goal", "目标值", Kind.TEXT, "要达到的数量、比率或日期，用文字表示", needed=True),
        Field("goal_kind", "目标值类型", Kind.TEXT, _GOAL_KINDS, needed=True),
        Field("goal_number", "目标数值", Kind.NUMBER, "目标值里的数；完成类和日期类没有"),
        Field("goal_unit", "计量单位", Kind.TEXT, "目标数值的单位；比率为%"),
        Field("goal_day", "目标日期", Kind.DAY, "日期类目标要求完成的日期"),
        Field("deadline", "完成时限", Kind.DAY, "最迟完成的日期", needed=True),
        Field("unit", "责任单位", Kind.TEXT, "负责的单位的规范名称", needed=True),
        Field("partners", "协办单位", Kind.LIST, "协助办理的单位"),
        Field("leader", "分管领导", Kind.TEXT, "分管的局领导", needed=True),
        *(
            Field(
                f"milestone_{quarter.id}", f"{quarter.name}节点", Kind.TEXT, f"{quarter.name}末应完成的工作"
            )
            for quarter in year.plan.quarters
        ),
        Field("expected", "预期效果", Kind.TEXT, "完成后的效果", needed=True),
        Field("scoring", "计分办法", Kind.TEXT, "怎样得分", needed=True),
        Field("sample", "示例数据", Kind.YES_NO, "是否为演示编写的示例", needed=True),
    )
    return DataTable(
        key="targets",
        title="考评项",
        fields=fields,
        primary=("id",),
        rows=tuple(
            _target(year, indicator, item) for indicator in year.indicators for item in indicator.items
        ),
        references=(
            Reference("indicator", "indicators", "id"),
            Reference("category", "categories", "name"),
            Reference("unit", "units", "name"),
        ),
    )


_GOAL_KINDS = "at_least不少于，at_most不超过，exactly正好，rate不低于某个百分比，done完成，by某日前完成"


def _target(year: Year, indicator: Indicator, item: AssessedItem) -> tuple[Cell, ...]:
    kind, number, unit, day = _goal(item.goal)
    return (
        item.id,
        indicator.id,
        indicator.name,
        indicator.category,
        item.text,
        _points(item.points),
        phrases.goal(item.goal),
        kind,
        number,
        unit,
        day,
        item.deadline,
        item.unit,
        item.partners,
        item.leader,
        *(item.milestones.get(quarter.id) for quarter in year.plan.quarters),
        item.expected,
        item.scoring,
        indicator.sample,
    )


def _goal(goal: Goal) -> tuple[str, Decimal | None, str | None, date | None]:
    match goal:
        case AtLeast():
            return "at_least", goal.at_least, goal.unit, None
        case AtMost():
            return "at_most", goal.at_most, goal.unit, None
        case Exactly():
            return "exactly", goal.exactly, goal.unit, None
        case Rate():
            return "rate", goal.rate, "%", None
        case Done():
            return "done", None, None, None
        case By():
            return "by", None, None, goal.by


def _indicators(year: Year) -> DataTable:
    term = year.plan.terms.indicator
    return DataTable(
        key="indicators",
        title=term,
        fields=(
            Field("id", "编号", Kind.TEXT, "永不改变、永不重用", needed=True),
            Field("name", "名称", Kind.TEXT, f"{term}的名称", needed=True),
            Field("category", "类别", Kind.TEXT, "所属类别的名称", needed=True),
            Field("source", "任务来源", Kind.TEXT, "任务出自哪里", needed=True),
            Field("points", "分值", Kind.NUMBER, "满分，单位：分", needed=True),
            Field("targets", "考评项数", Kind.COUNT, "下面有几个考评项；自身考评的为1", needed=True),
            Field("sample", "示例数据", Kind.YES_NO, "是否为演示编写的示例", needed=True),
        ),
        primary=("id",),
        rows=tuple(
            (
                one.id,
                one.name,
                one.category,
                one.source,
                _points(one.points),
                len(one.items),
                one.sample,
            )
            for one in year.indicators
        ),
        references=(Reference("category", "categories", "name"),),
    )


def _categories(year: Year) -> DataTable:
    terms = year.plan.terms
    return DataTable(
        key="categories",
        title="类别",
        fields=(
            Field("id", "代号", Kind.TEXT, "类别的英文代号", needed=True),
            Field("name", "名称", Kind.TEXT, "类别的名称", needed=True),
            Field("above", "上级类别代号", Kind.TEXT, "最外层的类别没有"),
            Field("points", "分值", Kind.NUMBER, "满分，单位：分", needed=True),
            Field(
                "indicators", f"{terms.indicator}数", Kind.COUNT, f"本类有几个{terms.indicator}", needed=True
            ),
            Field("targets", f"{terms.target}数", Kind.COUNT, f"本类有几个{terms.target}", needed=True),
            Field("note", "说明", Kind.TEXT, "类别的说明"),
        ),
        primary=("id",),
        rows=tuple(_category_rows(year, year.plan.categories, None)),
        references=(Reference("above", "categories", "id"),),
    )


def _category_rows(
    year: Year, siblings: tuple[Category, ...], above: str | None
) -> Iterator[tuple[Cell, ...]]:
    for one in siblings:
        held = tuple(year.indicators_in(one))
        targets = sum(len(indicator.targets) for indicator in held if isinstance(indicator, Composite))
        yield one.id, one.name, above, _points(one.points), len(held), targets, one.note
        yield from _category_rows(year, one.categories, one.id)


def _units(year: Year) -> DataTable:
    kinds = {kind.id: kind.name for kind in year.organisation.kinds}
    items, points = Counter[str](), Counter[str]()
    for item in year.items:
        items[item.unit] += 1
        points[item.unit] += item.points
    return DataTable(
        key="units",
        title="责任单位",
        fields=(
            Field("slug", "代号", Kind.TEXT, "单位的英文代号，不变", needed=True),
            Field("name", "名称", Kind.TEXT, "单位的规范名称", needed=True),
            Field("kind", "性质", Kind.TEXT, "股室或直属单位", needed=True),
            Field("duties", "职责", Kind.TEXT, "单位的职责"),
            Field("targets", "考评项数", Kind.COUNT, "负责几个考评项", needed=True),
            Field("points", "分值", Kind.NUMBER, "负责的考评项的分值合计，单位：分", needed=True),
        ),
        primary=("slug",),
        rows=tuple(
            (
                unit.slug,
                unit.name,
                kinds[unit.kind],
                unit.duties,
                items[unit.name],
                _points(points[unit.name]),
            )
            for unit in year.organisation.units
        ),
    )


def _points(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)
