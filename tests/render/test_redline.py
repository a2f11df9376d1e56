"""A redline: accepting every change gives the later document, rejecting every change the earlier one."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from generator.model.circular import USUAL_COLUMNS, AnnexColumn
from generator.render.circular_docx.redline.merging import Revision
from generator.render.circular_docx.redline.wording import differences, splitter
from generator.views.annex_table import annex_table
from generator.views.circular import Leaf, Part, PrintedCircular, Title
from generator.views.prose import Block, Heading, Paragraph, Roster, RosterLine, Table
from generator.views.sheet import Column, LineKind, Sheet, SheetLine
from tests.compute.edits import VALUES, YEAR, bureau, edited, targets, with_indicators
from tests.render.circulars import PLACE, circular
from tests.render.test_circular_docx import ORDER
from tests.render.tracked import W, accepted, marks, plain, rejected
from tests.render.word import document, forms, press, story, view

REVISION = Revision("某某县农业局", date(2024, 5, 6), ("政策法规股", "行政执法督查股"))
COLUMNS = (Column("序号", 2, centred=True), Column("目标任务", 8, flexible=True), Column("分值", 4))

words = st.sampled_from(
    [
        *("", "全年开展100场。", "全年开展90场，11月30日前完成。", "要抓紧落实，不得有误。"),
        *("由政策法规股负责。", "由行政执法督查股负责。", "堃喆同志", "“双随机”检查——80%"),
    ]
)
cells = st.sampled_from(["", "1", "2", "0.50", "0.60", "完成任务。", "全年开展100场。", "全年开展90场。"])


def _lines(drawn: list[tuple[int, str, str]]) -> tuple[SheetLine, ...]:
    told = {place: (text, points) for place, text, points in drawn}
    items = [
        SheetLine(LineKind.ITEM, (str(number), text, points), (number, text, points), name=f"ZD01-{place}")
        for number, (place, (text, points)) in enumerate(sorted(told.items()), 1)
    ]
    heading = SheetLine(LineKind.HEADING, ("一、重点",), ("",), span=3, name="key")
    return (heading, *items, SheetLine(LineKind.SUM, ("总计", "9"), ("总计", "9"), span=2, name="sum"))


sheets = st.lists(st.tuples(st.integers(1, 9), cells, cells), max_size=6).map(
    lambda drawn: Sheet(COLUMNS, _lines(drawn), ("示例数据",), ("注",))
)
blocks = st.lists(
    st.one_of(
        words.map(Paragraph),
        words.map(lambda text: Paragraph(text, run_in="（一）强化责任。", level=2)),
        st.sampled_from(["一、总体要求", "二、工作要求"]).map(lambda text: Heading(1, 1, text)),
        st.sampled_from(["王五", "李小四"]).map(lambda name: Roster((RosterLine("组长", name, "局长"),))),
        st.lists(st.tuples(cells, cells), min_size=1, max_size=4).map(
            lambda rows: Table(("项目", "数量"), tuple(rows))
        ),
    ),
    max_size=6,
)


def _title(text: str) -> Title:
    return Title(text, (text,), settled=True, place=PLACE)


def _parts(drawn: tuple[list[Block] | None, list[Sheet]]) -> tuple[Part, ...]:
    enclosed, tables = drawn
    found = [Part("", _title("工作方案"), tuple(enclosed))] if enclosed is not None else []
    return (
        *found,
        *(Part(f"附件{place}", _title("目标考评表"), (), one) for place, one in enumerate(tables, 1)),
    )


circulars = st.builds(
    lambda text, parts, to, day, cc, organs, number: circular(
        blocks=tuple(text),
        parts=parts,
        to=to,
        closing={"date": day, "organs": organs},
        head={"copy_number": number, "organs": organs, "mark_end": "文件" if len(organs) > 1 else ""},
        imprint=replace(circular().imprint, cc=cc),
    ),
    blocks,
    st.tuples(st.none() | blocks, st.lists(sheets, max_size=2)).map(_parts),
    st.sampled_from(["各乡镇人民政府：", "各乡镇人民政府，县直各单位：", ""]),
    st.sampled_from(["2024年3月5日", "2024年11月15日"]),
    st.sampled_from(["县委办公室。", "县委办公室，县人大常委会办公室。", ""]),
    st.sampled_from([("某某县农业局",), ("某某县农业局", "某某县财政局")]),
    st.sampled_from(["", "000012"]),
)


@given(old=circulars, new=circulars)
@settings(max_examples=40)
def test_accepting_gives_the_later_circular_and_rejecting_the_earlier(
    old: PrintedCircular, new: PrintedCircular
) -> None:
    """To the last property: text, styles, tables, sections; of any two circulars."""
    made = press().redline(old, new, REVISION)
    assert accepted(made) == plain(press().docx(new))
    assert rejected(made) == plain(press().docx(old))


def leaf_of(sheet: Sheet) -> Leaf:
    """A table of targets as a file of its own."""
    part = Part("附件1", _title("目标考评表"), (), sheet)
    return Leaf(part, sheet, "附件1 目标考评表", ("某某县农业局",), date(2024, 3, 5), "")


@given(old=sheets, new=sheets)
@settings(max_examples=40)
def test_a_table_alone_does_the_same(old: Sheet, new: Sheet) -> None:
    """Rows that came, went and changed."""
    made = press().leaf_redline(leaf_of(old), leaf_of(new), REVISION)
    assert accepted(made) == plain(press().leaf(leaf_of(new)))
    assert rejected(made) == plain(press().leaf(leaf_of(old)))


@given(sheet=sheets, data=st.data())
@settings(max_examples=30)
def test_a_row_is_known_by_what_it_tells_of(sheet: Sheet, data: Any) -> None:
    """Only the item that went is deleted; those after it only have other numbers."""
    items = [line for line in sheet.lines if line.kind is LineKind.ITEM]
    if not items:
        return
    gone = data.draw(st.sampled_from(items))
    left = [(int(line.name[-1]), *line.cells[1:]) for line in items if line is not gone]
    made = press().leaf_redline(leaf_of(sheet), leaf_of(replace(sheet, lines=_lines(left))), REVISION)
    rows = [mark for mark in marks(made) if mark.getparent().tag == f"{W}trPr"]
    assert [mark.tag for mark in rows if mark.tag != f"{W}trPrChange"] == [f"{W}del"]


@pytest.mark.parametrize("name", [*forms(), "reference"])
def test_two_equal_documents_have_no_changes(name: str) -> None:
    """Nothing is marked, and the text is the document's own."""
    made = press().redline(view(name), view(name), REVISION)
    assert list(marks(made)) == []
    assert plain(made) == plain(document(name))


