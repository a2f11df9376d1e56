"""A title broken into lines between words, in the shape of a trapezoid or a diamond (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = 19.5
"""Characters of 22 pt that a line of 156 mm holds, with a little air."""

_LONGEST_NAME = 12
"""A name longer than this may itself be broken between its words."""

_TITLE_WORDS = """
关于 印发 转发 批转 开展 进一步 加强 做好 推进 规范 完善 建立 健全 调整 成立 表彰 申请 商请 协助 报送 召开 举办 同意 公布 发布 修订 废止 落实 深化 改进
切实 全面 组织 申报 设立 增加 解决 处理 聘任 任免 授予 命名 给予 工作 活动 方案 办法 规定 意见 计划 规划 总结 制度 机制 细则 规则 措施 标准 目标 任务
项目 经费 资金 资格 培训 会议 检查 督查 考核 评估 评价 管理 监督 服务 建设 改革 宣传 教育 整治 行动 专项 年度 情况 问题 人员 单位 集体 个人 人民政府
办公室 委员会 领导小组 全县 全市 全省 全国 实施 试行 暂行 先进 优秀 有关 若干 重点 季度 上半年 下半年 补充 紧急 决定 命令 公报 公告 通告 通知 通报 报告
请示 批复 议案 纪要
"""
_COMMON = frozenset(_TITLE_WORDS.split())
"""Words that the titles of official documents are made of, whatever the bureau."""

_NUMBER = re.compile(r"[0-9.]+(?:年度|年|月|日|号|次|届|周年|％|%)?|第[一二三四五六七八九十0-9]+[次届批期]")
_NOT_FIRST = re.compile(r"[，。、；：？！》〉）”’〕·的之等]")
_NOT_LAST = re.compile(r"[《〈（“‘〔]|和$|及$|与$|暨$|以及$")
_OPENING, _CLOSING = "《〈（“", "》〉）”、"
_JOINING = ("以及", "和", "及", "与", "暨")


class BrokenTitle(NamedTuple):
    """A title's lines; `between_words` is False where no place between known words would do."""

    lines: tuple[str, ...]
    between_words: bool


def break_title(title: str, names: Iterable[str]) -> BrokenTitle:
    """Break a title into lines of its own choice. `names` are words of the bureau that stay whole."""
    places = _places(title, names)
    if lines := _best(title, places):
        return BrokenTitle(lines, between_words=True)
    anywhere = {index for index in range(1, len(title)) if _may_break(title, index)}
    return BrokenTitle(_best(title, anywhere) or (title,), between_words=False)


def _places(title: str, names: Iterable[str]) -> set[int]:
    """Where a line may end: at the edges of known words and of bracketed passages, before 和 and its like."""
    known = sorted(
        {*_COMMON, *(name for name in names if 1 < len(name) <= _LONGEST_NAME)}, key=len, reverse=True
    )
    places: set[int] = set()
    index = 0
    while index < len(title):
        number = _NUMBER.match(title, index)
        word = (
            number.group() if number else next((word for word in known if title.startswith(word, index)), "")
        )
        if word:
            places |= {index, index + len(word)}
            index += len(word)
            continue
        if title[index] in _OPENING or title.startswith(_JOINING, index):
            places.add(index)
        if title[index] in _CLOSING:
            places.add(index + 1)
        index += 1
    return {place for place in places if 0 < place < len(title) and _may_break(title, place)}


def _may_break(title: str, index: int) -> bool:
    before, after = title[:index], title[index:]
    inside_number = before[-1] in "0123456789." and after[0] in "0123456789.年月日号"
    return not inside_number and not _NOT_FIRST.match(after) and not _NOT_LAST.search(before[-2:])


def _best(title: str, places: set[int]) -> tuple[str, ...]:
    """The fewest lines that fit, in the best shape; none if the places do not let them fit."""
    for count in range(max(1, -int(-_width(title) // _LINE)), 7):
        choices = list(_splits(title, sorted(places), count))
        if choices:
            return min(choices, key=_cost)
    return ()


def _splits(title: str, places: list[int], count: int, start: int = 0) -> Iterator[tuple[str, ...]]:
    if count == 1:
        if _width(title[start:]) <= _LINE:
            yield (title[start:],)
        return
    fits = _LINE * (count - 1)
    for place in places:
        if place > start and _width(title[start:place]) <= _LINE and _width(title[place:]) <= fits:
            for rest in _splits(title, places, count - 1, place):
                yield (title[start:place], *rest)


def _cost(lines: tuple[str, ...]) -> float:
    """How far lines are from an even trapezoid or diamond; an hourglass or a rectangle costs most."""
    widths = [_width(line) for line in lines]
    mean = sum(widths) / len(widths)
    steps = [right - left for left, right in pairwise(widths)]
    hourglass = any(left < 0 < right for left, right in pairwise(steps))
    rectangle = len(lines) > 1 and max(widths) - min(widths) < 1
    return sum((width - mean) ** 2 for width in widths) + 50 * hourglass + 20 * rectangle


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)
