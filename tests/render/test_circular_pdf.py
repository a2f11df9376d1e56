"""The common form of a circular as PDF, measured: the grid, the head, the signature, the imprint, the archive."""

from __future__ import annotations

import io
import os
import time
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pypdfium2
import pytest

from generator.problem import Level, Place
from generator.render.circular_pdf.press import CircularPress
from generator.views.circular import Part, Title
from generator.views.prose import Heading, Paragraph, Roster, RosterLine, Table
from tests.conftest import REPOSITORY
from tests.render.circulars import (
    PLACE,
    artifacts,
    circular,
    fonts,
    ink,
    lines,
    lines_of_text,
    press,
    printed,
    rules,
    words,
)

PITCH = (225 - 16 * 25.4 / 72) / 21
CELL = (156 - 16 * 25.4 / 72) / 27
BASELINE = 0.8 * 16 * 25.4 / 72
"""Where the first line's baseline is below the top of the type area."""


def test_a_full_page_has_22_lines_on_an_exact_grid() -> None:
    """The 22 baselines of a page in the middle of a long text stand where the grid has them, to 0.02 mm."""
    page = [line for line in lines(printed(circular(blocks=lines_of_text(60)))) if line.page == 2]
    assert [line.baseline for line in page] == pytest.approx(
        [37 + BASELINE + row * PITCH for row in range(22)], abs=0.02
    )


def test_a_plain_line_has_28_characters_from_edge_to_edge() -> None:
    """Every full line of plain characters holds exactly 28 and fills the 156 mm of the type area."""
    page = [line for line in lines(printed(circular(blocks=lines_of_text(60)))) if line.page == 2]
    assert {len(line.text) for line in page} == {28}
    assert [line.left for line in page] == pytest.approx([28] * 22, abs=0.05)
    assert [line.right for line in page] == pytest.approx([184] * 22, abs=0.05)


def test_the_ink_of_a_full_page_fills_the_type_area() -> None:
    """First line's top, 22nd line's bottom and both sides of what is seen lie within 0.5 mm of the type area."""
    bands = [band for band in ink(press().pdf(circular(blocks=lines_of_text(60))), 1) if band[1] < 263]
    top, bottom = bands[0][0], bands[-1][1]
    left, right = min(band[2] for band in bands), max(band[3] for band in bands)
    # The ink of 国 keeps up to 0.17 em from the sides of its square.
    assert 37 <= top <= 37.5
    assert 261.5 <= bottom <= 262
    assert 28 <= left <= 29
    assert 183 <= right <= 184


def test_paragraphs_are_indented_by_two_characters() -> None:
    """First lines begin two characters in, also where they begin with a bracket or a quotation mark."""
    openings = ("国", "（", "“", "《")
    blocks = tuple(Paragraph(opening + "国" * 40) for opening in openings)
    first = [line for line in lines(printed(circular(blocks=blocks))) if line.text[0] in openings]
    starts = [line.left for line in first if line.text[0] != "国" or line.left > 30]
    assert starts[:4] == pytest.approx([28 + 2 * CELL] * 4, abs=0.05)


@pytest.mark.parametrize(
    ("level", "font"),
    [
        (1, "FandolHei-Regular"),
        (2, "FandolKai-Regular"),
        (3, "FandolFang-Regular"),
        (4, "FandolFang-Regular"),
    ],
)
def test_headings_have_the_font_of_their_level(level: int, font: str) -> None:
    """一、 in 黑体, （一） in 楷体, the others in 仿宋, all of the size of the text and on its grid."""
    blocks = (Paragraph("国" * 28), Heading(level, 1, "标题"), Paragraph("国" * 10))
    heading, after = lines(printed(circular(blocks=blocks)))[-6:-4]
    assert (heading.text, heading.font, heading.size) == ("标题", font, 16)
    assert after.baseline - heading.baseline == pytest.approx(PITCH, abs=0.02)


def test_a_run_in_heading_keeps_the_line_of_its_text() -> None:
    """（一）…。 in 楷体 runs on into 仿宋 on one baseline."""
    pdf = printed(circular(blocks=(Paragraph("要认真落实。", "（一）落实责任。", 2),)))
    row = [char for char in pdf.pages[0].chars if char["text"] in "落实责任要认真"]
    assert {char["fontname"].partition("+")[2] for char in row} == {"FandolKai-Regular", "FandolFang-Regular"}
    assert max(char["matrix"][5] for char in row) - min(char["matrix"][5] for char in row) < 0.01


