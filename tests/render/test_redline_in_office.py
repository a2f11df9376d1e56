"""A redline in LibreOffice itself: its own commands accept and reject the changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from generator.model.circular import USUAL_COLUMNS
from generator.views.annex_table import annex_table
from generator.views.circular import Part, PrintedCircular, Title
from generator.views.prose import Heading, Paragraph, Table
from generator.views.sheet import Column, LineKind, Sheet, SheetLine
from tests.compute.edits import YEAR, bureau, edited, targets
from tests.render.circulars import PLACE, circular
from tests.render.office import needs_office_and_bridge, settled
from tests.render.test_redline import REVISION, leaf_of
from tests.render.tracked import W, marks
from tests.render.word import press, view

_COLUMNS = (Column("编号", 3), Column("目标任务", 8, flexible=True), Column("分值", 4, centred=True))


def _table(*rows: tuple[str, str, str]) -> Part:
    lines = tuple(SheetLine(LineKind.ITEM, row, row, name=row[0]) for row in rows)
    title = Title("目标考评表", ("目标考评表",), settled=True, place=PLACE)
    return Part("附件", title, (), Sheet(_COLUMNS, lines, ("示例数据",)))


_FIRST = circular(
    blocks=(
        Heading(1, 1, "一、总体要求"),
        Paragraph("全年开展100场宣传，由政策法规股负责，2019年9月30日前完成。"),
        Paragraph("这一段将被删去。"),
        Table(("项目", "数量"), (("甲", "1"), ("乙", "2"), ("丙", "3"))),
        Paragraph("要抓紧落实。"),
    ),
    parts=(
        _table(
            ("ZD01-1", "完成任务。", "1.00"), ("ZD01-2", "开展检查。", "2.00"), ("ZD02-1", "零事故。", "0.50")
        ),
    ),
)
_SECOND = circular(
    to="各乡镇人民政府，县直各单位：",
    blocks=(
        Heading(1, 1, "一、工作要求"),
        Paragraph("全年开展10场宣传，由行政执法督查股负责，2019年12月31日前完成。"),
        Table(("项目", "数量"), (("甲", "1"), ("丙", "4"), ("丁", "5"))),
        Paragraph("要抓紧落实。"),
        Paragraph("这一段是新加的。"),
    ),
    parts=(
        _table(
            ("ZD01-1", "完成任务。", "0.60"), ("ZD01-3", "开展评查。", "2.40"), ("ZD02-1", "零事故。", "0.50")
        ),
    ),
)
PAIRS: Mapping[str, tuple[PrintedCircular, PrintedCircular]] = {
    "changed": (_FIRST, _SECOND),
    "back": (_SECOND, _FIRST),
    "grown": (view("plain"), _FIRST),
    "blocks": (view("blocks"), view("signers")),
    "draft": (replace(view("reference"), blocks=()), view("reference")),
}


@cache
def _settled() -> Mapping[str, tuple[bytes, bytes]]:
    made = {name: press().redline(old, new, REVISION) for name, (old, new) in PAIRS.items()}
    for name, pair in PAIRS.items():
        made |= {f"{name}-{side}": press().docx(one) for side, one in zip(("old", "new"), pair, strict=True)}
    return settled(made)


@needs_office_and_bridge
@pytest.mark.parametrize("name", PAIRS)
def test_the_office_accepts_to_the_later_and_rejects_to_the_earlier_document(name: str) -> None:
    """Every paragraph with its style, every row and cell, as the office stores the plain documents."""
    accepted, rejected = _settled()[name]
    later, _ = _settled()[f"{name}-new"]
    earlier, _ = _settled()[f"{name}-old"]
    assert list(_told(accepted)) == list(_told(later))
    assert list(_told(rejected)) == list(_told(earlier))
    for settled_document in (accepted, rejected):
        assert not re.search(rb"<w:(ins|del|pPrChange) ", _document(settled_document))


@pytest.mark.parametrize("name", [*PAIRS, "wider"])
def test_an_auditor_of_the_format_finds_nothing(name: str, tmp_path: Path) -> None:
    """Deleted and inserted rows, and columns that are wider than they were: nothing needs repair."""
    if name in PAIRS:
        made = press().redline(*PAIRS[name], REVISION)
    else:
        long = edited(bureau(), targets(bureau())[0], "text", "很" * 200 + "长。")
        tables = (annex_table(one.years[YEAR], USUAL_COLUMNS) for one in (bureau(), long))
        made = press().leaf_redline(*map(leaf_of, tables), REVISION)
        assert {f"{W}tcPrChange", f"{W}tblGridChange"} <= {mark.tag for mark in marks(made)}
    file = tmp_path / "redline.docx"
    file.write_bytes(made)
    assert [error.description for error in OpenXmlValidator().validate(file).errors] == []


def _told(docx: bytes) -> Iterator[str]:
    """Rows, cells and paragraphs with words, in their order; then what stands in drawings.

    An empty line may stay where a table went: no office joins a paragraph with a table, so its end cannot go.
    """
    root = etree.fromstring(_document(docx))
    boxes = list(root.iter(f"{W}txbxContent"))
    boxed = {one for box in boxes for one in box.iter()}
    for one in root.iter(f"{W}tr", f"{W}tc", f"{W}p"):
        if one in boxed:
            continue
        if one.tag != f"{W}p":
            yield one.tag.removeprefix(W)
        elif words := _words(text for text in one.iter(f"{W}t") if text not in boxed):
            style = one.find(f"{W}pPr/{W}pStyle")
            yield f"{'' if style is None else style.get(f'{W}val')}: {words}"
    yield from (_words(box.iter(f"{W}t")) for box in boxes)


def _words(texts: Iterable[etree._Element]) -> str:
    """The words, without the blanks of no width by which the office holds a drawing."""
    return "".join(text.text or "" for text in texts).replace("\u200b", "")


def _document(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml")
