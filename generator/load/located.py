"""Strict YAML: text and its places, from libyaml's events; whatever is ambiguous is refused.

Every scalar stays the text that was written. A file of 10,000 brackets never builds a tree: refusals are
made while the events stream.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from generator.load import refusals
from generator.load.scalar import read_scalar
from generator.load.syntax import colon_in_key, explain, not_a_mapping
from generator.model.record import LINE, Placed, PlacedItems
from generator.problem import Place, Problem

MAX_DEPTH, MAX_VALUES = 20, 50_000


class Refused(str):
    """What stands in a mapping for a value that was refused; nothing more is to be said of it."""

    __slots__ = ()


def parse(text: str, file: str) -> tuple[Placed | None, tuple[Problem, ...]]:
    """Parse one data file, as `decode` returns it, into a mapping with places.

    A value's place is its first character, or the quote, bracket or > that opens it. The mapping is None when
    the text is not YAML at all or holds no mapping. Otherwise it is returned together with any refusals, so
    that the values that could be read are still looked at.
    """
    reader = _Reader(text, file)
    try:
        root = reader.read()
    except yaml.YAMLError as error:
        return None, explain(error, reader.lines, file, reader.problems)
    except _GivenUpError:
        return None, tuple(reader.problems)
    if isinstance(root, Placed):
        return root, tuple(reader.problems)
    if not reader.problems:
        reader.problems.append(not_a_mapping(reader.lines, file))
    return None, tuple(reader.problems)


class _GivenUpError(Exception):
    """The nesting passed `MAX_DEPTH`, or the values `MAX_VALUES`; reading stopped there."""


class _Reader:
    """Turns the event stream of one document into `Placed` mappings, tuples and text."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self._marked = {number for number, line in enumerate(self.lines) if "#" in line}
        self._events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        self._depth = 0
        self._left = MAX_VALUES

    def read(self) -> Any:
        """The document's root value; None for an empty file."""
        root: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._refuse(refusals.DIRECTIVE, event, "不接受 % 指令", "删去 % 开头的行")
                if documents > 1:
                    self._refuse(
                        refusals.SECOND_DOCUMENT, event, "“---”之后又开始了第二份内容", "分到另一个文件里"
                    )
                    break
                root = self._value(next(self._events))
        return root

    def _refuse(self, refusal: refusals.Refusal, event: Any, message: str, hint: str) -> None:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(refusal.at(place, message, hint))

    def _value(self, event: Any) -> Any:
        """What an event begins. (A word on its line, as nearly all values are, takes the shortest way.)"""
        self._left -= 1
        if self._left < 0:
            message = f"文件里有超过 {MAX_VALUES:,} 个值"
            self._refuse(refusals.FILE_TOO_LARGE, event, message, "请把内容分到几个文件里")
            raise _GivenUpError
        kind = type(event)
        if kind is ScalarEvent and not event.style and event.tag is None and event.anchor is None:
            line = event.start_mark.line
            if line == event.end_mark.line and line not in self._marked:
                return event.value
        if kind is AliasEvent:
            self._refuse(refusals.ALIAS, event, f"不接受引用 *{event.anchor}", "把要引用的值直接写在这里")
            return Refused()
        if event.anchor is not None:
            self._refuse(refusals.ANCHOR, event, f"不接受锚点 &{event.anchor}", "删去 & 和后面的名字")
        if event.tag is not None:
            self._refuse(refusals.TAG, event, f"不接受类型标签 {event.tag}", "删去标签，只写值")
        if kind is ScalarEvent:
            return self._scalar(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse(refusals.TOO_DEEP, event, f"嵌套超过 {MAX_DEPTH} 层", "检查括号和缩进")
            raise _GivenUpError
        value = self._mapping(event) if kind is MappingStartEvent else self._sequence()
        self._depth -= 1
        return value

    def _scalar(self, event: Any) -> str:
        text, problems = read_scalar(event, self.lines, self.file)
        if problems:
            self.problems.extend(problems)
            return Refused(text)
        return text

    def _sequence(self) -> PlacedItems:
        items: list[Any] = []
        spots: list[int] = []
        for event in self._events:
            if type(event) is SequenceEndEvent:
                break
            value = self._value(event)
            if value == "" and _nothing(event):
                self._refuse(refusals.EMPTY_VALUE, event, "列表里有空的一项", "写上内容，或删去这一行")
                value = Refused()
            items.append(value)
            spots.append(_spot(event))
        return PlacedItems.of(items, self.file, spots)

    def _mapping(self, start: Any) -> Placed:
        mapping = Placed(self.file, _spot(start))
        for event in self._events:
            if type(event) is MappingEndEvent:
                break
            key = self._key(event, mapping)
            value_event = next(self._events)
            value = self._value(value_event)
            if key is None:
                continue
            if value == "" and _nothing(value_event):
                self.problems.append(_no_value(key, mapping.key_place(key)))
                value = Refused()
            mapping.add(key, value, _spot(value_event))
        return mapping

    def _key(self, event: Any, mapping: Placed) -> str | None:
        """The next key's text, or None when the entry is refused."""
        value = self._value(event)
        if not isinstance(value, str):
            self._refuse(refusals.KEY_FORM, event, "键必须是一个词，不能是列表或嵌套的几项", "改用一个英文键")
            return None
        if isinstance(value, Refused):
            return None
        if value == "<<" and not event.style:
            self._refuse(refusals.MERGE_KEY, event, "不接受 << 合并", "把内容直接写在这里")
            return None
        if value in mapping.key_spots:
            lines = (mapping.key_place(value).line, event.start_mark.line + 1)
            message = f"“{value}”写了两次：第 {lines[0]} 行和第 {lines[1]} 行"
            self._refuse(refusals.DUPLICATE_KEY, event, message, "删去其中一处")
            return None
        mapping.key_spots[value] = _spot(event)
        return value


def _spot(event: Any) -> int:
    """Where an event starts."""
    mark = event.start_mark
    spot: int = (mark.line + 1) * LINE + mark.column + 1
    return spot


def _nothing(event: Any) -> bool:
    """Whether an event is the nothing behind `key:` or `-`."""
    return type(event) is ScalarEvent and not event.style and event.value == ""


def _no_value(key: str, place: Place) -> Problem:
    return colon_in_key(key, place) or refusals.EMPTY_VALUE.at(
        place, f"“{key}”后面没有写值", "写上内容；不知道的就删去整行"
    )
