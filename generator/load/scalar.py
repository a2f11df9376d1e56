"""One scalar: the text that was written, and what makes its text differ from what a clerk sees in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.load import refusals
from generator.load.syntax import full_width_colon, shortened
from generator.load.text import described, joined, strangers
from generator.problem import Place, Problem

_TRAILING_COMMENT = re.compile(r"(?P<gap>[ ]+)#(?P<after>.?)")


def read_scalar(event: Any, lines: Sequence[str], file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a scalar event of a file's lines, and what is to be refused in it.

    A folded value (>-) is one passage: its lines are joined as Chinese is set, with a space only between two
    ASCII characters.
    """
    place = Place(file, event.start_mark.line + 1, event.start_mark.column + 1)
    text: str = event.value
    match event.style:
        case ">":
            joined = _joined(event, lines)
            return (text, (_broken(place),)) if joined is None else (joined, ())
        case "|":
            return text, (_broken(place),)
        case "'" | '"':
            return text, tuple(_quoted(event, lines, place))
        case _:
            return text, tuple(_plain(event, lines, place))


def _joined(event: Any, lines: Sequence[str]) -> str | None:
    """The folded lines as one passage; None if anything but line ends was folded."""
    end = event.end_mark.line + (event.end_mark.column > 0)
    rows = [line.strip(" ") for line in lines[event.start_mark.line + 1 : end]]
    while rows and not rows[-1]:
        rows.pop()
    written = " ".join(event.value.split())
    if not all(rows) or " ".join(" ".join(rows).split()) != written or "\n" in event.value.rstrip("\n"):
        return None
    return joined(rows)


def _broken(place: Place) -> Problem:
    return refusals.MULTILINE_VALUE.at(
        place, "这个值分成了几段", "一个值只写一段话：用 >-，每行缩进相同，中间不空行"
    )


def _quoted(event: Any, lines: Sequence[str], place: Place) -> Iterator[Problem]:
    if event.end_mark.line > event.start_mark.line:
        yield _continued(place)
        return
    written = lines[event.start_mark.line]
    for char in (*strangers(event.value), *re.findall("\n", event.value)):
        if char not in written:
            message = f"引号里用 \\ 写出了不能接受的字符：{described(char)}"
            yield refusals.CHARACTER.at(place, message, "删去 \\ 和后面的代号；要写 \\ 本身就写 \\\\")
            return


def _plain(event: Any, lines: Sequence[str], place: Place) -> Iterator[Problem]:
    first, last = event.start_mark.line, event.end_mark.line
    if last > first and event.value:
        colons = (full_width_colon(lines, number, place.file) for number in range(first, last + 1))
        yield next((colon for colon in colons if colon is not None), _continued(place))
    lost = _lost_tail(event, lines, place.file)
    if lost is not None:
        yield lost


def _continued(place: Place) -> Problem:
    return refusals.MULTILINE_VALUE.at(
        place, "这个值换行接着写了", "写成一行；或在冒号后写 >-，内容另起行并缩进"
    )


def _lost_tail(event: Any, lines: Sequence[str], file: str) -> Problem | None:
    number, column = event.end_mark.line, event.end_mark.column
    comment = _TRAILING_COMMENT.match(lines[number], column) if number < len(lines) else None
    if comment is None or (len(comment["gap"]) >= 2 and comment["after"] in (" ", "")):
        return None
    tail = lines[number][comment.end("gap") :].strip()
    return refusals.COMMENT_IN_VALUE.at(
        Place(file, number + 1, comment.end("gap") + 1),
        f"“{shortened(tail)}”会被当作注释丢掉",
        "属于内容：整个值加上双引号；是注释：与值隔两个空格，# 后再空一格",
    )