def test_the_head_stands_where_the_standard_has_it() -> None:
    """Mark, number, red rule, title and 主送 are at the standard's distances, within 0.5 mm."""
    mark, number, rule, title, to = ink(press().pdf(circular()))[:5]
    blank = PITCH
    assert mark[0] == pytest.approx(72, abs=0.5)
    assert (mark[2] + mark[3]) / 2 == pytest.approx(106, abs=0.5)
    assert number[0] - mark[1] == pytest.approx(2 * blank, abs=0.5)
    assert (number[2] + number[3]) / 2 == pytest.approx(106, abs=0.5)
    assert rule[0] - number[1] == pytest.approx(4, abs=0.5)
    assert (rule[2], rule[3]) == pytest.approx((28, 184), abs=0.1)
    assert title[0] - rule[1] == pytest.approx(2 * blank, abs=0.5)
    assert to[0] - title[1] == pytest.approx(blank, abs=0.7)  # the ink of this line keeps off its square


def test_the_head_is_red_and_the_text_black() -> None:
    """The mark and its rule are red; everything else is black."""
    page = printed(circular()).pages[0]
    red = "".join(char["text"] for char in page.chars if char["non_stroking_color"] == (1, 0, 0))
    assert red == "某某县农业局文件"
    assert {char["non_stroking_color"] for char in page.chars} == {(1, 0, 0), (0,)}
    assert [rect["non_stroking_color"] for rect in page.rects] == [(1, 0, 0)]


def test_a_long_mark_is_narrowed_and_keeps_its_height() -> None:
    """A mark of 17 characters fits between the edges and is as tall as a short one."""
    short, long = (
        ink(press().pdf(circular(head={"organs": (organ,)})))[0]
        for organ in ("某某县农业局文件", "中共某某县委农业农村工作办公室文件")
    )
    assert 28 <= long[2] < long[3] <= 184
    assert long[1] - long[0] == pytest.approx(short[1] - short[0], abs=1.5)


def test_copy_number_secrecy_and_urgency_stand_on_the_first_lines() -> None:
    """份号, 密级 and 紧急程度 begin at the left edge of lines 1 to 3, the last two in 黑体."""
    head = {"copy_number": "000012", "secrecy": "机密★1年", "urgency": "特急"}
    rows = lines(printed(circular(head=head)))[:3]
    assert [row.text for row in rows] == ["000012", "机密★1年", "特急"]
    assert [row.left for row in rows] == pytest.approx([28] * 3, abs=0.05)
    assert [row.baseline for row in rows] == pytest.approx(
        [37 + BASELINE + row * PITCH for row in range(3)], abs=0.05
    )
    assert [row.font for row in rows] == ["FandolFang-Regular", "FandolHei-Regular", "FandolHei-Regular"]


def test_with_a_seal_the_signature_is_centred_over_the_date() -> None:
    """The date ends four characters from the right edge, and the signature has its middle."""
    signature, date = lines(printed(circular()))[-4:-2]
    assert (signature.text, date.text) == ("某某县农业局", "2024年3月5日")
    assert date.right == pytest.approx(184 - 4 * CELL, abs=0.2)
    assert (signature.left + signature.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=0.1)
    assert date.baseline - signature.baseline == pytest.approx(PITCH, abs=0.02)


def test_the_seals_place_is_within_a_line_of_the_text_and_not_on_it() -> None:
    """A draft shows where the seal goes: 42 mm wide, centred on the date, its top at most a line below the text."""
    pdf = printed(circular(head={"draft": "送审稿"}))
    (curve,) = pdf.pages[0].curves
    date = next(line for line in lines(pdf) if line.text == "2024年3月5日")
    text = next(line for line in lines(pdf) if line.text.endswith("执行。"))
    below_text = curve["top"] * 25.4 / 72 - (text.baseline + 0.2 * 16 * 25.4 / 72)
    assert curve["width"] * 25.4 / 72 == pytest.approx(42, abs=0.2)
    assert (curve["x0"] + curve["x1"]) / 2 * 25.4 / 72 == pytest.approx((date.left + date.right) / 2, abs=0.1)
    assert 0 < below_text <= PITCH


