"""Strict YAML: text and its places, from libyaml's events; whatever is ambiguous is refused.

Every scalar stays the text that was written. A file of 10,000 brackets never builds a tree: refusals are
made while the events stream.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.load import refusals
from generator.model.record import Placed, PlacedItems
from generator.problem import Place, Problem

MAX_DEPTH = 20

_FULL_WIDTH_COLON = re.compile(r"\s*(?:- )*(?P<key>[^\s:#\"'{}\[\]：]{1,20})：")
_TRAILING_COMMENT = re.compile(r"(?P<gap>[ ]+)#(?P<after>.?)")


def parse(text: str, file: str) -> tuple[Placed | None, tuple[Problem, ...]]:
    """Parse one data file into a mapping with places.

    The mapping is None when the text is not YAML at all or holds no mapping. Otherwise it is returned together
    with any refusals, so that the values that could be read are still looked at.
    """
    reader = _Reader(text, file)
    try:
        root = reader.read()
    except yaml.YAMLError as error:
        reader.problems.append(_syntax_problem(error, reader))
        return None, tuple(reader.problems)
    except _TooDeepError:
        return None, tuple(reader.problems)
    if isinstance(root, Placed):
        return root, tuple(reader.problems)
    if not reader.problems:
        reader.problems.append(_no_mapping(reader))
    return None, tuple(reader.problems)


class _TooDeepError(Exception):
    """The nesting passed `MAX_DEPTH`; reading stopped there."""


class _Reader:
    """Turns the event stream of one document into `Placed` mappings, `PlacedItems` and text."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self._next = yaml.CSafeLoader(text).get_event
        self._depth = 0

    def read(self) -> Any:
        """The document's root value; None for an empty file."""
        root: Any = None
        documents = 0
        while type(event := self._next()) is not yaml.StreamEndEvent:
            if type(event) is not yaml.DocumentStartEvent:
                continue
            documents += 1
            if event.version or event.tags:
                self._refuse(refusals.DIRECTIVE, event, "不接受 % 指令", "删去 % 开头的行")
            if documents > 1:
                self._refuse(
                    refusals.SECOND_DOCUMENT, event, "“---”之后又开始了第二份内容", "分到另一个文件里"
                )
                break
            root = self._value(self._next())
        return root

    def place(self, event: Any) -> Place:
        """Where an event starts."""
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _refuse(self, refusal: refusals.Refusal, event: Any, message: str, hint: str) -> None:
        self.problems.append(refusal.at(self.place(event), message, hint))

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._refuse(refusals.ALIAS, event, f"不接受引用 *{event.anchor}", "把要引用的值直接写在这里")
            return ""
        if event.anchor is not None:
            self._refuse(refusals.ANCHOR, event, f"不接受锚点 &{event.anchor}", "删去 & 和后面的名字")
        if event.tag is not None:
            self._refuse(refusals.TAG, event, f"不接受类型标签 {event.tag}", "删去标签，只写值")
        if kind is yaml.ScalarEvent:
            if not event.style:
                self._check_plain(event)
            return event.value
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse(refusals.TOO_DEEP, event, f"嵌套超过 {MAX_DEPTH} 层", "检查括号和缩进")
            raise _TooDeepError
        value = self._mapping(event) if kind is yaml.MappingStartEvent else self._sequence()
        self._depth -= 1
        return value

    def _check_plain(self, event: Any) -> None:
        end = event.end_mark
        line, column = end.line, end.column
        if line != event.start_mark.line:
            self._refuse_continuation(event)
        if column != len(self.lines[line]):
            self._refuse_lost_tail(line, column)

    def _refuse_continuation(self, event: Any) -> None:
        for number in range(event.start_mark.line, event.end_mark.line + 1):
            problem = _full_width_colon(self, number)
            if problem is not None:
                self.problems.append(problem)
                return
        self._refuse(
            refusals.MULTILINE_PLAIN,
            event,
            "这个值没有加引号却写了几行",
            "写成一行；或在冒号后写 >-，内容另起行并缩进",
        )

    def _refuse_lost_tail(self, number: int, column: int) -> None:
        line = self.lines[number]
        comment = _TRAILING_COMMENT.match(line, column)
        if comment is None or (len(comment["gap"]) >= 2 and comment["after"] in (" ", "")):
            return
        hash_at = comment.end("gap")
        self.problems.append(
            refusals.COMMENT_IN_VALUE.at(
                Place(self.file, number + 1, hash_at + 1),
                f"“{_shortened(line[hash_at:].strip())}”会被当作注释丢掉",
                "属于内容：整个值加上双引号；是注释：与值隔两个空格，# 后再空一格",
            )
        )

    def _sequence(self) -> PlacedItems:
        items: list[Any] = []
        places: list[Place] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._value(event))
            places.append(self.place(event))
            if items[-1] == "" and _nothing(event):
                self._refuse(refusals.EMPTY_VALUE, event, "列表里有空的一项", "写上内容，或删去这一行")
        return PlacedItems.of(items, places)

    def _mapping(self, start: Any) -> Placed:
        mapping = Placed(self.place(start))
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._key(event, mapping.keys_at)
            value_event = self._next()
            value = self._value(value_event)
            if key is None:
                continue
            if value == "" and _nothing(value_event):
                hint = "写上内容；不知道的就删去整行"
                self.problems.append(
                    refusals.EMPTY_VALUE.at(mapping.keys_at[key], f"“{key}”后面没有写值", hint)
                )
            mapping.add(key, value, self.place(value_event))
        return mapping

    def _key(self, event: Any, keys_at: dict[str, Place]) -> str | None:
        """The key's text, or None when the entry is refused."""
        value = self._value(event)
        if not isinstance(value, str):
            self._refuse(refusals.KEY_FORM, event, "键必须是一个词，不能是列表或嵌套的几项", "改用一个英文键")
            return None
        if value == "<<" and not event.style:
            self._refuse(refusals.MERGE_KEY, event, "不接受 << 合并", "把内容直接写在这里")
            return None
        place = self.place(event)
        if value in keys_at:
            message = f"“{value}”写了两次：第 {keys_at[value].line} 行和第 {place.line} 行"
            self._refuse(refusals.DUPLICATE_KEY, event, message, "删去其中一处")
            return None
        keys_at[value] = place
        return value


