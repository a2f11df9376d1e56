"""Prose of a circular: what it becomes, where each word stands, and what is refused."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.prose import read_prose
from generator.load.prose_refusals import PROSE_REFUSALS
from generator.load.refusals import REFUSALS
from generator.model.prose import Block, DataBlock, DataWord, Heading, Inline, Paragraph, Prose, Table, Words
from generator.problem import Level, Place, Problem

FILE = "content/2019/44/scheme.md"


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a text that has no fault."""
    prose, problems = read_prose(text, FILE)
    assert problems == ()
    return prose.blocks


def refused(text: str) -> list[tuple[str, int, int]]:
    """The refusals of a text: rule, line and column."""
    _, problems = read_prose(text, FILE)
    return [(problem.rule, problem.place.line, problem.place.column) for problem in problems]


def words(*texts: str) -> tuple[Words, ...]:
    """Runs of words, wherever they stand."""
    return tuple(Words(text) for text in texts)


BLOCKS = [
    ("# 一、指导思想", Heading(1, words("一、指导思想"))),
    ("## （一）绩效管理对象", Heading(2, words("（一）绩效管理对象"))),
    ("### 1.职能工作目标", Heading(3, words("1.职能工作目标"))),
    ("#### （1）重点工作目标", Heading(4, words("（1）重点工作目标"))),
    ("# 一、指导思想 #", Heading(1, words("一、指导思想"))),
    ("# 附则", Heading(1, words("附则"))),
    ("围绕县委的决策部署。", Paragraph(words("围绕县委的决策部署。"))),
    ("1.建立台账。按季报送。", Paragraph(words("1.建立台账。按季报送。"), level=3)),
    ("1. 建立台账。", Paragraph(words("1. 建立台账。"), level=3)),
    ("1、建立台账。", Paragraph(words("1、建立台账。"), level=3)),
    ("（1）台账。逐项登记。", Paragraph(words("（1）台账。逐项登记。"), level=4)),
    ("2019.8月印发的办法。", Paragraph(words("2019.8月印发的办法。"))),
    ("1.5倍以上的，", Paragraph(words("1.5倍以上的，"))),
    ("（2019年度）计划", Paragraph(words("（2019年度）计划"))),
    ("{{ organisation.leading_group }}", DataBlock("organisation.leading_group")),
    ("{{organisation.leading_group}}", DataBlock("organisation.leading_group")),
    (
        "设{{ plan.function.targets }}项。",
        Paragraph((Words("设"), DataWord("plan.function.targets"), Words("项。"))),
    ),
    ("（一）坚持正确导向。要深化。", Paragraph(words("要深化。"), words("（一）坚持正确导向。"), 2)),
    ("(三) 严明纪律。要真实。", Paragraph(words(" 要真实。"[1:]), words("(三) 严明纪律。"), 2)),
    ("一、高度重视。要认真。", Paragraph(words("要认真。"), words("一、高度重视。"), 1)),
    ("（一）坚持正确导向。", Paragraph(words("（一）坚持正确导向。"), level=2)),
    ("（一）坚持正确导向，要深化", Paragraph(words("（一）坚持正确导向，要深化"), level=2)),
    (
        "（一）完成{{ plan.targets }}项。要及时。",
        Paragraph(words("要及时。"), (Words("（一）完成"), DataWord("plan.targets"), Words("项。")), 2),
    ),
    ("印发<2019年度方案>的通知", Paragraph(words("印发<2019年度方案>的通知"))),
    ("印发< 2019年度方案>的通知", Paragraph(words("印发< 2019年度方案>的通知"))),
    ("印发<安溪方案>的通知", Paragraph(words("印发<安溪方案>的通知"))),
    ("①重点；②常规", Paragraph(words("①重点；②常规"))),
    ("3*4、a_b_c、____年__月__日", Paragraph(words("3*4、a_b_c、____年__月__日"))),
    ("手机号138****1234", Paragraph(words("手机号138****1234"))),
    ("A&B、A & B、[2019]44号", Paragraph(words("A&B、A & B、[2019]44号"))),
    ("2~3次，[注]（见附件）", Paragraph(words("2~3次，[注]（见附件）"))),
    (r"\*重点\*和\{\{x\}\}", Paragraph(words("*重点", "*和", "{", "{x", "}", "}"))),
    (r"第\<b\>项\\", Paragraph(words("第", "<b", ">项", "\\"))),
    (r"\# 号", Paragraph(words("# 号"))),
    (r"\- 号", Paragraph(words("- 号"))),
    (r"反斜杠\在前", Paragraph(words("反斜杠\\在前"))),
    ("逐项分解\n落实到各股室", Paragraph(words("逐项分解", "落实到各股室"))),
    ("采用 GB/T\n9704格式", Paragraph(words("采用 GB/T ", "9704格式"))),
    ("完成 GB\n{{ plan.targets }}项", Paragraph((Words("完成 GB"), DataWord("plan.targets"), Words("项")))),
    (
        "| 股室 | 职责 |\n|---|---|\n| 政工股 | 绩效{{ plan.year }} |\n| | 甲\\|乙 |",
        Table(
            (words("股室"), words("职责")),
            ((words("政工股"), (Words("绩效"), DataWord("plan.year"))), ((), words("甲", "|乙"))),
        ),
    ),
]


