"""The handbook's field reference: every key of a kind of data file, as the model itself describes it.

It reads the JSON Schema, the same one an editor completes keys from, so that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter

_Schema = Mapping[str, Any]

_HEAD = ("键", "必填", "怎么写", "意思")
_ORDINALS = "①②③④⑤⑥⑦⑧⑨⑩"


class UndescribedFieldError(Exception):
    """A field of the model has no description, so the handbook could not explain it: our own mistake."""


class _Group(NamedTuple):
    """One record of a file: the key it stands under ("" for the file itself), and its permitted shapes."""

    key: str
    several: bool
    shapes: tuple[_Schema, ...]


def field_reference(kind: TypeAdapter[Any]) -> str:
    """Tables of all keys of a kind of file, in Markdown: the file itself first, then each record within it.

    Raises `UndescribedFieldError` for a field without a description.
    """
    root = kind.json_schema()
    return "\n\n".join("\n".join(_table(group, root)) for group in _groups(root))


def _groups(root: _Schema) -> Iterator[_Group]:
    """Every record of a file, each once, a record before those within it."""
    waiting = [_Group("", False, _shapes(root, root))]  # noqa: FBT003  # a file is never a list
    met: list[tuple[_Schema, ...]] = []
    while waiting:
        group = waiting.pop(0)
        if group.shapes in met:
            continue
        met.append(group.shapes)
        yield group
        inner = [
            _Group(key, "items" in _given(field), _shapes(field, root))
            for shape in group.shapes
            for key, field in shape["properties"].items()
        ]
        waiting = [one for one in inner if one.shapes] + waiting


def _shapes(schema: _Schema, root: _Schema) -> tuple[_Schema, ...]:
    """The records that may stand where a schema does, or in the list that does; none for a plain value."""
    schema = _given(schema)
    schema = schema.get("items", schema)
    found = [_resolved(one, root) for one in schema.get("oneOf", (schema,))]
    return tuple(one for one in found if "properties" in one)


def _table(group: _Group, root: _Schema) -> Iterator[str]:
    several_shapes = len(group.shapes) > 1
    if group.key:
        yield f"**`{group.key}`{' 的每一项' if group.several else ''}**"
        yield ""
    if several_shapes:
        yield f"有 {len(group.shapes)} 种写法，只用其中一种；第一列相同的几行是同一种。"
        yield ""
    head = ("写法", *_HEAD) if several_shapes else _HEAD
    yield _row(head)
    yield _row("---" for _ in head)
    for ordinal, shape in zip(_ORDINALS, group.shapes, strict=False):
        for key, field in shape["properties"].items():
            if "description" not in field:
                raise UndescribedFieldError(f"{shape['title']}.{key}")
            needed = _needed(key, field, shape)
            row = (f"`{key}`", needed, _way(field, root), field["description"])
            yield _row((ordinal, *row) if several_shapes else row)


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _needed(key: str, field: _Schema, shape: _Schema) -> str:
    if key in shape.get("required", ()):
        return "是"
    if isinstance(field.get("default"), bool):
        return f"否，不写即 {'yes' if field['default'] else 'no'}"
    return "否"


def _way(field: _Schema, root: _Schema) -> str:
    """How the value of a field is written."""
    field = _given(field)
    if "items" in field:
        return f"列表，每项：{_way(field['items'], root)}"
    if "additionalProperties" in field and "properties" not in field:
        return f"几行“代号: {_way(field['additionalProperties'], root)}”"
    if _shapes(field, root):
        return "几个键，见下表"
    return _plain(_resolved(field, root))


def _plain(schema: _Schema) -> str:
    """How a single value is written."""
    match schema:
        case {"const": word}:
            return f"`{word}`"
        case {"enum": ["yes", "no", *_]}:
            return "`yes` 或 `no`"
        case {"enum": words}:
            return "、".join(f"`{word}`" for word in words) + " 之一"
        case {"title": title, "examples": [example, *_]}:
            return f"{title}，如 `{example}`"
        case {"type": "string"}:
            return "文字"
    raise ValueError(schema)


def _given(schema: _Schema) -> _Schema:
    """The schema of a value that is there: what may be left out is also described as null."""
    return next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema)


def _resolved(schema: _Schema, root: _Schema) -> _Schema:
    if "$ref" not in schema:
        return schema
    target: _Schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return target