@pytest.mark.parametrize("organ", ["农业局", "某某县农业局", "某某县人民政府农业农村工作领导小组办公室"])
def test_without_a_seal_the_date_begins_two_characters_after_the_signature(organ: str) -> None:
    """A blank line, the signature, the date two characters in from it; what reaches furthest ends two from the right."""
    pdf = printed(circular(closing={"sealed": False, "organs": (organ,)}))
    text, signature, date = lines(pdf)[-5:-2]
    assert signature.baseline - text.baseline == pytest.approx(2 * PITCH, abs=0.02)
    assert date.left - signature.left == pytest.approx(2 * CELL, abs=0.1)
    assert max(signature.right, date.right) == pytest.approx(184 - 2 * CELL, abs=0.2)


@pytest.mark.parametrize("sealed", [True, False])
def test_the_signature_always_has_text_on_its_page(sealed: bool) -> None:  # noqa: FBT001  # a case, not an option
    """Whatever the text's length, its last line stands on the page of the signature, and nothing is lost."""
    for count in range(1, 34):
        view = circular(blocks=lines_of_text(count), closing={"sealed": sealed})
        pdf = printed(view)
        found = lines(pdf)
        signature = next(line.page for line in found if line.text == "某某县农业局" and line.size == 16)
        assert any(line.page == signature and line.text.endswith("国。") for line in found), count
        assert words(pdf).count("国") == 28 * count - 3, count


@pytest.mark.parametrize("count", [3, 14, 40])
def test_a_roster_or_table_at_the_end_of_the_text_is_printed_whole(count: int) -> None:
    """Text that ends with a roster, or with a table longer than a page, loses nothing to its signature."""
    roster = Roster(tuple(RosterLine("", f"王{'甲乙丙丁'[row % 4]}明", "科员") for row in range(count)))
    table = Table(("序号",), tuple((f"第{row}行",) for row in range(count)))
    for block, word in ((roster, "科员"), (table, "行")):
        pdf = printed(circular(blocks=(Paragraph("国" * 28 * 5), block)))
        assert words(pdf).count(word) == count
        assert len(pdf.pages) % 2 == 0


def test_a_circular_without_text_is_still_set() -> None:
    """No text at all, as an empty file gives, is a page and not a failure."""
    assert "2024年3月5日" in words(printed(circular(blocks=())))


def test_margins_are_mirrored_only_for_sheets_bound_on_both_sides() -> None:
    """The text of even pages moves by the two millimetres between the margins; odd pages and numbers follow."""
    view = circular(blocks=lines_of_text(60))
    mirrored = pdfplumber.open(io.BytesIO(CircularPress(REPOSITORY, fonts(), mirrored=True).pdf(view)))
    starts = [min(line.left for line in lines(mirrored) if line.page == page) for page in (1, 2, 3)]
    assert starts == pytest.approx([28, 26, 28], abs=0.1)
    assert artifacts(mirrored.pages[1])[0].left == pytest.approx(26 + 4.94, abs=0.1)


def test_lines_taken_along_to_the_signature_are_cut_where_they_end() -> None:
    """When the last lines move to the signature's page, the line before them is full and none begins with a mark."""
    sentence = "各单位要高度重视，认真组织实施《方案》（以下简称“方案”），确保2024年12月31日前完成。"
    for count in range(2, 14):
        found = lines(printed(circular(blocks=(Paragraph(sentence * count),))))
        pages = Counter(line.page for line in found)
        before = [line for line in found if line.page == 1][-1]
        assert not any(line.text[0] in "，。）》”" for line in found), count
        if len(pages) > 1 and before.text[0] != "2":
            assert before.right == pytest.approx(184, abs=3), (
                count
            )  # a closing mark's empty half may hang out


def test_the_imprint_is_at_the_foot_of_an_even_last_page() -> None:
    """Rules of 0.35 and 0.25 mm across the type area, the last one on its lower edge, 14 pt, one character in."""
    for count in range(1, 60, 7):
        pdf = printed(circular(blocks=lines_of_text(count)))
        assert len(pdf.pages) % 2 == 0, count
        first, inner, last = rules(pdf.pages[-1])[-3:]
        assert [rule[:2] for rule in (first, inner, last)] == [pytest.approx((28, 184), abs=0.05)] * 3
        thickness = [rule[3] - rule[2] for rule in (first, inner, last)]
        assert thickness == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
        assert last[3] == pytest.approx(262, abs=0.05)
    sent, issued = lines(pdf)[-2:]
    assert (sent.text, issued.text) == ("抄送：县委办公室。", "某某县农业局2024年3月6日印发")
    assert (sent.size, issued.size) == pytest.approx((14, 14))
    assert (sent.left, issued.left) == pytest.approx((28 + 4.94, 28 + 4.94), abs=0.1)
    assert issued.right == pytest.approx(184 - 4.94, abs=0.1)


