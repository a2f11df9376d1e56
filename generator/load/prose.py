"""Markdown of `content/` to the closed set of blocks that every renderer prints, each with its place.

Only headings, paragraphs, tables and data words exist in a circular. Everything else that Markdown knows
is a problem where it stands: nothing is passed through, and nothing is dropped in silence.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.load import prose_refusals as refusals
from generator.load.prose_inline import Passage, read_inlines
from generator.load.prose_number import heading_level, numbered
from generator.load.prose_table import read_table
from generator.load.refusals import Refusal
from generator.model.prose import Block, DataBlock, DataWord, Heading, Inline, Prose
from generator.problem import Place, Problem

_MARKDOWN = MarkdownIt("commonmark").enable("table").disable(["list", "reference", "code"])
_SPACES = " \t　"
_DEEPEST_HEADING = 4

_SENTENCE_END = "。！？"
_CLAUSE_END = f"{_SENTENCE_END}，、；：”’）》…—"

_SHORT_LINE = 28
"""A line of a circular holds so many characters; who wraps a long paragraph wraps it no earlier."""

_BULLET = re.compile(r"[-+*](?:[ \t]|$)")
_HASH = re.compile(r"[#＃]+")
_DEFINITION = re.compile(r"\[[^\]^][^\]]*\]:")


def read_prose(text: str, file: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Read one file of prose, already decoded. Its blocks are whole as far as the problems allow."""
    reader = _Reader(text, file)
    tokens: list[Token] = []
    _MARKDOWN.block.parse(text, _MARKDOWN, {}, tokens)
    for token in tokens:
        if token.level == 0 and token.map is not None:
            reader.block(token, *token.map)
    return Prose(file, tuple(reader.blocks)), tuple(reader.problems)