@pytest.mark.parametrize(("text", "block"), BLOCKS)
def test_a_circulars_text_becomes_one_block(text: str, block: Block) -> None:
    """Headings, numbered paragraphs, run-in headings, data words, escapes and tables are what they look like."""
    assert read(text) == (block,)


REFUSED = [
    ("<b>重点</b>", [("raw_html", 1, 1), ("raw_html", 1, 6)]),
    ("一项<script>alert(1)</script>", [("raw_html", 1, 3), ("raw_html", 1, 19)]),
    ("<script>\nalert(1)\n</script>", [("raw_html", 1, 1)]),
    ("正文\n<div class=x>\n甲", [("raw_html", 2, 1)]),
    ("正文<!-- 暂缓 -->", [("raw_html", 1, 3)]),
    ("正文<br/>", [("raw_html", 1, 3)]),
    ("20&nbsp;000元&#8203;", [("html_entity", 1, 3), ("html_entity", 1, 13)]),
    ("见[方案](http://example.com/a_b_c)。", [("markdown_link", 1, 2)]),
    ("见[方案](javascript:alert(1))。", [("markdown_link", 1, 2)]),
    ("见[方案](fang-an.md)", [("markdown_link", 1, 2)]),
    ("见<http://example.com>", [("markdown_link", 1, 2)]),
    ("正文\n\n[甲]: http://example.com", [("markdown_link", 3, 1)]),
    ("![图](a.png)", [("image", 1, 1)]),
    ("说明见图![图](http://example.com/a.png)。", [("image", 1, 5)]),
    ("`代码`和``双 ` 反``", [("code", 1, 1), ("code", 1, 6)]),
    ("孤立的`号", [("code", 1, 4)]),
    ("```\nx\n```", [("code", 1, 1)]),
    ("~~~\nx\n~~~", [("code", 1, 1)]),
    ("> 实事求是", [("block_quote", 1, 1)]),
    ("> 甲\n> > 乙", [("block_quote", 1, 1)]),
    ("正文**重点**和*斜体*", [("emphasis", 1, 3), ("emphasis", 1, 10)]),
    ("***重点***", [("emphasis", 1, 1)]),
    ("**“重点”**工作", [("emphasis", 1, 1)]),
    ("__重点__", [("emphasis", 1, 1)]),
    ("~~删去~~", [("emphasis", 1, 1), ("emphasis", 1, 5)]),
    ("台账[^1]和[^甲]", [("footnote", 1, 3), ("footnote", 1, 8)]),
    ("[^1]: 格式另发", [("footnote", 1, 1)]),
    ("- 甲\n- 乙", [("markdown_list", 1, 1), ("markdown_list", 2, 1)]),
    ("* 甲", [("markdown_list", 1, 1)]),
    ("+ 甲", [("markdown_list", 1, 1)]),
    ("正文。\n\n---\n\n***", [("horizontal_rule", 3, 1), ("horizontal_rule", 5, 1)]),
    ("甲  \n乙", [("hard_break", 1, 2)]),
    ("甲\\\n乙", [("hard_break", 1, 2)]),
    ("##### 甲", [("heading_depth", 1, 1)]),
    ("###### 甲", [("heading_depth", 1, 1)]),
    ("####### 甲", [("heading_form", 1, 1)]),
    ("#一、指导思想", [("heading_form", 1, 1)]),
    ("＃ 一、指导思想", [("heading_form", 1, 1)]),
    ("#", [("heading_form", 1, 1)]),
    ("## ##", [("heading_form", 1, 1)]),
    ("指导思想\n====", [("heading_form", 2, 1)]),
    ("指导思想\n----", [("heading_form", 2, 1)]),
    ("　　为深入开展", [("indented_text", 1, 1)]),
    ("    为深入\n\n 开展", [("indented_text", 1, 1), ("indented_text", 3, 1)]),
    ("甲\n　\n乙", [("indented_text", 2, 1)]),
    ("  # 一、甲", [("indented_text", 1, 1)]),
    ("1.甲。\n2.乙。", [("missing_blank_line", 2, 1)]),
    ("（一）甲\n为加强管理。", [("missing_blank_line", 2, 1)]),
    ("甲。\n乙。", [("joined_lines", 2, 1)]),
    ("| 甲 | 乙 |\n|---|---|\n| 丙 |", [("table_form", 3, 1)]),
    ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 | 戊 |", [("table_form", 3, 1)]),
    ("| 甲 | 乙 |\n|:--|---|\n| 丙 | 丁 |", [("table_form", 2, 2)]),
    ("|甲" * 11 + "|\n" + "|---" * 11 + "|", [("table_form", 1, 1)]),
    ("|甲" * 10 + "|\n" + "|---" * 10 + "|", []),
    ("| 甲 | 乙 |", [("table_form", 1, 1)]),
    ("| 甲 | 乙 |\n|---|", [("table_form", 1, 1), ("table_form", 2, 1)]),
    ("| 甲 | **乙** |\n|---|---|", [("emphasis", 1, 7)]),
    ("共{{ 目标数 }}项", [("data_word_form", 1, 2)]),
    ("共{{ plan.targets }项", [("data_word_form", 1, 2)]),
    ("共{{ plan..targets }}项", [("data_word_form", 1, 2)]),
    ("共{{ plan.targets | upper }}项", [("data_word_form", 1, 2)]),
    ("共{{{ plan.targets }}}项", [("data_word_form", 1, 2)]),
    ("共｛｛ plan.targets ｝｝项", [("data_word_form", 1, 2)]),
    ("共 plan.targets }}项", [("data_word_form", 1, 16)]),
    ("{{7*7}}", [("data_word_form", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_what_a_circular_cannot_print_is_refused_where_it_stands(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Each mark that Markdown would act on is one problem at its line and column."""
    assert sorted(refused(text)) == sorted(expected)


def test_every_refusal_is_met_by_a_case() -> None:
    """No refusal is documented that no text can bring about."""
    assert {rule for _, found in REFUSED for rule, _, _ in found} == set(PROSE_REFUSALS)


def test_no_refusal_of_prose_shares_its_id_with_one_of_data() -> None:
    """An id means one thing for ever."""
    assert not PROSE_REFUSALS.keys() & REFUSALS.keys()


@pytest.mark.parametrize("refusal", PROSE_REFUSALS.values(), ids=PROSE_REFUSALS.keys())
def test_the_examples_of_a_refusal_are_true(refusal: object) -> None:
    """The bad example is refused for this very reason; the good one is not refused at all."""
    bad, good = refusal.bad, refusal.good  # type: ignore[attr-defined]  # a Refusal; pytest erases it
    rules = {rule for example in bad.split("、") for rule, _, _ in refused(example)}
    assert refusal.id in rules  # type: ignore[attr-defined]  # as above
    assert refused(good) == [] or good.startswith("（")


def test_a_problem_says_how_to_mend_it() -> None:
    """Every refusal has a Chinese sentence and a Chinese hint."""
    for text, _ in REFUSED:
        for problem in read_prose(text, FILE)[1]:
            assert re.search(r"[一-鿿]{3}", problem.message), problem
            assert re.search(r"[一-鿿]{2}", problem.hint), problem


def test_joined_sentences_are_only_a_warning() -> None:
    """Who wraps lines at sentence ends is told, not stopped."""
    _, problems = read_prose("甲。\n乙。", FILE)
    assert [problem.level for problem in problems] == [Level.WARNING]


def test_all_problems_of_a_file_are_found_in_one_run() -> None:
    """A fault in one paragraph does not hide those after it."""
    text = "# 一、甲\n\n**乙**\n\n- 丙\n\n<b>丁\n\n正文。\n"
    assert refused(text) == [("emphasis", 3, 1), ("markdown_list", 5, 1), ("raw_html", 7, 1)]


def test_a_wrapped_paragraph_keeps_each_lines_place() -> None:
    """The words of the second line stand in the second line."""
    (block,) = read("围绕县委\n的工作{{ plan.year }}部署")
    places = [(inline.place.line, inline.place.column) for inline in inlines(block)]
    assert places == [(1, 1), (2, 1), (2, 4), (2, 19)]


def test_a_run_in_headings_text_goes_on_at_its_own_place() -> None:
    """What follows the run-in heading stands where it stands in the file."""
    (block,) = read("（一）坚持正确导向。要深化。")
    assert isinstance(block, Paragraph)
    assert block.inlines[0].place == Place(FILE, 1, 11)


def inlines(block: Block) -> Iterator[Inline]:
    """Every inline of a block, in reading order."""
    match block:
        case Heading():
            yield from block.inlines
        case Paragraph():
            yield from block.run_in
            yield from block.inlines
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from cell
        case DataBlock():
            yield DataWord(block.path, block.place)


def printed(prose: Prose) -> str:
    """All text of a file as the blocks hold it."""
    parts = (
        inline.text if isinstance(inline, Words) else f"{{{{{inline.path}}}}}"
        for block in prose.blocks
        for inline in inlines(block)
    )
    return "".join(parts)


MARKUP = re.compile(r"[#|\\\s:{}-]")
"""Characters that can be rightful marks of our own Markdown, or join lines; all others must be printed."""

PIECES = st.sampled_from(
    [
        *"一二三、。，；：（）()《》〈〉<>“”〔〕①8.~*_`[]!#&|\\{}-+=>/:",
        *("\n", "\n\n", "# ", "## （一）", "### 1.", "1. ", "- ", "> ", "---", "***", "**", "~~", "```"),
        *("    ", "　　", "  \n", "\\\n", "|---|---|\n", "| 甲 | 乙 |\n", "{{ plan.targets }}", "{{ ", " }}"),
        *(
            "<b>",
            "</b>",
            "<script>",
            "<!--",
            "-->",
            "<div",
            "<2019年度方案>",
            "<http://a.b>",
            "&amp;",
            "&#13;",
        ),
        *("[甲](b)", "![甲](b)", "[^1]", "[甲]: b", "\\*", "\\<", "重点工作", "GB/T 9704", "2019年", "js:"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS)
def test_no_text_is_lost(text: str) -> None:
    """Every character that is not a mark of our own Markdown is printed, in order, or there is a problem."""
    prose, problems = read_prose(text, FILE)
    if not problems:
        assert MARKUP.sub("", printed(prose)) == MARKUP.sub("", text)


@given(TEXTS)
def test_every_word_stands_at_its_place(text: str) -> None:
    """The n-th character of a run of words is the n-th in the file from the run's place on."""
    prose, problems = read_prose(text, FILE)
    lines = text.split("\n")
    for block in prose.blocks:
        for inline in inlines(block):
            source = lines[inline.place.line - 1][inline.place.column - 1 :]
            if isinstance(inline, Words):
                assert source.startswith(inline.text) or f"{source} " == inline.text
            else:
                assert source.startswith("{{")
    for problem in problems:
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(TEXTS)
def test_no_text_brings_the_reader_down(text: str) -> None:
    """Whatever is typed, the answer is blocks and problems, the same each time."""
    first: tuple[Prose, tuple[Problem, ...]] = read_prose(text, FILE)
    assert read_prose(text, FILE) == first


@pytest.mark.parametrize(
    "piece", ["[", "*", "**“", "`", "<a ", "{{", "# ", "> ", "|", "_a", "[](", "甲\n", "&a"]
)
def test_a_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """100,000 characters of marks in one paragraph take seconds, not hours."""
    started = time.perf_counter()
    read_prose(piece * (100_000 // len(piece)), FILE)
    assert time.perf_counter() - started < 10