def test_a_blank_page_before_the_imprint_has_no_number_nor_has_the_imprints() -> None:
    """Text that fills an even page leaves the next one blank; neither it nor the imprint's page is numbered."""
    full = next(
        pdf
        for count in range(25, 33)
        if len((pdf := printed(circular(blocks=lines_of_text(count), closing={"sealed": False}))).pages) == 4
    )
    assert [bool(artifacts(page)) for page in full.pages] == [True, True, False, False]
    assert full.pages[2].chars == []


def test_the_text_and_the_imprint_never_touch() -> None:
    """Where the imprint shares the last page with the text, two millimetres or more lie between them."""
    for count in range(9, 34):
        pdf = printed(circular(blocks=lines_of_text(count)))
        top = rules(pdf.pages[-1])[-3][2]
        above = [line for line in lines(pdf) if line.page == len(pdf.pages) and line.baseline < top]
        assert all(line.baseline + 1.1 + 2 <= top + 0.1 for line in above), count


def test_page_numbers_stand_outside_below_the_type_area() -> None:
    """— 1 — with its dash 7 mm below the type area, right by a character on odd pages, left on even ones."""
    pdf = press().pdf(circular(blocks=lines_of_text(60)))
    pages = pdfplumber.open(io.BytesIO(pdf)).pages
    odd, even = (artifacts(page)[0] for page in pages[:2])
    assert (odd.text, even.text) == ("—1—", "—2—")
    assert (odd.size, odd.font) == (14, "FandolSong-Regular")
    assert odd.right == pytest.approx(184 - 4.94, abs=0.1)
    assert even.left == pytest.approx(28 + 4.94, abs=0.1)
    assert odd.baseline - 0.311 * 14 * 25.4 / 72 == pytest.approx(269, abs=0.05)  # the dash's upper edge


def test_recipients_that_would_push_the_text_off_the_first_page_move_to_the_imprint() -> None:
    """With 60 recipients the first page still shows text, and 主送 stands above 抄送 at the end."""
    many = "，".join(f"某某县第{number}局" for number in range(60))
    view = circular(to=f"{many}：")
    pdf = printed(replace(view, imprint=replace(view.imprint, to=f"{many}。")))
    texts = [line.text for line in lines(pdf)]
    assert "现将有关事项通知如下，请认真贯彻执行。" in texts
    assert next(line.page for line in lines(pdf) if line.text.startswith("主送：")) == 2
    assert f"{many}。抄送：" in words(pdf)
    assert f"{many}：" not in words(pdf)


def test_annexes_are_listed_below_the_text_and_begin_on_new_pages() -> None:
    """附件： two characters in, titles aligned, no end mark; each annex with its label on line 1, title on line 3."""
    title = Title("任务分解表", ("任务分解表",), settled=True, place=PLACE)
    long = "各乡镇春耕生产重点工作进度安排以及责任分工和联系方式一览表"
    parts = tuple(Part(f"附件{number}", title, (Paragraph("国" * 28),)) for number in (1, 2))
    pdf = printed(circular(annex_list=("任务分解表", long), parts=parts))
    found = lines(pdf)
    first = next(index for index, line in enumerate(found) if line.text.startswith("附件："))
    one, two, rest = found[first : first + 3]
    assert one.baseline - found[first - 1].baseline == pytest.approx(2 * PITCH, abs=0.02)
    assert (one.text, two.text + rest.text) == ("附件：1.任务分解表", f"2.{long}")
    assert one.left == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert two.left == pytest.approx(28 + 5 * CELL, abs=0.1)
    label = next(line for line in found if line.text == "附件1")
    heading = next(line for line in found if line.page == label.page and line.text == "任务分解表")
    assert (label.font, label.size, heading.size) == ("FandolHei-Regular", 16, pytest.approx(22))
    assert label.baseline == pytest.approx(37 + BASELINE, abs=0.02)
    middle = 37 + 2 * PITCH + 8 * 25.4 / 72
    assert heading.baseline - 0.3 * 22 * 25.4 / 72 == pytest.approx(middle, abs=0.05)
    assert found[found.index(heading) + 1].baseline == pytest.approx(37 + BASELINE + 4 * PITCH, abs=0.02)


