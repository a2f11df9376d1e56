"""From a mapping with places to a typed record; pydantic's errors become sentences at a place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.load import refusals
from generator.load.located import Refused
from generator.model.record import Placed, PlacedItems, Record
from generator.problem import Place, Problem

T = TypeVar("T", bound=Record)

_OWN_WORDS = frozenset(
    {"points", "quantity", "count", "day", "yes_no", "scalar", "document_number", "content_path", "form"}
    | {"goal_kind", "scoring_idiom"}
)
_KEY_STEP = "[key]"
"""The last step of an error's location that is about a key itself."""
_SENTENCES = {
    "enum": "这里应写一个词，不能是列表或嵌套的几项",
    "literal_error": "这里应写一个词，不能是列表或嵌套的几项",
    "string_type": "这里应写一段文字，不能是列表或嵌套的几项",
    "string_too_short": "这里没有写内容",
    "too_short": "这里至少要有一项",
    "tuple_type": "这里应写成列表，每项以“- ”开头",
    "dict_type": "这里应写成若干“键: 值”",
    "model_type": "这里应写成若干“键: 值”",
    "model_attributes_type": "这里应写成若干“键: 值”",
}


def typed(kind: TypeAdapter[T], mapping: Placed) -> tuple[T | None, tuple[Problem, ...]]:
    """Give a mapping its type. The record is None when anything in it does not fit.

    Of a value that was refused when the file was parsed, nothing more is said.
    """
    try:
        return kind.validate_python(mapping), ()
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _said(detail)]
        meant = {_meant(kind, mapping, detail) for detail in details if detail["type"] == "extra_forbidden"}
        return None, tuple(
            _problem(kind, mapping, detail)
            for detail in details
            if detail["type"] != "missing" or detail["loc"] not in meant
        )


def _said(detail: ErrorDetails) -> bool:
    """Whether an error only follows from another: a refused value, or a list too short for its wrong items."""
    value = detail["input"]
    if detail["type"] == "too_short":
        return len(value) >= int(detail["ctx"]["min_length"])
    return isinstance(value, Refused)


def _meant(kind: TypeAdapter[Any], mapping: Placed, detail: ErrorDetails) -> tuple[int | str, ...]:
    """The location that an unknown key would have if it were spelt as the known key nearest to it."""
    steps = tuple(_real_steps(mapping, detail["loc"]))
    nearest = difflib.get_close_matches(str(steps[-1]), sorted(_keys(kind, steps[:-1])), 1)
    return (*detail["loc"][:-1], *nearest)


def _problem(kind: TypeAdapter[Any], mapping: Placed, detail: ErrorDetails) -> Problem:
    steps = tuple(_real_steps(mapping, detail["loc"]))
    place = _place(mapping, steps)
    match detail["type"]:
        case "missing":
            key = str(detail["loc"][-1])
            return refusals.MISSING_KEY.at(
                place, f"缺少“{key}”", f"补上一行 {key}: ……；它的意思见使用手册“数据文件”"
            )
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            known = sorted(_keys(kind, steps[:-1]))
            nearest = difflib.get_close_matches(key, known, 1)
            hint = f"是不是“{nearest[0]}”？" if nearest else "这里可以写：" + "、".join(known)
            return refusals.UNKNOWN_KEY.at(_key_place(mapping, steps), f"不认识的键“{key}”", hint)
        case "enum" | "literal_error" if isinstance(detail["input"], str):
            expected = _expected(str(detail.get("ctx", {}).get("expected", "")))
            return refusals.VALUE_FORM.at(place, f"“{detail['input']}”不在可选之列", f"可以写：{expected}")
        case own if own in _OWN_WORDS:
            at = _key_place(mapping, steps) if detail["loc"][-1] == _KEY_STEP else place
            return refusals.VALUE_FORM.at(at, detail["msg"])
        case other:
            return refusals.VALUE_FORM.at(place, _SENTENCES.get(other, f"这个值不合要求（{other}）"))


def _real_steps(value: Any, location: tuple[int | str, ...]) -> Iterator[int | str]:
    """The steps of a location that are keys and indices of the value; the others name members of unions."""
    for step in location:
        if isinstance(value, Placed) and step in value:
            yield step
            value = value[str(step)]
        elif isinstance(value, PlacedItems) and isinstance(step, int):
            yield step
            value = value[step]


def _place(mapping: Placed, steps: tuple[int | str, ...]) -> Place:
    """The place of the value at some steps."""
    place = mapping.place()
    value: Any = mapping
    for step in steps:
        place, value = value.place(step), value[step]
    return place


def _key_place(mapping: Placed, steps: tuple[int | str, ...]) -> Place:
    """The place of the key that is the last of some steps."""
    value: Any = mapping
    for step in steps[:-1]:
        value = value[step]
    place: Place = value.key_place(steps[-1])
    return place


def _expected(words: str) -> str:
    return words.replace("'", "").replace(" or ", "、").replace(", ", "、")


@cache
def _schema(kind: TypeAdapter[Any]) -> dict[str, Any]:
    return kind.json_schema()


def _keys(kind: TypeAdapter[Any], steps: tuple[int | str, ...]) -> frozenset[str]:
    """The keys that may stand in the mapping at some steps, from the type's JSON Schema."""
    root = _schema(kind)
    places = list(_alternatives(root, root))
    for step in steps:
        inner = [
            schema["items"] if isinstance(step, int) else schema["properties"][step]
            for schema in places
            if (("items" in schema) if isinstance(step, int) else (step in schema.get("properties", {})))
        ]
        places = [found for schema in inner for found in _alternatives(root, schema)]
    return frozenset(key for schema in places for key in schema.get("properties", {}))


def _alternatives(root: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    several = schema.get("oneOf") or schema.get("anyOf")
    if several:
        for one in several:
            yield from _alternatives(root, one)
    else:
        yield schema
