"""Recognises a form in a workbook: by its hidden mark, or by its head; where its table, its columns and its labels are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.compute.form import FORM_VERSION
from generator.importing import refusals
from generator.load.clerk.words import comparable
from generator.load.spreadsheet.workbook import Cell, Sheet, Visibility, Workbook
from generator.model.dossier import Dossier, Year
from generator.model.organisation import Unit
from generator.model.plan import Quarter
from generator.problem import Place, Problem
from generator.views.form import ID_TITLE, KEYS, MARK_ROW, MARK_SHEET, columns_of
from generator.views.form_inputs import head_fields
from generator.views.quarterly_form import form_head, quarter_name

HIDDEN_ID = "hidden_id"
"""The key of the hidden column of ids."""

_ENOUGH = 4
"""A row with so many titles of columns is the head of the table."""
_LABELLED = re.compile(r"(?P<label>[^:：]+)[:：](?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the hidden sheet says: facts of the form; for each item its print, and its fields as the form was made."""

    facts: Mapping[str, str]
    prints: Mapping[str, str]
    issued: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which form it is: whose, of which quarter of which year."""

    year: Year
    quarter: Quarter
    unit: Unit

    @property
    def path(self) -> str:
        """The file that holds the unit's report."""
        return f"data/{self.year.year}/progress/{self.quarter.id}/{self.unit.slug}.yml"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things are on the sheet: the row of the head, the column of each key, and each label's cell and its words."""

    sheet: Sheet
    head: int
    columns: Mapping[str, int]
    labels: Mapping[str, tuple[Cell, str]]


def mark_of(workbook: Workbook) -> Mark | None:
    """What the form's hidden sheet says; None if it is gone."""
    sheet = workbook.sheet(MARK_SHEET)
    if sheet is None:
        return None
    facts: dict[str, str] = {}
    prints: dict[str, str] = {}
    issued: dict[str, Mapping[str, str]] = {}
    names: list[str] = []
    for _, cells in sheet.rows():
        texts = {cell.place.column: str(cell.value) for cell in cells}
        if texts.get(1) == MARK_ROW[0]:
            names = [texts.get(column, "") for column in range(1, max(texts) + 1)]
        elif names:
            told = {name: texts.get(column, "") for column, name in enumerate(names, 1)}
            item, print_ = (told.pop(name, "") for name in MARK_ROW)
            prints[item], issued[item] = print_, told
        else:
            facts[texts.get(1, "")] = texts.get(2, "")
    return Mark(facts, prints, issued)


def layout_of(workbook: Workbook, dossier: Dossier) -> Layout | Problem:
    """Where the table is: on the sheet that has its head, a visible one first."""
    titles = _titles(dossier)
    found = [
        (sheet, row, columns)
        for sheet in sorted(workbook.sheets, key=lambda one: one.visibility is not Visibility.VISIBLE)
        if sheet.name != MARK_SHEET
        for row, columns in _heads(sheet, titles)
    ]
    if not found:
        hint = "在发下去的表里填写；表不见了的，请办公室重新发"
        return refusals.FORM_UNKNOWN.at(Place(workbook.file), "没有找到报表：没有一行是各栏的名称", hint)
    sheet, row, cells = found[0]
    second = next(
        (other for other, _, _ in found if other is not sheet and other.visibility is sheet.visibility), None
    )
    if second is not None:
        message = f"工作簿里有两张报表：工作表“{sheet.name}”和“{second.name}”，不知道以哪张为准"
        return refusals.FORM_UNKNOWN.at(Place(workbook.file, 1, 1, second.name), message, "删去不用的一张")
    columns: dict[str, int] = {}
    for cell in cells:
        key = titles[comparable(str(cell.value))]
        if key in columns:
            return refusals.FORM_COLUMN.at(cell.place, f"“{cell.value}”这一栏有两个", "只留下一个")
        columns[key] = cell.place.column
    return Layout(sheet, row, columns, _labels(sheet, row, dossier))


def missing_columns(layout: Layout, dossier: Dossier) -> Iterator[Problem]:
    """The columns that a clerk fills in and that are not there; those that stay inside may be left out."""
    year = dossier.years[max(dossier.years)]
    for key, column in zip(KEYS, columns_of(year), strict=True):
        if key in ("work", "figure", "state", "cause", "remedy") and key not in layout.columns:
            place = Place(layout.sheet.file, layout.head, 1, layout.sheet.name)
            yield refusals.FORM_COLUMN.at(place, f"没有“{column.title}”这一栏", "恢复这一栏，或重新要一张表")


