"""The guard over a workbook's parts: what may not be opened, what points outside, and what would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.load.refusals import Refusal
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.package import Package
from generator.load.spreadsheet.refusals import SAVE_AS, START_AGAIN
from generator.load.spreadsheet.scan import Relations, Types
from generator.load.spreadsheet.scan_sheet import Drawing
from generator.problem import Place, Problem

_NO_MACROS = "另存为“Excel 工作簿（*.xlsx）”，不选“启用宏”"
_CUT_LINKS = "选“数据—编辑链接—断开链接”，只留数"
_NO_OBJECTS = "删去它；文字写进单元格，印证材料另外交"
_BY_NAME: tuple[tuple[str, Refusal, str, str], ...] = (
    ("xl/vbaProject", refusals.WORKBOOK_MACRO, "工作簿里有宏", _NO_MACROS),
    ("xl/macrosheets/", refusals.WORKBOOK_MACRO, "工作簿里有宏表", _NO_MACROS),
    ("xl/externalLinks/", refusals.WORKBOOK_LINK, "表里的数连着别的文件或程序", _CUT_LINKS),
    ("xl/connections.xml", refusals.WORKBOOK_LINK, "表里有外部数据的连接", _CUT_LINKS),
    ("xl/queryTables/", refusals.WORKBOOK_LINK, "表里有外部数据的查询", _CUT_LINKS),
    ("xl/embeddings/", refusals.WORKBOOK_OBJECT, "工作簿里嵌着别的文件", _NO_OBJECTS),
    ("xl/activeX/", refusals.WORKBOOK_OBJECT, "表里有控件", _NO_OBJECTS),
    ("xl/ctrlProps/", refusals.WORKBOOK_OBJECT, "表里有控件", _NO_OBJECTS),
    ("xl/cellimages.xml", refusals.WORKBOOK_OBJECT, "单元格里嵌着图片", _NO_OBJECTS),
    ("xl/richData/richValueRel.xml", refusals.WORKBOOK_OBJECT, "单元格里嵌着图片", _NO_OBJECTS),
)
"""Parts that tell by their name what is in the workbook; each is told once."""

_OLD_CONTROL = re.compile(rb"<x:ClientData\s+ObjectType=[\"'](?!Note)")
"""A control as the drawings of old programs (VML) have it, which are not always XML; a note is a comment's frame."""


def guard(package: Package, parts: Mapping[str, bytes], file: str) -> tuple[Problem, ...]:
    """Everything that keeps a workbook from being taken as it is, each told once."""
    problems = [
        *_unsafe(package, file),
        *_named(parts, file),
        *_leading_out(package, file),
        *_floating(package, file),
    ]
    if any(types.macros for _, types in package.of(Types)):
        problems.append(refusals.WORKBOOK_MACRO.at(Place(file), "这是启用宏的工作簿", _NO_MACROS))
    return tuple(dict.fromkeys(problems))


def _unsafe(package: Package, file: str) -> Iterator[Problem]:
    names = {part: listed.name for listed, _, part in package.sheets()}
    for part, error in package.unsafe.items():
        known = part in names and error.row
        place = Place(file, error.row, error.column, names[part]) if known else Place(file)
        hint = START_AGAIN if error.refusal is refusals.WORKBOOK_TOO_LARGE else SAVE_AS
        yield error.refusal.at(place, error.message, hint)


def _named(parts: Mapping[str, bytes], file: str) -> Iterator[Problem]:
    for words, refusal, message, hint in _BY_NAME:
        if any(name.startswith(words) for name in parts):
            yield refusal.at(Place(file), message, hint)
    if any(name.endswith(".vml") and _OLD_CONTROL.search(content) for name, content in parts.items()):
        yield refusals.WORKBOOK_OBJECT.at(Place(file), "表里有控件", _NO_OBJECTS)


def _leading_out(package: Package, file: str) -> Iterator[Problem]:
    """Relations that fetch something from outside; a link to be clicked fetches nothing."""
    for part, found in package.of(Relations):
        for relation in found.relations:
            if relation.external and relation.kind != "hyperlink" and "externalLinks" not in part:
                name = PurePosixPath(relation.target.replace("\\", "/")).name
                yield refusals.WORKBOOK_LINK.at(Place(file), f"工作簿连着外面的“{name}”", _CUT_LINKS)


def _floating(package: Package, file: str) -> Iterator[Problem]:
    """Pictures, text boxes and charts over a sheet, each at the cell where its corner lies."""
    for listed, _, part in package.sheets():
        for drawing in package.related(part, Drawing):
            for thing in drawing.floating:
                place = Place(file, thing.row, thing.column, listed.name)
                message = f"这里放了{thing.what}，里面的内容读不出来"
                yield refusals.WORKBOOK_OBJECT.at(place, message, _NO_OBJECTS)
