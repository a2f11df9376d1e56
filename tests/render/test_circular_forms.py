"""The standard's other heads and closings: to a superior, joint, letter, order, minutes."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest

from generator.inspect.inspection import inspect
from generator.inspect.report import Outcome
from generator.views.circular import Form, Imprint, PrintedCircular
from generator.views.prose import Paragraph
from tests.render.circulars import artifacts, circular, ink, lines, lines_of_text, press, printed, words

CELL = (156 - 16 * 25.4 / 72) / 27
PITCH = (225 - 16 * 25.4 / 72) / 21
MM = 25.4 / 72


def test_a_document_to_a_superior_has_its_number_left_and_its_signer_right() -> None:
    """One character in at each side, on one line; 签发人 in 仿宋, the name in 楷体; the rule 4 mm below."""
    view = circular(head={"signers": ("王小明",)})
    pdf = printed(view)
    row = lines(pdf)[1]
    assert row.text == "某农〔2024〕7号签发人：王小明"
    assert row.left == pytest.approx(28 + CELL, abs=0.1)
    assert row.right == pytest.approx(184 - CELL, abs=0.3)
    fonts = {char["text"]: char["fontname"] for char in pdf.pages[0].chars}
    assert fonts["签"].endswith("FandolFang-Regular")
    assert fonts["明"].endswith("FandolKai-Regular")
    number, rule = ink(press().pdf(view))[1:3]
    assert rule[0] - number[1] == pytest.approx(4, abs=0.5)


def test_several_signers_stand_two_to_a_line_and_the_number_beside_the_last() -> None:
    """Names are aligned below each other; the document's number is on the last line of names."""
    pdf = printed(circular(head={"signers": ("王小明", "李四", "欧阳建国")}))
    first, second = lines(pdf)[1:3]
    assert first.text == "签发人：王小明李四"
    assert second.text == "某农〔2024〕7号欧阳建国"
    assert first.right == pytest.approx(184 - CELL, abs=0.3)
    starts = {char["text"]: char["x0"] for char in pdf.pages[0].chars if char["text"] in "王欧"}
    assert starts["王"] == pytest.approx(starts["欧"], abs=0.1)


def test_a_joint_mark_lists_the_organs_with_the_word_file_beside_them() -> None:
    """Organs of equal width below each other, 文件 at their right, the whole centred and inside the margins."""
    organs = ("某某县农业局", "某某县人力资源和社会保障局")
    view = circular(head={"organs": organs, "mark_end": "文件"}, closing={"organs": organs})
    red = [char for char in printed(view).pages[0].chars if char["non_stroking_color"] == (1, 0, 0)]
    assert sorted(char["text"] for char in red) == sorted("".join((*organs, "文件")))
    left, right = min(char["x0"] for char in red) * MM, max(char["x1"] for char in red) * MM
    assert 28 <= left < right <= 184
    assert (left + right) / 2 == pytest.approx(106, abs=0.5)
    mark = ink(press().pdf(view))[0]
    assert mark[0] == pytest.approx(72, abs=0.5)


@pytest.mark.parametrize("count", [2, 3, 5])
def test_joint_seals_neither_touch_each_other_nor_leave_the_type_area(count: int) -> None:
    """Every organ has the place of its own seal, centred on its name; the date stands below the last."""
    organs = tuple(f"某某县第{'一二三四五'[index]}局" for index in range(count))
    pdf = printed(circular(head={"draft": "送审稿"}, closing={"organs": organs}))
    seals = [curve for page in pdf.pages for curve in page.curves]
    names = {line.text: line for line in lines(pdf)}
    centres = [
        ((seal["x0"] + seal["x1"]) / 2 * MM, (seal["top"] + seal["bottom"]) / 2 * MM) for seal in seals
    ]
    assert len(centres) == count
    for index, (x, y) in enumerate(centres):
        assert all((x - u) ** 2 + (y - v) ** 2 > 42**2 for u, v in centres[index + 1 :])
        assert 28 + 21 <= x <= 184 - 21
    date = names["2024年3月5日"]
    assert min(abs((date.left + date.right) / 2 - x) for x, _ in centres) < 0.1
    assert all(organ in words(pdf) for organ in organs)


def test_joint_signatures_without_seals_stand_below_each_other() -> None:
    """Names spread to one width, two characters from the right; the date begins two after their start."""
    organs = ("某某县农业局", "某某县人力资源和社会保障局")
    first, second, date = lines(printed(circular(closing={"organs": organs, "sealed": False})))[-5:-2]
    assert (first.text, second.text) == organs
    assert (first.left, first.right) == pytest.approx((second.left, second.right), abs=0.3)
    assert second.right == pytest.approx(184 - 2 * CELL, abs=0.3)
    assert date.left - second.left == pytest.approx(2 * CELL, abs=0.1)


