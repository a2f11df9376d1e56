"""目标考评表: every assessed item in the plan's order, with the columns a circular names and a sum for each category."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from generator.model.circular import AnnexColumn
from generator.model.dossier import Year
from generator.model.indicator import AssessedItem, Indicator
from generator.model.plan import Category
from generator.views import phrases
from generator.views.sheet import Column, LineKind, Sheet, SheetLine, Value, fullness, wide

_SAMPLE_NOTE = "本表的指标、目标和分值为示例数据，不是正式公布的内容。"
_MIXED_NOTE = "本表中标有“示例数据”的，不是正式公布的内容。"
_MARK = "（示例数据）"

_WIDEST, _NARROW = 9, 6
"""A column whose longest cell holds more characters than the first shares what the others leave. Other columns are as
wide as their longest cell, but no wider than the second."""

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Row:
    year: Year
    indicator: Indicator
    item: AssessedItem
    number: int
    mark: str


def annex_table(year: Year, columns: tuple[AnnexColumn, ...]) -> Sheet:
    """The table of a year's items. Every line repeats its indicator, so that it can stand at the top of a page."""
    samples = {indicator.sample for indicator in year.indicators}
    mixed = samples == {True, False}
    lines = tuple(_lines(year, columns, mark=_MARK if mixed else ""))
    note = _MIXED_NOTE if mixed else _SAMPLE_NOTE if True in samples else ""
    return Sheet(
        columns=tuple(_column(year, key, place, lines) for place, key in enumerate(columns)),
        lines=lines,
        above=(note,) if note else (),
    )


def _lines(year: Year, columns: tuple[AnnexColumn, ...], mark: str) -> Iterator[SheetLine]:
    numbers = count(1)
    for category, ordinal, depth in opened(year.plan.categories):
        points = sum(indicator.points for indicator in year.indicators_in(category))
        if not ordinal:
            title = f"{category.name}{'合计' if category.categories else '小计'}"
            yield _sum(columns, title, points, f"{category.id} sum")
            continue
        title = f"{ordinal}{category.name}（{phrases.points(points)}分）"
        yield SheetLine(
            LineKind.HEADING, (title,), (title,), span=len(columns), depth=depth, name=category.id
        )
        for indicator in year.held_by(category):
            for item in indicator.items:
                row = _Row(year, indicator, item, next(numbers), mark if indicator.sample else "")
                cells, values = zip(*(_CELLS[key](row) for key in columns), strict=True)
                yield SheetLine(LineKind.ITEM, cells, values, name=item.id)
    yield _sum(columns, "总计", sum(indicator.points for indicator in year.indicators), "sum")


def opened(categories: tuple[Category, ...], depth: int = 0) -> Iterator[tuple[Category, str, int]]:
    """Every category twice: with its number where it begins, without where it ends, after those inside it."""
    for place, category in enumerate(categories):
        yield category, _ordinal(place, depth), depth
        yield from opened(category.categories, depth + 1)
        yield category, "", depth


def _sum(columns: tuple[AnnexColumn, ...], title: str, points: int, name: str) -> SheetLine:
    """A sum: its name up to the column of points, or all in one cell where there is no such column before others."""
    column = columns.index(AnnexColumn.POINTS) if AnnexColumn.POINTS in columns else 0
    if not column:
        words = f"{title} {phrases.points(points)}分"
        return SheetLine(LineKind.SUM, (words,), (words,), span=len(columns), name=name)
    rest = ("",) * (len(columns) - column - 1)
    return SheetLine(
        LineKind.SUM,
        (title, phrases.points_column(points), *rest),
        (title, _decimal(points), *rest),
        span=column,
        name=name,
    )


def _ordinal(place: int, depth: int) -> str:
    """The number of a category in the form its level has in documents: 一、 and （一）, then 1. and （1）."""
    numeral = _numeral(place + 1)
    return (f"{numeral}、", f"（{numeral}）", f"{place + 1}.", f"（{place + 1}）")[min(depth, 3)]


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones - 1]
    return f"{_NUMERALS[tens - 1] if tens > 1 else ''}十{_NUMERALS[ones - 1] if ones else ''}"


def _column(year: Year, key: AnnexColumn, place: int, lines: tuple[SheetLine, ...]) -> Column:
    title = _titles(year)[key]
    cells = [line.cells[place] for line in lines if line.kind is LineKind.ITEM]
    sums = [line.cells[1] for line in lines if line.kind is LineKind.SUM and line.span == place]
    longest = max(map(wide, (title, *cells, *sums)))
    if longest > _WIDEST:
        return Column(title, fullness(cells), flexible=True)
    return Column(title, min(longest, _NARROW), centred=True)


def _titles(year: Year) -> dict[AnnexColumn, str]:
    return {
        AnnexColumn.NUMBER: "序号",
        AnnexColumn.ID: "编号",
        AnnexColumn.INDICATOR: year.plan.terms.indicator,
        AnnexColumn.SOURCE: "任务来源",
        AnnexColumn.TEXT: year.plan.terms.target,
        AnnexColumn.POINTS: "分值",
        AnnexColumn.GOAL: "目标值",
        AnnexColumn.DEADLINE: "完成时限",
        AnnexColumn.UNIT: "责任股室",
        AnnexColumn.PARTNERS: "协办股室",
        AnnexColumn.LEADER: "分管领导",
        AnnexColumn.MILESTONES: "季度节点",
        AnnexColumn.EXPECTED: "预期效果",
        AnnexColumn.SCORING: "计分办法",
    }


def _decimal(hundredths: int) -> Decimal:
    return Decimal(hundredths).scaleb(-2)


def _words(words: str) -> tuple[str, Value]:
    return words, words


def _milestones(row: _Row) -> str:
    steps = (
        f"{quarter.name}{row.item.milestones[quarter.id]}"
        for quarter in row.year.plan.quarters
        if quarter.id in row.item.milestones
    )
    return "；".join(steps) or phrases.NONE


_CELLS: dict[AnnexColumn, Callable[[_Row], tuple[str, Value]]] = {
    AnnexColumn.NUMBER: lambda row: (str(row.number), row.number),
    AnnexColumn.ID: lambda row: _words(row.item.id),
    AnnexColumn.INDICATOR: lambda row: _words(row.indicator.name + row.mark),
    AnnexColumn.SOURCE: lambda row: _words(row.indicator.source),
    AnnexColumn.TEXT: lambda row: _words(row.item.text),
    AnnexColumn.POINTS: lambda row: (phrases.points_column(row.item.points), _decimal(row.item.points)),
    AnnexColumn.GOAL: lambda row: _words(phrases.goal(row.item.goal, row.year.year)),
    AnnexColumn.DEADLINE: lambda row: (_day(row), row.item.deadline),
    AnnexColumn.UNIT: lambda row: _words(row.item.unit),
    AnnexColumn.PARTNERS: lambda row: _words("、".join(row.item.partners) or phrases.NONE),
    AnnexColumn.LEADER: lambda row: _words(row.item.leader),
    AnnexColumn.MILESTONES: lambda row: _words(_milestones(row)),
    AnnexColumn.EXPECTED: lambda row: _words(row.item.expected),
    AnnexColumn.SCORING: lambda row: _words(row.item.scoring),
}


def _day(row: _Row) -> str:
    day = row.item.deadline
    return phrases.day_in_year(day) if day.year == row.year.year else phrases.day(day)
