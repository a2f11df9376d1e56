"""A circular as it is printed: words, order and dates are settled before any renderer sees them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.circular import Annex, Attendance, Content, Kind
from generator.model.dossier import Dossier
from generator.views.circular import Form, PrintedCircular, printed_circular
from generator.views.prose import Roster
from tests.conftest import REPOSITORY, SMALL_BUREAU


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The small bureau."""
    found, problems = read_dossier(FilesOnDisk(SMALL_BUREAU))
    assert found is not None, problems
    return found


def changed(dossier: Dossier, *, draft: bool = False, **fields: Any) -> PrintedCircular:
    """The small bureau's circular with some fields changed, ready to print."""
    circular = dossier.years[2021].circulars[0].model_copy(update=fields)
    return printed_circular(dossier, 2021, circular, draft=draft)


def test_the_reference_circular_is_a_notice_and_the_plan_it_issues() -> None:
    """44号: the notice without a list of annexes, then the plan with its roster, as it was issued."""
    dossier, problems = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None, problems
    view = printed_circular(dossier, 2019, dossier.years[2019].circulars[0], draft=False)
    assert view.head.number.endswith("〔2019〕44号")
    assert view.annex_list == ()
    (plan,) = view.parts
    assert plan.label == ""
    assert sum(isinstance(block, Roster) for block in plan.blocks) == 2
    assert view.closing.date == "2019年8月29日"
    assert view.imprint.date == "2019年8月30日印发"
    assert view.imprint.cc.endswith("，存档。")


def test_names_are_joined_and_closed_as_documents_do(dossier: Dossier) -> None:
    """主送 ends with a colon, or with a full stop where it moves to the imprint; 抄送 ends with a full stop."""
    view = changed(dossier, to=("甲局", "乙局"), cc=("丙局", "丁局"))
    assert (view.to, view.imprint.to, view.imprint.cc) == ("甲局，乙局：", "甲局，乙局。", "丙局，丁局。")
    assert (changed(dossier, to=(), cc=()).to, changed(dossier, cc=()).imprint.cc) == ("", "")


def test_only_a_draft_carries_the_word(dossier: Dossier) -> None:
    """送审稿 in a draft, nothing in a release."""
    assert changed(dossier, draft=True).head.draft == "送审稿"
    assert changed(dossier).head.draft == ""


def test_a_given_title_break_is_kept(dossier: Dossier) -> None:
    """Lines written in the data are printed as written; else they are computed."""
    lines = ("松隐县档案馆", "关于做好2021年度目标管理考核工作的通知")
    assert changed(dossier, title_lines=lines).title.lines == lines
    computed = changed(dossier).title
    assert computed.settled
    assert "".join(computed.lines) == computed.text


@pytest.mark.parametrize(
    ("titles", "listed"), [((), ()), (("甲表",), ("甲表",)), (("甲表", "乙表"), ("甲表", "乙表"))]
)
def test_annexes_of_the_circular_itself_are_listed(
    titles: tuple[str, ...], listed: tuple[str, ...], dossier: Dossier
) -> None:
    """附件说明 has each annex's title, in order."""
    annexes = tuple(Annex(title=title, content=Content.TARGET_TABLE) for title in titles)
    assert changed(dossier, annexes=annexes).annex_list == listed


def test_a_joint_issue_names_all_organs_in_mark_and_signature(dossier: Dossier) -> None:
    """The mark's word 文件 is parted from the first organ's name, to stand beside all of them."""
    view = changed(dossier, joint=("松隐县财政局",))
    assert (view.head.organs, view.head.mark_end) == (("松隐县档案馆", "松隐县财政局"), "文件")
    assert view.closing.organs == ("松隐县档案馆", "松隐县财政局")


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (Kind.NOTICE, Form.FILE),
        (Kind.REQUEST, Form.FILE),
        (Kind.LETTER, Form.LETTER),
        (Kind.ORDER, Form.ORDER),
        (Kind.MINUTES, Form.MINUTES),
    ],
)
def test_the_kind_decides_the_form(kind: Kind, form: Form, dossier: Dossier) -> None:
    """函, 命令 and 纪要 have forms of their own; all others have the common one."""
    assert changed(dossier, kind=kind).form is form


def test_an_order_prints_its_serial_alone_and_may_be_sent_to_nobody(dossier: Dossier) -> None:
    """云司令〔2021〕3号 is printed as 第3号, as 令号 are, and there is no 主送."""
    order = changed(dossier, kind=Kind.ORDER, to=())
    assert (order.head.number, order.to) == ("第3号", "")


def test_a_letters_imprint_names_no_printing_body(dossier: Dossier) -> None:
    """The form of a letter has 抄送 only."""
    imprint = changed(dossier, kind=Kind.LETTER).imprint
    assert (imprint.body, imprint.date) == ("", "")
    assert imprint.cc


def test_facts_that_do_not_apply_are_empty_and_others_are_in_words(dossier: Dossier) -> None:
    """A note gets its brackets, attendance its colon, a date its words; what is not written is empty."""
    view = changed(
        dossier,
        note="此件公开发布",
        attendance=(Attendance(role="出席", people="甲、乙"),),
        copy_number="000001",
        signers=("甲",),
        date=date(2021, 3, 9),
    )
    assert view.closing.note == "（此件公开发布）"
    assert view.closing.attendance == (("出席：", "甲、乙"),)
    assert (view.head.copy_number, view.head.secrecy, view.head.signers) == ("000001", "", ("甲",))
    assert view.closing.date == "2021年3月9日"
