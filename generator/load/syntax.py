"""What to say to a clerk where a data file is not YAML: the likely slip, at the place where it was made."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.load import refusals
from generator.problem import Place, Problem

_FULL_WIDTH_COLON = re.compile(r"\s*(?:- )*(?P<key>[^\s:#\"'{}\[\]：]{1,20})：")
_COLON_HINT = "改成半角冒号，后面空一格；键用英文，如 deadline: 2019-12-31"
_PLAINLY = (
    "这里不合 YAML 的写法，读不下去",
    "检查这一行和上一行：冒号后要有空格，缩进要对齐，引号和括号要成对",
)
_BEGUN = {
    "while scanning a quoted scalar": ("这里开始的引号没有结束", "在内容末尾补上同样的引号"),
    "while parsing a flow sequence": (
        "这里开始的 [ 没有配上 ]，或中间缺逗号",
        "补上 ]；各项之间用半角逗号和空格隔开",
    ),
    "while parsing a flow mapping": (
        "这里开始的 { 没有配上 }，或中间缺逗号",
        "补上 }；各项之间用半角逗号和空格隔开",
    ),
    "while scanning a simple key": ("这一行没有半角冒号，不成为一项", "写成“键: 值”，冒号后空一格"),
}
"""Faults that libyaml notices late, by what it was doing: what to say at the place where they began."""


def explain(
    error: yaml.YAMLError, lines: Sequence[str], file: str, known: Sequence[Problem]
) -> tuple[Problem, ...]:
    """All problems of a file that libyaml gave up on: the known ones, and the slip behind its error.

    The slip is not told again where a known problem, or a tab, on the same or the last line shows it.
    """
    context = str(getattr(error, "context", None))
    begun = context in _BEGUN
    line, column = _mark(error, "context_mark" if begun else "problem_mark")
    message, hint = _BEGUN[context] if begun else _PLAINLY
    place = Place(file, line + 1, column + 1)
    if begun:
        known = [one for one in known if one.place < place or one.rule != refusals.MULTILINE_VALUE.id]
    above = not begun and ":" not in "".join(lines[line : line + 1])[:column]
    suspects = (line, line - 1) if above else (line,)
    colons = [full_width_colon(lines, number, file) for number in suspects]
    slip = next((colon for colon in colons if colon is not None), None)
    if slip is None and not _shown(place, lines, known):
        slip = refusals.SYNTAX.at(place, message, hint)
    return (*known, slip) if slip is not None and slip not in known else tuple(known)


def _mark(error: yaml.YAMLError, which: str) -> tuple[int, int]:
    mark = getattr(error, which, None)
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _shown(place: Place, lines: Sequence[str], known: Sequence[Problem]) -> bool:
    causes = (refusals.MULTILINE_VALUE.id, refusals.FULL_WIDTH_COLON.id)
    near = (place.line - 1, place.line)
    return any(one.rule in causes and one.place.line in near for one in known) or any(
        "\t" in line for line in lines[max(0, place.line - 2) : place.line]
    )


def not_a_mapping(lines: Sequence[str], file: str) -> Problem:
    """The problem of a file that is YAML, but not `key: value`."""
    for number in range(len(lines)):
        problem = full_width_colon(lines, number, file)
        if problem is not None:
            return problem
    return refusals.NOT_A_MAPPING.at(Place(file), "文件里没有“键: 值”", "参看使用手册中这个文件的样子")


def full_width_colon(lines: Sequence[str], number: int, file: str) -> Problem | None:
    """The problem of a line that opens like `名称：值`, if line `number` (from 0) is one."""
    if not 0 <= number < len(lines):
        return None
    match = _FULL_WIDTH_COLON.match(lines[number])
    return match and _colon(match["key"], Place(file, number + 1, match.end()))


def colon_in_key(key: str, place: Place) -> Problem | None:
    """The problem of a key without a value that is itself `名称：值`, as in {at_most：0}."""
    name, colon, _ = key.partition("：")
    return _colon(name, place._replace(column=place.column + len(name))) if colon else None


def _colon(name: str, place: Place) -> Problem:
    return refusals.FULL_WIDTH_COLON.at(place, f"“{name}”后面是全角冒号“：”", _COLON_HINT)


def shortened(text: str, width: int = 20) -> str:
    """The beginning of a text, as it is quoted in a message."""
    return text if len(text) <= width else text[: width - 1] + "…"
