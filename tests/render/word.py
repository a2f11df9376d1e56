"""Circulars as DOCX for tests: the reference with its annexes, and one circular of each form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.render.circular_docx.press import DocxPress
from generator.views.annexes import annexes
from generator.views.circular import Form, Imprint, Part, PrintedCircular, Title, printed_circular
from generator.views.prose import Heading, Paragraph, Roster, RosterLine, Table
from generator.views.title import break_title
from tests.conftest import REPOSITORY
from tests.render.circulars import PLACE, circular, lines_of_text
from tests.render.office import printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ORGANS = ("某某县农业局", "某某县人力资源和社会保障局")
_BLOCKS = (
    Heading(1, 1, "一、总体要求"),
    Paragraph("要抓紧落实。"),
    Heading(2, 2, "（一）工作目标"),
    Heading(3, 3, "1.播种面积"),
    Heading(4, 4, "（1）早稻"),
    Paragraph("要压实责任。", run_in="（二）强化责任。", level=2),
    Roster(
        (
            RosterLine("组长", "王五", "局长"),
            RosterLine("副组长", "李小四", "副局长"),
            RosterLine("成员", "欧阳建国", "某某股股长、" * 6),
            RosterLine("", "赵六", note="（兼）"),
        )
    ),
    Table(
        ("项目", "数量", "说明"), (("早稻", "100亩", "县农业局负责落实"), ("晚稻", "200亩", "按时上报进度"))
    ),
)


def reference(*, draft: bool = False, bound: bool = True) -> PrintedCircular:
    """The reference circular, with its annexes bound to it or without, as the public may see it."""
    dossier, _ = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None
    public = public_dossier(dossier)
    year = public.years[2019]
    circular_ = year.circulars[0]
    return printed_circular(
        public, 2019, circular_, draft=draft, annexes=annexes(year, circular_) if bound else ()
    )


@cache
def forms() -> Mapping[str, PrintedCircular]:
    """One circular of each form, and those whose lines fall badly."""
    enclosed = Part("", Title("办法", ("某某县管理办法",), settled=True, place=PLACE), lines_of_text(25))
    annex = Part("附件", Title("清单", ("清单",), settled=True, place=PLACE), lines_of_text(5))
    return {
        "plain": circular(),
        "full": circular(blocks=(Paragraph("要认真贯彻执行上级决定" * 140 + "。"),)),
        "blocks": circular(blocks=_BLOCKS, annex_list=("目标考评表", "落实情况季度报表" * 5)),
        "draft": circular(head={"draft": "送审稿"}, blocks=lines_of_text(30)),
        "labels": circular(head={"copy_number": "000012", "secrecy": "机密★1年", "urgency": "特急"}),
        "signers": circular(head={"signers": ("王小明", "李四", "欧阳建国")}),
        "joint": circular(head={"organs": _ORGANS, "mark_end": "文件"}, closing={"organs": _ORGANS}),
        "unsealed": circular(closing={"sealed": False, "note": "（此件公开发布）"}),
        "letter": replace(
            circular(form=Form.LETTER, head={"organs": ("某某县农业局",)}, blocks=lines_of_text(25)),
            imprint=Imprint("", "县委办公室。", "", ""),
        ),
        "order": circular(
            form=Form.ORDER,
            head={"organs": ("某某县人民政府令",), "number": "第3号"},
            to="",
            closing={"post": "县长", "sealed": False},
        ),
        "minutes": circular(
            form=Form.MINUTES,
            head={"organs": ("某某县农业局局务会议纪要",)},
            to="",
            closing={"attendance": (("出席：", "王小明、李四"), ("请假：", "张三"))},
        ),
        "late": circular(to="各乡镇人民政府，" * 24 + "县直各单位："),
        "sent_on": circular(blocks=(*lines_of_text(4), *lines_of_text(4))),
        "no_room": circular(blocks=(*lines_of_text(8), *lines_of_text(20))),
        "enclosed": circular(parts=(enclosed, annex)),
        **hard(),
        "rare": circular(closing={"organs": ("某某县堃喆局",)}, blocks=(Paragraph("王堃喆同志负责。"),)),
    }


@cache
def hard() -> Mapping[str, PrintedCircular]:
    """Circulars that hardly fit: all there is of title, recipients or annexes, and next to nothing of text."""
    words = (
        "关于进一步加强和改进全县司法行政系统社区矫正安置帮教人民调解法律援助公证律师普法依法治理行政复议"
        "行政执法监督等各项工作切实维护社会和谐稳定的实施意见的补充通知要求"
    )
    recipients = "，".join(
        f"{name}乡人民政府"
        for name in "东西南北上下前后左右大小高平长清白青金银石木山水云龙凤鹤松竹梅兰安宁和顺福寿永新"
    )
    return {
        "long title": circular(title=Title(words, break_title(words, ())[0], settled=True, place=PLACE)),
        "two lines": circular(blocks=lines_of_text(2)),
        "twelve annexes": circular(
            blocks=lines_of_text(3),
            annex_list=tuple(f"第{number}项工作任务分解表" for number in range(1, 13)),
        ),
        "forty recipients": circular(
            to=f"{recipients}：",
            imprint=Imprint(f"{recipients}。", "县委办公室。", "某某县农业局", "2024年3月6日印发"),
        ),
    }


@cache
def lengths() -> Mapping[str, PrintedCircular]:
    """Texts that end at every place where signature or imprint just fit or just do not."""
    long = {
        f"{count} lines": lines_of_text(count) for count in (1, *range(4, 10), *range(21, 32), *range(43, 51))
    }
    two = {f"{count} and 2 lines": (*lines_of_text(count), *lines_of_text(2)) for count in range(4, 9)}
    plain = {name: circular(blocks=blocks) for name, blocks in {**long, **two}.items()}
    listed = {f"{count} lines, annexes": lines_of_text(count) for count in range(20, 29)}
    return {
        **plain,
        **{name: circular(blocks=text, annex_list=("甲", "乙", "丙")) for name, text in listed.items()},
    }


@cache
def press() -> DocxPress:
    """The press with the committed template."""
    return DocxPress(REPOSITORY)


@cache
def document(name: str) -> bytes:
    """The DOCX of a form by its name, or of the reference: with its annexes, unbound, or for sheets with two sides."""
    return (DocxPress(REPOSITORY, mirrored=True) if name == "duplex" else press()).docx(view(name))


def view(name: str) -> PrintedCircular:
    """A circular by its name."""
    if name in ("reference", "unbound", "duplex", "reference draft"):
        return reference(bound=name != "unbound", draft=name.endswith("draft"))
    return {**forms(), **lengths()}[name]


@cache
def pages() -> Mapping[str, bytes]:
    """The PDF that LibreOffice makes of everything."""
    return printed(
        {
            name: document(name)
            for name in (*forms(), *lengths(), "reference", "unbound", "duplex", "reference draft")
        }
    )


def parts(docx: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def story(docx: bytes) -> Iterator[tuple[str, ET.Element]]:
    """Every part that holds text, with its name."""
    for name, content in parts(docx).items():
        if name.startswith(("word/document", "word/header", "word/footer")):
            yield name, ET.fromstring(content)


def words(docx: bytes) -> str:
    """The words of the document itself, in the order they stand."""
    root = ET.fromstring(parts(docx)["word/document.xml"])
    return "".join(text.text or "" for text in root.iter(f"{W}t"))