class _Reader:
    """The blocks and problems found so far; line indices count from 0, as the token stream does."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.split("\n")
        self._file = file
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def block(self, token: Token, first: int, end: int) -> None:
        match token.type:
            case "paragraph_open":
                self._paragraph(first, end)
            case "heading_open":
                self._heading(token, first, end)
            case "table_open":
                table, problems = read_table([self._line(index) for index in range(first, end)])
                self.blocks.append(table)
                self.problems.extend(problems)
            case "html_block":
                message = "这里是网页代码，公文里不能用"
                self._refuse(
                    refusals.RAW_HTML, first, message, "删去代码，只留文字；要印出 < 号，前面加反斜杠"
                )
            case "fence":
                self._refuse(refusals.CODE, first, "这里是代码块，公文里没有代码", "删去首尾的 ``` 或 ~~~")
            case "blockquote_open":
                hint = "删去行首的 >；要印出 > 号，前面加反斜杠"
                self._refuse(refusals.BLOCK_QUOTE, first, "行首的 > 是引文记号，公文里没有这种版式", hint)
            case "hr":
                self._refuse(
                    refusals.HORIZONTAL_RULE, first, "这一行是横线记号，公文正文里不画横线", "整行删去"
                )
            case _:
                raise AssertionError(f"the block parser made a {token.type}")

    def _heading(self, token: Token, first: int, end: int) -> None:
        if token.markup[0] != "#":
            line = "下一行的横线或等号" if end - first == 2 else "下面的横线或等号"
            message = f"{line}会把这里变成标题，公文的标题不这样写"
            hint = "标题写成“## （一）……”的样子，并删去那一行"
            self._refuse(refusals.HEADING_FORM, end - 1, message, hint)
            return
        level = len(token.markup)
        self._check_lead(first)
        line, place = self._line(first)
        text = re.sub(r"(?:^|[ \t]+)#+$", "", line[level:]).strip(" \t")
        start = place.column + line.index(text, level)
        if level > _DEEPEST_HEADING:
            message = f"标题写了 {level} 层，公文的标题只有四层"
            self._refuse(refusals.HEADING_DEPTH, first, message, "减少 # 号，或把这一条写成普通段落")
        elif not text:
            self._refuse(refusals.HEADING_FORM, first, "标题没有文字", "在 # 号和空格后面写上编号和文字")
        else:
            passage = Passage(((text, place._replace(column=start)),))
            self.blocks.append(Heading(level, self._inlines(passage), place))

    def _paragraph(self, first: int, end: int) -> None:
        lines = [self._line(index) for index in range(first, end)]
        for index in range(first, end):
            self._check_lead(index)
            self._check_line(index)
            if index > first:
                self._check_join(index)
        inlines = self._inlines(Passage(tuple(lines)))
        place = lines[0][1]
        if len(inlines) == 1 and isinstance(inlines[0], DataWord):
            self.blocks.append(DataBlock(inlines[0].path, place))
        else:
            self.blocks.append(numbered(inlines, place))

    def _inlines(self, passage: Passage) -> tuple[Inline, ...]:
        inlines, problems = read_inlines(passage)
        self.problems.extend(problems)
        return inlines

    def _line(self, index: int) -> tuple[str, Place]:
        """A line without the spaces around it, and the place where it begins."""
        line = self._lines[index]
        text = line.lstrip(_SPACES)
        return text.rstrip(" \t"), Place(self._file, index + 1, len(line) - len(text) + 1)

    def _check_lead(self, index: int) -> None:
        if self._lines[index][:1] in tuple(_SPACES):
            message = "行首有空格"
            self.problems.append(
                refusals.INDENTED_TEXT.at(
                    Place(self._file, index + 1), message, "删去行首的空格；段首缩进由程序排"
                )
            )

    def _check_line(self, index: int) -> None:
        line, _ = self._line(index)
        if _BULLET.match(line):
            message = f"行首的“{line[0]}”是列项记号，公文的条目要编号"
            hint = f"改为 1.、2. 或（1）、（2）；要印出 {line[0]} 号，前面加反斜杠"
            self._refuse(refusals.MARKDOWN_LIST, index, message, hint)
        elif hashes := _HASH.match(line):
            many = len(hashes.group()) > _DEEPEST_HEADING + 2
            message = "# 号多于六个，不是标题" if many else "# 号后面缺一个半角空格，或者用了全角的 ＃"
            hint = "标题写成“# 一、……”的样子；要印出 # 号，前面加反斜杠"
            self._refuse(refusals.HEADING_FORM, index, message, hint)
        elif line.startswith("|"):
            message = "这一行像表格，但表头下面没有一行格数相同的横线"
            self._refuse(refusals.TABLE_FORM, index, message, "表头下面加一行，如两格写 |---|---|")
        elif _DEFINITION.match(line):
            message = "这一行是链接的地址，公文里印不出来"
            self._refuse(refusals.MARKDOWN_LINK, index, message, "整行删去；要印出方括号，前面加反斜杠")

    def _check_join(self, index: int) -> None:
        """See whether a line that continues a paragraph was meant to."""
        before, place = self._line(index - 1)
        line, _ = self._line(index)
        if self._lines[index - 1].endswith("  "):
            at = place._replace(column=place.column + len(before))
            hint = "删去行末的空格；另起一段就空一行"
            self.problems.append(refusals.HARD_BREAK.at(at, "行末的两个空格是换行记号，公文里印不出来", hint))
        if heading_level(line) is not None or _reads_as_heading(before):
            message = "与上一段之间没有空行，会接到上一段末尾"
            self._refuse(refusals.MISSING_BLANK_LINE, index, message, "在这一行前面加一个空行")
        elif before.endswith(tuple(_SENTENCE_END)):
            message = "上一行已经说完一句，这一行会接在同一段里"
            hint = "是另一段就在前面加一个空行；是同一段就接着写在上一行"
            self._refuse(refusals.JOINED_LINES, index, message, hint)

    def _refuse(self, refusal: Refusal, index: int, message: str, hint: str) -> None:
        self.problems.append(refusal.at(self._line(index)[1], message, hint))


def _reads_as_heading(line: str) -> bool:
    """Tell whether a line is numbered, stops without a mark, and is too short to have been wrapped."""
    return heading_level(line) is not None and line[-1] not in _CLAUSE_END and len(line) <= _SHORT_LINE