def test_every_mark_has_a_number_of_its_own_the_author_and_the_day() -> None:
    """The day is the one that is given, never today; where none is known, no day is told."""
    old, new = (
        circular(blocks=(Paragraph(text),)) for text in ("全年开展100场。", "全年开展90场，抓紧落实。")
    )
    found = list(marks(press().redline(old, new, REVISION)))
    assert {mark.get(f"{W}author") for mark in found} == {"某某县农业局"}
    assert {mark.get(f"{W}date") for mark in found} == {"2024-05-06T00:00:00Z"}
    assert len({mark.get(f"{W}id") for mark in found}) == len(found) > 1
    undated = press().redline(old, new, REVISION._replace(day=None))
    assert {mark.get(f"{W}date") for mark in marks(undated)} == {None}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("plain", name) for name in (*forms(), "reference")),
        *((name, "plain") for name in (*forms(), "reference")),
        ("minutes", "order"),
        ("letter", "joint"),
    ],
)
def test_any_two_forms_are_merged_and_an_auditor_of_the_format_finds_nothing(
    old: str, new: str, tmp_path: Path
) -> None:
    """However much differs; schema, order and numbers are as the Open XML SDK wants them: nothing needs repair."""
    made = press().redline(view(old), view(new), REVISION)
    assert (accepted(made), rejected(made)) == (plain(document(new)), plain(document(old)))
    file = tmp_path / "redline.docx"
    file.write_bytes(made)
    assert [error.description for error in OpenXmlValidator().validate(file).errors] == []
    drawings: Counter[str] = Counter()
    for _, root in story(made):
        drawings.update(mark.get("id", "") for mark in root.iter() if mark.tag.endswith("}docPr"))
        for element in root.iter():
            order = ORDER.get(element.tag.removeprefix(W), "").split()
            places = [order.index(child.tag.removeprefix(W)) for child in element if order]
            assert places == sorted(places), [child.tag for child in element]
    assert [number for number, count in drawings.items() if count > 1] == []


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing in the file comes from the clock or from chance."""
    old, new = view("blocks"), circular()
    assert press().redline(old, new, REVISION) == press().redline(old, new, REVISION)
    with zipfile.ZipFile(io.BytesIO(press().redline(old, new, REVISION))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("由政策法规股负责", "由行政执法督查股负责", "由[政策法规股→行政执法督查股]负责"),
        ("2019年9月30日前完成", "2019年12月31日前完成", "[2019年9月30日→2019年12月31日]前完成"),
        ("不少于100场", "不少于10场", "不少于[100→10]场"),
        ("分值0.50分", "分值0.60分", "分值[0.50→0.60]分"),
        ("开展3次检查，覆盖80%", "开展4次检查，覆盖95%", "开展[3→4]次检查，覆盖[80%→95%]"),
        ("提高社会认可度", "增强群众满意度", "[提高社会认可→增强群众满意]度"),
        ("每起扣0.5分", "每起扣0.5分，扣完为止", "每起扣0.5分[→，扣完为止]"),
        ("全年排查四次", "排查四次", "[全年→]排查四次"),
        ("", "新增", "[→新增]"),
        ("一样", "一样", "一样"),
    ],
)
def test_a_reader_sees_words_change_not_letters(old: str, new: str, told: str) -> None:
    """Names, days and numbers change whole; scraps of equal text between two changes change with them."""
    split = splitter(REVISION.names)
    was, now = split(old), split(new)
    shown = "".join(
        "".join(now[one.new]) if one.same else f"[{''.join(was[one.old])}→{''.join(now[one.new])}]"
        for one in differences(was, now, length=lambda word: len(str(word)))
    )
    assert shown == told


@given(old=st.text("甲乙1年月日股。", max_size=40), new=st.text("甲乙1年月日股。", max_size=40))
def test_no_word_is_lost_between_two_texts(old: str, new: str) -> None:
    """The stretches cover both texts, in turns, and what is called equal is."""
    split = splitter(())
    was, now = split(old), split(new)
    found = differences(was, now, length=lambda word: len(str(word)))
    assert [word for one in found for word in was[one.old]] == was
    assert [word for one in found for word in now[one.new]] == now
    assert all(was[one.old] == now[one.new] for one in found if one.same)
    assert not [one for one, other in pairwise(found) if one.same is other.same]


@given(data=st.data())
@settings(max_examples=30)
def test_any_edits_of_a_plan_are_told_and_taken_back(data: Any) -> None:
    """Fields changed, targets dropped: the table of the new plan, or that of the old."""
    new = bureau()
    for _ in range(data.draw(st.integers(1, 4))):
        field = data.draw(st.sampled_from(sorted(VALUES)))
        new = edited(new, data.draw(st.sampled_from(targets(new))), field, data.draw(VALUES[field]))
    kept = new.years[YEAR].indicators
    if data.draw(st.booleans()):
        gone = data.draw(st.sampled_from(kept))
        kept = tuple(one for one in kept if one is not gone)
    columns = data.draw(st.sampled_from([USUAL_COLUMNS, tuple(AnnexColumn)]))
    was, now = (
        leaf_of(annex_table(year, of))
        for year, of in (
            (bureau().years[YEAR], USUAL_COLUMNS),
            (with_indicators(new, kept).years[YEAR], columns),
        )
    )
    made = press().leaf_redline(was, now, REVISION)
    assert accepted(made) == plain(press().leaf(now))
    assert rejected(made) == plain(press().leaf(was))


def test_texts_that_nobody_wrote_are_exchanged_whole() -> None:
    """Thousands of the same few words in another order would be compared for minutes; what stays at the ends stays."""
    old, new = "头" + "甲乙" * 990 + "尾", "头" + "乙甲丙" * 660 + "尾"
    found = differences(old, new, length=lambda word: len(str(word)))
    assert [(old[one.old], new[one.new]) for one in found if one.same] == [("头", "头"), ("尾", "尾")]
    assert len(found) == 3  # beginning, what was exchanged, end
