"""The guard over a workbook's parts: what may not be opened, what points outside, and what would be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath

from generator.load.refusals import Refusal
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.refusals import SAVE_AS
from generator.load.spreadsheet.scan import Relation, Scanned, UnsafePartError, scan
from generator.problem import Place, Problem

_BY_NAME: tuple[tuple[str, Refusal, str, str], ...] = (
    ("vbaProject", refusals.WORKBOOK_MACRO, "工作簿里有宏", "另存为“Excel 工作簿（*.xlsx）”，不选“启用宏”"),
    (
        "xl/macrosheets/",
        refusals.WORKBOOK_MACRO,
        "工作簿里有宏表",
        "删去宏表，另存为“Excel 工作簿（*.xlsx）”",
    ),
    (
        "xl/externalLinks/",
        refusals.WORKBOOK_LINK,
        "表里的数连着别的文件",
        "选“数据—编辑链接—断开链接”，只留数",
    ),
    ("xl/connections.xml", refusals.WORKBOOK_LINK, "表里有外部数据的连接", "删去连接，只留数"),
    ("xl/queryTables/", refusals.WORKBOOK_LINK, "表里有外部数据的查询", "删去查询，只留数"),
    ("xl/embeddings/", refusals.WORKBOOK_OBJECT, "工作簿里嵌着别的文件", "删去它；要交的材料另外交"),
    ("xl/activeX/", refusals.WORKBOOK_OBJECT, "表里有控件", "删去控件，文字写进单元格"),
    ("xl/ctrlProps/", refusals.WORKBOOK_OBJECT, "表里有控件（按钮、勾选框）", "删去控件，文字写进单元格"),
    ("xl/cellimages.xml", refusals.WORKBOOK_OBJECT, "单元格里嵌着图片", "删去图片；印证材料另外交"),
    (
        "xl/richData/richValueRel.xml",
        refusals.WORKBOOK_OBJECT,
        "单元格里嵌着图片",
        "删去图片；印证材料另外交",
    ),
)
"""Parts that tell by their name what is in the workbook; each is told once."""

_OBJECT_HINT = "删去它；文字写进单元格，印证材料另外交"


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard found. `sound` says whether the parts may be parsed; formulas ask for a second reading."""

    problems: tuple[Problem, ...]
    sound: bool
    formulas: bool


def guard(parts: Mapping[str, bytes], file: str) -> Guarded:
    """Look through all parts of a workbook, and report everything that keeps it from being taken as it is."""
    scanned: dict[str, Scanned] = {}
    unsafe: dict[str, UnsafePartError] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                scanned[name] = scan(name, content)
            except UnsafePartError as error:
                unsafe[name] = error
    sheets = _sheets(scanned)
    problems = [_unsafe(error, sheets.get(name, ""), file) for name, error in unsafe.items()]
    problems += _named(parts, file)
    problems += _leading_out(scanned, file)
    problems += _floating(scanned, sheets, file)
    if any(one.macros for one in scanned.values()) and not any(
        problem.rule == refusals.WORKBOOK_MACRO.id for problem in problems
    ):
        hint = "另存为“Excel 工作簿（*.xlsx）”，不选“启用宏”"
        problems.append(refusals.WORKBOOK_MACRO.at(Place(file), "这是启用宏的工作簿", hint))
    return Guarded(tuple(problems), not unsafe, any(one.formulas for one in scanned.values()))


def _unsafe(error: UnsafePartError, sheet: str, file: str) -> Problem:
    place = Place(file, error.row, error.column, sheet) if sheet and error.row else Place(file)
    return error.refusal.at(place, error.message, SAVE_AS)


def _named(parts: Mapping[str, bytes], file: str) -> Iterator[Problem]:
    for fragment, refusal, message, hint in _BY_NAME:
        if any(fragment in name for name in parts):
            yield refusal.at(Place(file), message, hint)


def _leading_out(scanned: Mapping[str, Scanned], file: str) -> Iterator[Problem]:
    """Relations that fetch something from outside; a link to be clicked fetches nothing."""
    told = set()
    for name, part in scanned.items():
        for relation in part.relations:
            if relation.external and relation.kind != "hyperlink" and "externalLinks" not in name:
                told.add(PurePosixPath(relation.target.replace("\\", "/")).name)
    for target in sorted(told):
        hint = "选“数据—编辑链接—断开链接”，或删去链接的图片"
        yield refusals.WORKBOOK_LINK.at(Place(file), f"工作簿连着外面的“{target}”", hint)


def _floating(scanned: Mapping[str, Scanned], sheets: Mapping[str, str], file: str) -> Iterator[Problem]:
    """Pictures, text boxes and charts over a sheet, each at the cell where its corner lies."""
    for part, sheet in sheets.items():
        for relation in _relations(scanned, part):
            drawing = scanned.get(_target(part, relation))
            if relation.kind == "drawing" and drawing is not None:
                for thing in drawing.anchored:
                    place = Place(file, thing.row, thing.column, sheet)
                    yield refusals.WORKBOOK_OBJECT.at(place, f"这里放了{thing.what}，读不出来", _OBJECT_HINT)


def _sheets(scanned: Mapping[str, Scanned]) -> dict[str, str]:
    """The name of each sheet by the part it is kept in."""
    part = "xl/workbook.xml"
    names = scanned.get(part, Scanned()).sheets
    return {
        _target(part, relation): names[relation.id]
        for relation in _relations(scanned, part)
        if relation.id in names
    }


def _relations(scanned: Mapping[str, Scanned], part: str) -> list[Relation]:
    folder, _, name = part.rpartition("/")
    return scanned.get(f"{folder}/_rels/{name}.rels", Scanned()).relations


def _target(part: str, relation: Relation) -> str:
    """The part a relation leads to, from the part that has it."""
    folder = part.rpartition("/")[0]
    target = relation.target
    return normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}")
