"""A numbered passage has a number of the wrong form, at the wrong level, or out of order.

Why:
    层次序号的写法、层次或顺序不对。
    公文的层次依次用“一、”“（一）”“1.”“（1）”（GB/T 9704-2012，7.3.3），同一层次的序号要连续；只有两层时，“一、”下面可以直接用“1.”。
    括号用全角，括号后面不加顿号，阿拉伯数字后面用点不用顿号。标题的 # 号个数要与序号的层次相同。

Bad:
    # 一、工作步骤
    ## （1）制定方案
    ## （三）推进实施
    1、建立制度。

Good:
    # 一、工作步骤
    ## （一）制定方案
    ## （二）推进实施
    1.建立制度。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.check.passages import Passage
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.figures import chinese_number
from generator.model.prose import Heading, Paragraph, Prose
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_CHINESE = "一二三四五六七八九十"
_NUMBERS = (
    (1, re.compile(rf"(?P<number>[{_CHINESE}]{{1,3}})(?P<mark>[、.．，,]) *")),
    (2, re.compile(rf"[（(](?P<number>[{_CHINESE}]{{1,3}})[）)](?P<mark>[、.．，,]?) *")),
    (3, re.compile(r"(?P<number>[0-9０-９]{1,2})(?P<mark>[.．](?![0-9])|[、)）]) *")),
    (4, re.compile(r"[（(](?P<number>[0-9０-９]{1,2})[）)](?P<mark>[、.．，,]?) *")),
)
_RIGHT = (
    re.compile(rf"[{_CHINESE}]+、"),
    re.compile(rf"（[{_CHINESE}]+）"),
    re.compile(r"[0-9]+[.．]"),
    re.compile(r"（[0-9]+）"),
)
_LEVEL_NAMES = ("一、", "（一）", "1.", "（1）")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Follow the numbers of each prose file from beginning to end."""
    for prose in dossier.prose.values():
        yield from _of_prose(prose)


class _Numbered(NamedTuple):
    """A passage that opens with a number: the level and value the number has, and how it is written."""

    passage: Passage
    level: int
    value: int
    length: int
    written: str


@dataclass
class _Course:
    """How far the numbering has come: the last value at each level, outermost first."""

    values: dict[int, int] = field(default_factory=dict)
    interrupted: bool = False

    def reach(self, level: int, value: int) -> None:
        self.values = {above: last for above, last in self.values.items() if above < level}
        self.values[level] = value
        self.interrupted = False


def _of_prose(prose: Prose) -> Iterator[Finding]:
    course = _Course()
    depth = 0
    for block in prose.blocks:
        if isinstance(block, Heading):
            passage = Passage.of_prose(block.inlines)
            if block.level > depth + 1:
                message = (
                    f"标题从第{_CHINESE[depth - 1]}层跳到了第{_CHINESE[block.level - 1]}层"
                    if depth
                    else "第一个标题应是第一层"
                )
                hint = f"用 {'#' * (depth + 1)} 标出，或补上中间的标题"
                yield passage.fault(0, len(passage.text), message, hint=hint)
            depth = block.level
            numbered = _number(passage)
            if numbered:
                yield from _form(numbered, block.level)
                yield from _order(numbered._replace(level=block.level), course)
            else:
                course.reach(block.level, course.values.get(block.level, 0))
        elif isinstance(block, Paragraph):
            numbered = _number(Passage.of_prose((*block.run_in, *block.inlines)))
            if numbered is None:
                course.interrupted = True
                continue
            yield from _form(numbered, numbered.level)
            yield from _nesting(numbered, course)
            yield from _order(numbered, course)


def _number(passage: Passage) -> _Numbered | None:
    for level, pattern in _NUMBERS:
        match = pattern.match(passage.text)
        if match and not (level == 1 and _lists(passage.text, match)):
            digits = match["number"]
            value = chinese_number(digits) if level in (1, 2) else int(digits)
            return _Numbered(passage, level, value, len(match.group().rstrip(" ")), match.group().rstrip(" "))
    return None


def _lists(text: str, match: re.Match[str]) -> bool:
    """Tell 一、二级指标 and 三、四季度 from the heading 一、指导思想."""
    following = text[match.end() : match.end() + 2]
    if not following or following[0] not in _CHINESE or following[1:] == "十":
        return False
    return chinese_number(following[0]) == chinese_number(match["number"]) + 1


def _form(numbered: _Numbered, level: int) -> Iterator[Finding]:
    """Say if the number is not written as its level wants it."""
    right = _written(level, numbered.value)
    if numbered.level == level and _RIGHT[level - 1].fullmatch(numbered.written):
        return
    if numbered.level == level:
        message = f"序号“{numbered.written}”的写法不对，应写“{right}”"
    else:
        message = f"第{_CHINESE[level - 1]}层的标题用“{_LEVEL_NAMES[level - 1]}”一类的序号，这里写的是“{numbered.written}”"
    yield _fault(numbered, message, right)


def _nesting(numbered: _Numbered, course: _Course) -> Iterator[Finding]:
    """Say if a numbered paragraph stands deeper than what is above it leads to, or follows a deeper level.

    Where there are only two levels, `1.` may stand right below 一、.
    """
    level = numbered.level
    if not course.values or level in course.values:
        return
    above = max((outer for outer in course.values if outer < level), default=0)
    if level > above + 1 and (above, level) != (1, 3):
        message = f"“{numbered.written}”的上面没有“{_LEVEL_NAMES[level - 2]}”一层"
    elif level == 2 and {1, 3} <= course.values.keys():
        message = f"“{numbered.written}”写在同一部分的“1.”后面，层次颠倒"
    else:
        return
    yield numbered.passage.fault(
        0, numbered.length, message, hint="按“一、”“（一）”“1.”“（1）”的顺序逐层编号"
    )


def _order(numbered: _Numbered, course: _Course) -> Iterator[Finding]:
    """Say if the number does not follow the one before it. After other text, a level may begin anew."""
    last = course.values.get(numbered.level, 0)
    restarts = numbered.value == 1 and course.interrupted and numbered.level > 2
    if numbered.value != last + 1 and not restarts:
        right = _written(numbered.level, last + 1)
        before = f"同一层的上一个是“{_written(numbered.level, last)}”" if last else "这是这一层的第一个"
        yield _fault(numbered, f"序号“{numbered.written}”不连续：{before}，这里应是“{right}”", right)
    course.reach(numbered.level, numbered.value)


def _fault(numbered: _Numbered, message: str, right: str) -> Finding:
    """A finding whose words are the whole heading, be it on its own line or at the head of a paragraph."""
    text = numbered.passage.text
    end = text.find("。") + 1 or len(text)
    rest = numbered.passage.quoted(numbered.length, end).lstrip(" ")
    place = numbered.passage.place(0)
    return Finding(message, place, f"改为“{right}{rest}”", numbered.passage.quoted(0, end))


def _written(level: int, value: int) -> str:
    if level in (1, 2):
        tens, units = divmod(value, 10)
        ten = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens - 1]}十"
        digits = ten + (_CHINESE[units - 1] if units else "")
    else:
        digits = str(value)
    return ("{}、", "（{}）", "{}.", "（{}）")[level - 1].format(digits)