def asked_by(
    workbook: Workbook, mark: Mark | None, layout: Layout, dossier: Dossier
) -> tuple[Asked | None, tuple[Problem, ...]]:
    """Which form it is, by its mark or else by its head; what contradicts that."""
    if mark is None:
        return _by_head(workbook, layout, dossier)
    place = Place(workbook.file)
    version = mark.facts.get("version")
    if version != FORM_VERSION:
        message = f"这张表是第 {version} 版，现在收第 {FORM_VERSION} 版"
        return None, (refusals.FORM_VERSION.at(place, message, "请办公室用 zhengben form 重新发表"),)
    number = mark.facts.get("year", "")
    year = dossier.years.get(int(number)) if number.isdecimal() else None
    if year is None:
        return None, (
            refusals.FORM_WRONG.at(place, f"这是{number}年的表，没有这一年的计划", "核对是不是交错了表"),
        )
    quarter = next((one for one in year.plan.quarters if one.id == mark.facts.get("quarter")), None)
    unit = year.units.get(mark.facts.get("unit", ""))
    if quarter is None or unit is None:
        what = (
            f"“{mark.facts.get('unit')}”这个单位" if unit is None else f"{mark.facts.get('quarter')} 这个季度"
        )
        return None, (refusals.FORM_WRONG.at(place, f"{year.year}年没有{what}", "请办公室重新发表"),)
    asked = Asked(year, quarter, unit)
    return asked, tuple(_contradictions(asked, layout))


def _titles(dossier: Dossier) -> dict[str, str]:
    titles = {
        comparable(column.title): key
        for year in dossier.years.values()
        for key, column in zip(KEYS, columns_of(year), strict=True)
    }
    return {**titles, comparable(ID_TITLE): HIDDEN_ID}


def _heads(sheet: Sheet, titles: Mapping[str, str]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for row, cells in sheet.rows():
        known = tuple(cell for cell in cells if comparable(str(cell.value)) in titles)
        if len(known) >= _ENOUGH:
            yield row, known


def label_words(dossier: Dossier) -> dict[str, str]:
    """What each label beside the table is called: who, which quarter, and the fields of a report."""
    year = next(iter(dossier.years.values()))
    quarter = year.plan.quarters[0]
    who, when, _ = (words.partition("：")[0] for words in form_head(year, quarter, "", None))
    fields = {field.input.field: field.label.rstrip("：") for field in head_fields(quarter, None)}
    return {"unit": who, "quarter": when, **fields}


def _labels(sheet: Sheet, head: int, dossier: Dossier) -> dict[str, tuple[Cell, str]]:
    """The labels beside the table, with the words that stand after the colon in the same cell."""
    keys = {comparable(words): key for key, words in label_words(dossier).items()}
    found: dict[str, tuple[Cell, str]] = {}
    for cell in sheet.cells.values():
        met = _LABELLED.fullmatch(str(cell.value)) if cell.place.line != head else None
        key = keys.get(comparable(met["label"])) if met else None
        if met and key:
            found.setdefault(key, (cell, met["rest"].strip()))
    return found


def _by_head(
    workbook: Workbook, layout: Layout, dossier: Dossier
) -> tuple[Asked | None, tuple[Problem, ...]]:
    told = {key: rest for key, (_, rest) in layout.labels.items()}
    for year in dossier.years.values():
        for quarter in year.plan.quarters:
            for unit in year.organisation.units:
                if _says(told, "unit", (unit.name, *unit.short)) and _says(
                    told, "quarter", _written(year, quarter)
                ):
                    return Asked(year, quarter, unit), ()
    shown = "、".join(f"“{told[key]}”" for key in ("unit", "quarter") if told.get(key)) or "什么也没有写"
    message = f"表里隐藏的标记没有了，表头也认不出是哪个单位哪个季度的（写着{shown}）"
    return None, (
        refusals.FORM_UNKNOWN.at(Place(workbook.file), message, "填报单位、填报季度照发下去的表写全"),
    )


def _contradictions(asked: Asked, layout: Layout) -> Iterator[Problem]:
    """Where the head says another unit or quarter than the mark."""
    expected = (
        ("unit", (asked.unit.name, *asked.unit.short), asked.unit.name),
        ("quarter", _written(asked.year, asked.quarter), f"{asked.year.year}年{asked.quarter.name}"),
    )
    for key, names, name in expected:
        cell, rest = layout.labels.get(key, (None, ""))
        if cell is not None and rest and comparable(rest) not in map(comparable, names):
            message = f"这是发给{name}的表，表头却写着“{rest}”"
            yield refusals.FORM_WRONG.at(cell.place, message, "不要拿别的表来改：请办公室发对的表")


def _says(told: Mapping[str, str], key: str, names: Iterable[str]) -> bool:
    return comparable(told.get(key, "")) in map(comparable, names)


def _written(year: Year, quarter: Quarter) -> tuple[str, ...]:
    return f"{year.year}年{quarter_name(quarter)}", f"{year.year}年{quarter.name}"