def test_a_table_keeps_within_the_page_and_repeats_its_head() -> None:
    """A table of many rows and long cells stays between the edges, and its head stands on every page it covers."""
    rows = tuple((str(number), "国" * 60, "某某股") for number in range(1, 30))
    pdf = printed(circular(blocks=(Table(("序号", "内容", "责任单位"), rows),)))
    pages = [page for page in pdf.pages if "某某股" in page.extract_text()]
    assert len(pages) > 1
    assert all("责任单位" in page.extract_text() for page in pages)
    assert all(28 <= line.left <= line.right <= 184.1 for line in lines(pdf) if "国" in line.text)


def test_a_roster_aligns_roles_names_and_posts() -> None:
    """Roles and names spread over three characters; posts begin below each other, also on a second line."""
    post = "农业股、种植业股、畜牧业股、渔业股和农机化管理股负责人"
    roster = Roster(
        (
            RosterLine("组长", "王小明", "局长"),
            RosterLine("副组长", "李四", post),
            RosterLine("", "欧阳建", note="（兼）"),
        )
    )
    rows = lines(printed(circular(blocks=(Paragraph("如下："), roster))))
    head, deputy, rest, noted = rows[rows.index(next(row for row in rows if row.text.startswith("组"))) :][:4]
    assert head.text == "组长：王小明局长"
    assert deputy.text + rest.text == f"副组长：李四{post}"
    assert noted.text == "欧阳建（兼）"
    assert (head.left, deputy.left) == pytest.approx((28 + 2 * CELL,) * 2, abs=0.05)
    assert rest.left == pytest.approx(28 + 11 * CELL, abs=0.05)
    assert noted.left == pytest.approx(28 + 6 * CELL, abs=0.05)


def test_a_number_stays_with_its_unit_and_marks_with_their_words() -> None:
    """No line begins with a closing mark or a parted number's unit, none ends with an opening mark."""
    troubles = (
        "，“",
        "》（",
        "》、《",
        "。”",
        "）。",
        "“《",
        "：《",
        "”（",
        "2019年",
        "98.5%",
        "120号",
        "”）",
        "（“",
    )
    blocks = tuple(
        Paragraph("汉" * count + trouble + "字" * 40) for trouble in troubles for count in range(22, 29)
    )
    for above, below in pairwise(lines(printed(circular(blocks=blocks)))):
        assert below.text[0] not in "，。、；：）》”%％年号", below.text
        assert above.text[-1] not in "《（“", above.text
        assert not (above.text[-1].isdigit() and below.text[0].isdigit()), (above.text, below.text)


def test_a_web_address_breaks_where_its_line_or_column_ends() -> None:
    """However long, it stays within the type area, in text and tables, and is copied out in one piece."""
    address = "https://www.example.gov.cn/" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2
    cells = ("abcdefghij" * 12, "内容", "office@example.gov.cn")
    blocks = (Paragraph(f"网址是{address}。"), Table(("甲", "乙", "丙"), (cells,)))
    pdf = press().pdf(circular(blocks=blocks))
    opened = pdfplumber.open(io.BytesIO(pdf))
    assert max(char["x1"] for char in opened.pages[0].chars) * 25.4 / 72 <= 184.1
    read = "".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split())
    assert address in read
    (table,) = opened.pages[0].extract_tables()
    assert ["".join((cell or "").split()) for cell in table[1]] == list(cells)


def test_the_words_come_out_as_they_went_in() -> None:
    """The text of the PDF is the text of the circular, in order; Typst's own signs are only characters."""
    text = "#panic() *重* _点_ $x$ @ref <a> `b` \\ // 注 ~ -- 《甲》（“乙”），丙……——丁。"
    pdf = press().pdf(circular(blocks=(Paragraph(text),)))
    expected = text.replace(" ", "")
    assert expected in words(pdfplumber.open(io.BytesIO(pdf)))
    reader = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert expected in "".join(reader.split())


def test_the_document_is_titled_tagged_archival_and_dated() -> None:
    """PDF/A-2a and PDF/UA-1, with title, author, language and the circular's own date, never the clock's."""
    pdf = press().pdf(circular())
    opened = pdfplumber.open(io.BytesIO(pdf))
    assert opened.metadata["Title"] == "关于做好2024年春耕生产工作的通知"
    assert opened.metadata["Author"] == "某某县农业局"
    assert opened.metadata["CreationDate"].startswith("D:20240305")
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"/Lang(zh-CN)"):
        assert claim in pdf