def drafts() -> dict[str, PrintedCircular]:
    """Drafts that show what no release shows: seals' places side by side, a draft's name on a blank page."""
    organs = ("某某县档案馆", "某某县财政局", "某某县人力资源和社会保障局")
    head = {"draft": "送审稿"}
    recipients = "，".join(f"某某县{name}乡人民政府" for name in "东西南北上下前后左右大小高平长清" * 2)
    return {
        "joint": circular(
            blocks=lines_of_text(9),
            head={**head, "organs": organs, "mark_end": "文件"},
            closing={"organs": organs},
        ),
        "order": circular(
            form=Form.ORDER,
            blocks=lines_of_text(3),
            to="",
            head={**head, "organs": ("某某县人民政府令",), "number": "第12号"},
            closing={"post": "县长"},
        ),
        "blank page": circular(head=head, blocks=lines_of_text(32), closing={"sealed": False}),
        "many recipients": circular(
            head=head,
            blocks=lines_of_text(16),
            to=f"{recipients}：",
            imprint=Imprint(f"{recipients}。", "县委办公室。", "某某县农业局", "2024年3月6日印发"),
        ),
    }


@pytest.mark.parametrize("name", drafts())
def test_a_draft_fails_no_row_for_being_one(name: str) -> None:
    """What stands for a seal, 送审稿 and a long list in the imprint are not taken for the circular's own text."""
    report = inspect(press().pdf(drafts()[name]), name)
    assert [(one.row.id, one.value) for one in report.results if one.outcome is Outcome.FAILED] == []


def letter(**changes: object) -> bytes:
    """A letter of two pages."""
    view = circular(form=Form.LETTER, head={"organs": ("某某县农业局",)}, blocks=lines_of_text(25), **changes)
    return press().pdf(replace(view, imprint=Imprint("", "县委办公室。", "", "")))


def test_a_letter_has_its_mark_and_double_rules_where_the_standard_has_them() -> None:
    """Mark 30 mm from the paper's top, double rules of 170 mm 4 mm below it and 20 mm from the bottom."""
    bands = ink(letter())
    assert bands[0][0] == pytest.approx(30, abs=0.5)
    assert bands[1][0] - bands[0][1] == pytest.approx(4, abs=0.5)
    assert bands[-1][1] == pytest.approx(277, abs=0.5)
    thickness = [band[1] - band[0] for band in (*bands[1:3], *bands[-2:])]
    assert thickness == pytest.approx([1, 0.35, 0.35, 1], abs=0.1)
    for band in (*bands[1:3], *bands[-2:]):
        assert (band[2], band[3]) == pytest.approx((20, 190), abs=0.2)


def test_a_letter_has_its_number_right_and_no_number_on_its_first_page() -> None:
    """The document number ends at the right edge; only the first page goes without a page number."""
    pdf = pdfplumber.open(io.BytesIO(letter()))
    number = next(line for line in lines(pdf) if line.text == "某农〔2024〕7号")
    assert number.right == pytest.approx(184, abs=0.3)
    assert [len(artifacts(page)) for page in pdf.pages] == [0, 1]


def test_a_letters_imprint_has_neither_rules_nor_printing_body() -> None:
    """抄送 alone stands at the foot of the last page."""
    pdf = pdfplumber.open(io.BytesIO(letter()))
    assert lines(pdf)[-1].text == "抄送：县委办公室。"
    assert pdf.pages[-1].rects == []


def test_an_order_has_its_mark_higher_and_the_place_of_the_signers_stamp() -> None:
    """The mark is 20 mm below the type area's top; the post stands before the stamp, the date right by four."""
    view = circular(
        form=Form.ORDER,
        to="",
        head={"organs": ("某某县人民政府令",), "number": "第12号", "draft": "送审稿"},
        closing={"post": "县长"},
    )
    pdf = press().pdf(view)
    assert ink(pdf)[1][0] == pytest.approx(57, abs=0.5)
    opened = pdfplumber.open(io.BytesIO(pdf))
    found = {line.text: line for line in lines(opened)}
    (stamp,) = (rect for rect in opened.pages[0].rects if rect["height"] * MM > 10)
    assert view.title.text not in found
    assert stamp["x1"] * MM == pytest.approx(184 - 4 * CELL, abs=0.1)
    assert found["县长"].right == pytest.approx(stamp["x0"] * MM - 2 * CELL, abs=0.3)
    assert found["2024年3月5日"].right == pytest.approx(184 - 4 * CELL, abs=0.3)


def test_minutes_list_who_was_there_and_have_neither_signature_nor_seal() -> None:
    """出席 and 列席 in 黑体, two characters in, further lines below the first name; organ and date in the head."""
    people = "、".join(["王小明", "李四", "欧阳建国"] * 3)
    view = circular(
        form=Form.MINUTES,
        to="",
        blocks=(Paragraph("会议研究了有关事项。"),),
        head={"organs": ("某某县农业局局长办公会议纪要",), "draft": "送审稿"},
        closing={"attendance": (("出席：", people), ("列席：", "赵六"))},
    )
    pdf = printed(view)
    rows = [line for line in lines(pdf) if line.page == 1]
    first = next(index for index, line in enumerate(rows) if line.text.startswith("出席："))
    present, rest, others = rows[first : first + 3]
    assert present.left == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert rest.left == pytest.approx(28 + 5 * CELL, abs=0.1)
    assert others.text == "列席：赵六"
    assert present.baseline - rows[first - 1].baseline == pytest.approx(2 * PITCH, abs=0.05)
    heavy = [char["text"] for char in pdf.pages[0].chars if char["fontname"].endswith("FandolHei-Regular")]
    assert "".join(heavy) == "送审稿出席：列席："
    assert any(line.text == "某某县农业局2024年3月5日" for line in rows)
    assert not any(page.curves for page in pdf.pages)
