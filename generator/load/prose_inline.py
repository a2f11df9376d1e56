"""The running text of one block: words with their places, data words, and every mark that cannot be printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, emphasis, entity, html_inline, link_pairs

from generator.load import prose_refusals as refusals
from generator.load.refusals import Refusal
from generator.model.prose import DataWord, Inline, Words
from generator.problem import Place, Problem

_MARKDOWN = MarkdownIt("commonmark")
_SPECIAL = re.compile(r"[\\\n{}｛｝*_~`\[\]<&]")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_DATA_WORD = re.compile(r"\{\{ *(?P<path>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*) *\}\}(?!\})")
_BRACES = re.compile(r"[{｛]{2,}[^{}｛｝\n]*[}｝]*|[}｝]{2,}")
_CODE = re.compile(r"(`+)(?:.*?(?<!`)\1(?!`))?", re.DOTALL)
_TILDES = re.compile(r"~{2,}")
_STARS = re.compile(r"\*{2,}")
_DESTINATION = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_NO_MARK = -1
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text as it stands in the file: its lines, each with the place of its first character."""

    lines: tuple[tuple[str, Place], ...]

    @property
    def text(self) -> str:
        """The lines, with a line end between them."""
        return "\n".join(line for line, _ in self.lines)

    @property
    def starts(self) -> list[int]:
        """Where in `text` each line begins."""
        return list(accumulate((len(line) + 1 for line, _ in self.lines), initial=0))[:-1]


def read_inlines(passage: Passage) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
    """Read running text. What a circular cannot print is a problem, and stays in the text as it was written.

    A backslash before an ASCII punctuation mark makes it an ordinary character. Each run of words lies
    within one line and holds no backslash of its own, so that its n-th character stands n columns on.
    """
    return _Reader(passage).read()