def test_headings_become_tags_and_bookmarks_without_gaps() -> None:
    """The outline goes title, heading, heading below it, also where the prose skips a level."""
    blocks = (Heading(1, 1, "一、总则"), Heading(3, 2, "1.要点"), Paragraph("国" * 20))
    pdf = press().pdf(circular(blocks=blocks))
    outline = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(pdf).get_toc()]
    assert outline == [(0, "关于做好2024年春耕生产工作的通知"), (1, "一、总则"), (2, "1.要点")]
    (document,) = pdfplumber.open(io.BytesIO(pdf)).structure_tree
    tags = [child["type"] for child in document["children"]]
    assert tags == ["P", "P", "H1", "P", "H2", "H3", "P", "P", "P", "P", "P"]


def test_two_prints_are_the_same_bytes_whatever_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another press, another time zone and another locale give the same file."""
    first = press().pdf(circular())
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setitem(os.environ, "LC_ALL", "C")
    time.tzset()
    assert CircularPress(REPOSITORY, fonts()).pdf(circular()) == first
    monkeypatch.undo()
    time.tzset()


def test_only_a_draft_says_so() -> None:
    """送审稿 stands at the head of a draft's pages and in its title, and nowhere in a release."""
    draft = printed(circular(head={"draft": "送审稿"}, blocks=lines_of_text(30)))
    release = printed(circular(blocks=lines_of_text(30)))
    assert all("送审稿" in page.extract_text() for page in draft.pages)
    assert draft.metadata["Title"].endswith("（送审稿）")
    assert lines(draft)[0].text == "送审稿"
    assert not any("送审稿" in page.extract_text() or page.curves for page in release.pages)
    assert "送审稿" not in release.metadata["Title"]


def test_a_rare_character_is_printed_in_the_rare_font_on_the_middle_of_the_line() -> None:
    """堃 and 喆 come from the rare characters' font, and their ink stands as high as their neighbours'."""
    pdf = press().pdf(circular(blocks=(Paragraph("王堃、李喆同志。"),)))
    chars = {char["text"]: char for char in pdfplumber.open(io.BytesIO(pdf)).pages[0].chars}
    assert chars["堃"]["fontname"].partition("+")[2].startswith("UKai")
    assert chars["王"]["fontname"].endswith("FandolFang-Regular")
    lowered = (chars["王"]["matrix"][5] - chars["堃"]["matrix"][5]) / 16
    assert lowered == pytest.approx(0.082, abs=0.005)


def test_a_title_that_breaks_nowhere_well_is_told_with_its_lines() -> None:
    """Its own and an annex's; one whose lines are settled is not."""
    place = Place("data/2024/circulars/7.yml", 4, 8)
    unsettled = Title("关于某某的通知", ("关于某", "某的通知"), settled=False, place=place)
    part = Part("附件", unsettled, ())
    problems = press().doubts(circular(title=unsettled, parts=(part,)))
    assert [(problem.rule, problem.level, problem.place) for problem in problems] == [
        ("title_break", Level.WARNING, place)
    ] * 2
    assert "关于某 / 某的通知" in problems[0].message


def test_a_character_that_no_font_has_is_named_with_its_place() -> None:
    """A character of no font is an error at the paragraph that holds it, with its code and the remedy."""
    place = Place("content/2024/7/notice.md", 5, 1)
    blocks = (Paragraph("国" * 5), Paragraph("李\N{CJK UNIFIED IDEOGRAPH-20000}", place=place))
    (problem,) = press().doubts(circular(blocks=blocks))
    assert (problem.rule, problem.level, problem.place) == ("glyph", Level.ERROR, place)
    assert "U+20000" in problem.message
    assert "site_config.yml" in problem.hint


def test_a_title_without_a_good_place_to_break_is_a_warning() -> None:
    """A title that broke anywhere is printed, and a warning asks for its lines at the title's place."""
    title = Title("甲" * 30, ("甲" * 15, "甲" * 15), settled=False, place=PLACE)
    (problem,) = press().doubts(circular(title=title))
    assert (problem.level, problem.place) == (Level.WARNING, PLACE)
    assert "title_lines" in problem.hint


def test_only_the_listed_fonts_are_used_and_all_are_embedded() -> None:
    """Every font of the file is one of ours, as a subset within the file."""
    blocks = (Heading(1, 1, "一、总则"), Heading(2, 2, "（一）要点"), Paragraph("国堃"))
    used = {char["fontname"] for page in printed(circular(blocks=blocks)).pages for char in page.chars}
    assert all(name[6] == "+" for name in used)
    assert {name[7:].partition("-")[0] for name in used} == {
        *("FandolFang", "FandolKai", "FandolHei", "FandolSong", "UKaiCN")
    }