def _nothing(event: Any) -> bool:
    """Whether an event is the nothing behind `key:` or `-`."""
    return type(event) is yaml.ScalarEvent and not event.style and event.value == ""


def _no_mapping(reader: _Reader) -> Problem:
    for number in range(len(reader.lines)):
        problem = _full_width_colon(reader, number)
        if problem is not None:
            return problem
    return refusals.NOT_A_MAPPING.at(Place(reader.file), "文件里没有“键: 值”", "参看使用手册中这个文件的样子")


def _syntax_problem(error: yaml.YAMLError, reader: _Reader) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    for number in (line, line - 1, line - 2):
        problem = _full_width_colon(reader, number)
        if problem is not None:
            return problem
    return refusals.SYNTAX.at(
        Place(reader.file, line + 1, column + 1),
        "这里不合 YAML 的写法，读不下去",
        "检查这一行和上一行：冒号后要有空格，缩进要对齐，引号和括号要成对",
    )


def _full_width_colon(reader: _Reader, number: int) -> Problem | None:
    """The problem of a line that opens like `名称：值`, if line `number` (from 0) is one."""
    if not 0 <= number < len(reader.lines):
        return None
    match = _FULL_WIDTH_COLON.match(reader.lines[number])
    if match is None:
        return None
    return refusals.FULL_WIDTH_COLON.at(
        Place(reader.file, number + 1, match.end()),
        f"“{match['key']}”后面是全角冒号“：”",
        "改成半角冒号，后面空一格；键用英文，如 deadline: 2019-12-31",
    )


def _shortened(text: str, width: int = 20) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