class _Reader:
    """Walks along a passage once, from left to right."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._starts = passage.starts
        self._text = passage.text
        self._state = StateInline(self._text, _MARKDOWN, {}, [])
        self._begun = 0
        self._brackets: list[int] = []
        self._marks: list[int] = []
        self._inlines: list[Inline] = []
        self._problems: list[Problem] = []

    def read(self) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
        while special := _SPECIAL.search(self._text, self._state.pos):
            self._state.pos = special.start()
            self._special(special.group())
        self._words(until=len(self._text))
        self._report_emphasis()
        return tuple(self._inlines), tuple(self._problems)

    def _special(self, char: str) -> None:
        match char:
            case "\\":
                self._backslash()
            case "\n":
                self._line_end()
            case "{" | "}" | "｛" | "｝":
                self._braces()
            case "[":
                self._brackets.append(self._state.pos)
                self._state.pos += 1
            case "]":
                self._closing_bracket()
            case "*" | "_" | "~":
                self._mark(char)
            case "`":
                self._code()
            case _:
                self._angle_or_ampersand()

    def _backslash(self) -> None:
        start = self._state.pos
        following = self._text[start + 1 : start + 2]
        if following == "\n":
            message = "行末的反斜杠是换行记号，公文里印不出来"
            self._refuse(refusals.HARD_BREAK, start, message, "另起一段就空一行，否则删去反斜杠")
        elif following in _ESCAPABLE and following:
            self._words(until=start)
            self._begun = start + 1
            self._state.pos += 1
        self._state.pos += 1

    def _line_end(self) -> None:
        end = self._state.pos
        self._words(until=end)
        self._begun = self._state.pos = end + 1
        last = self._inlines[-1] if self._inlines else None
        following = self._text[end + 1 : end + 2]
        latin = isinstance(last, Words) and last.text[-1].isascii() and following.isascii()
        if isinstance(last, Words) and latin and not _DATA_WORD.match(self._text, end + 1):
            self._inlines[-1] = replace(last, text=f"{last.text} ")

    def _braces(self) -> None:
        start = self._state.pos
        if word := _DATA_WORD.match(self._text, start):
            self._words(until=start)
            self._inlines.append(DataWord(word["path"], self._place(start)))
            self._begun = self._state.pos = word.end()
        elif braces := _BRACES.match(self._text, start):
            message = f"“{_shown(braces.group())}”不是取数的写法"
            hint = "写成 {{ plan.targets }} 的样子；要印出花括号，前面加反斜杠"
            self._refuse(refusals.DATA_WORD_FORM, start, message, hint)
            self._state.pos = braces.end()
        else:
            self._state.pos += 1

    def _closing_bracket(self) -> None:
        end = self._state.pos
        self._state.pos += 1
        if not self._brackets:
            return
        start = self._brackets.pop()
        if self._text[start + 1] == "^" and end > start + 2:
            message = f"“{_shown(self._text[start : end + 1])}”是脚注记号，公文里没有脚注"
            self._refuse(refusals.FOOTNOTE, start, message, "把说明写进正文的括号里")
        elif destination := _DESTINATION.match(self._text, end + 1):
            shown = _shown(self._text[start : destination.end()])
            if self._text[start - 1 : start] == "!":
                hint = "删去图片；需要的图作为附件"
                self._refuse(refusals.IMAGE, start - 1, f"“!{shown}”是图片，公文正文不放图片", hint)
            else:
                hint = "只留文字；要印出方括号，前面加反斜杠"
                self._refuse(refusals.MARKDOWN_LINK, start, f"“{shown}”是链接，公文里印不出来", hint)
            self._state.pos = destination.end()

    def _mark(self, char: str) -> None:
        start = self._state.pos
        if char != "~":
            if self._marks and self._marks[-1] != start - 1:
                self._state.push("text", "", 0)  # the library takes neighbouring tokens for one run of marks
                self._marks.append(_NO_MARK)
            emphasis.tokenize(self._state, False)  # noqa: FBT003 - the library's signature
            self._marks.extend(range(start, self._state.pos))
            return
        tildes = _TILDES.match(self._text, start)
        self._state.pos += len(tildes.group()) if tildes else 1
        if tildes:
            hint = "删去这些波浪线；表示范围用“至”或“～”"
            self._refuse(refusals.EMPHASIS, start, "连写的波浪线是删除线记号，公文里不用", hint)

    def _code(self) -> None:
        start = self._state.pos
        if code := _CODE.match(self._text, start):
            self._state.pos = code.end()
        message = f"“{_shown(self._text[start : self._state.pos])}”里的反引号是代码记号，公文里没有代码"
        self._refuse(refusals.CODE, start, message, "删去反引号；引号用“”")

    def _angle_or_ampersand(self) -> None:
        start = self._state.pos
        state = self._state
        if autolink(state, True):  # noqa: FBT003 - the library's signature
            message = f"“{_shown(self._text[start : state.pos])}”是链接，公文里印不出来"
            self._refuse(refusals.MARKDOWN_LINK, start, message, "去掉尖括号，只留文字")
        elif html_inline(state, True):  # noqa: FBT003 - the library's signature
            message = f"“{_shown(self._text[start : state.pos])}”是网页代码，公文里不能用"
            self._refuse(refusals.RAW_HTML, start, message, "删去代码；书名号里的书名号用〈〉")
        elif entity(state, True):  # noqa: FBT003 - the library's signature
            message = f"“{self._text[start : state.pos]}”是网页代号，公文里印不出来"
            self._refuse(refusals.HTML_ENTITY, start, message, "直接写那个字；空格和 & 号也直接写")
        else:
            state.pos += 1

    def _report_emphasis(self) -> None:
        """Report what Markdown sets in bold or italics, and bold that it fails to see beside Chinese marks."""
        link_pairs(self._state)
        delimiters = self._state.delimiters
        opening = {self._marks[mark.token] for mark in delimiters if mark.end > -1}
        closing = {self._marks[delimiters[mark.end].token] for mark in delimiters if mark.end > -1}
        left = set(self._marks) - opening - closing
        unseen = [run.start() for run in _STARS.finditer(self._text) if run.start() in left]
        starts = [start for start in opening if start - 1 not in opening]
        for start in starts + (unseen[::2] if len(unseen) > 1 else []):
            mark = self._text[start]
            message = f"这里的 {mark} 号是加粗或斜体的记号，公文正文不加粗、不用斜体"
            hint = f"删去成对的 {mark} 号；要印出 {mark} 号，每个前面加反斜杠"
            self._refuse(refusals.EMPHASIS, start, message, hint)

    def _words(self, until: int) -> None:
        """Take what was walked over since the last run of words; a refused mark may reach over line ends."""
        start = self._begun
        for line in self._text[start:until].split("\n"):
            if line:
                self._inlines.append(Words(line, self._place(start)))
            start += len(line) + 1
        self._begun = until

    def _refuse(self, refusal: Refusal, at: int, message: str, hint: str) -> None:
        self._problems.append(refusal.at(self._place(at), message, hint))

    def _place(self, position: int) -> Place:
        index = bisect_right(self._starts, position) - 1
        _, place = self._passage.lines[index]
        return place._replace(column=place.column + position - self._starts[index])


def _shown(text: str) -> str:
    line = text.replace("\n", "")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
