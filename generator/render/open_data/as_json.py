"""A table as JSON, and the schema by which a program may check it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from generator.views.data_table import Cell, DataSet, DataTable, Field, Kind

_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.COUNT: {"type": "integer", "minimum": 0},
    Kind.NUMBER: {"type": "number"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
}


def as_json(data: DataSet, table: DataTable) -> bytes:
    """The table, each row by its keys, with what is to be known of the whole before it."""
    keys = [field.key for field in table.fields]
    content = {
        "title": f"{data.title}：{table.title}",
        "publisher": data.publisher,
        "source": data.source,
        "year": data.year,
        "version": data.version,
        "updated": data.day.isoformat() if data.day else None,
        "note": data.composed or None,
        "rows": [dict(zip(keys, map(_value, row), strict=True)) for row in table.rows],
    }
    return json_bytes(content)


def schema(table: DataTable) -> bytes:
    """What `as_json` gives, as JSON Schema."""
    words = {"type": "string"}
    maybe = {"type": ["string", "null"]}
    properties = {
        "title": words,
        "publisher": words,
        "source": words,
        "year": {"type": "integer"},
        "version": {"type": "integer", "minimum": 1},
        "updated": maybe | {"format": "date"},
        "note": maybe,
        "rows": {"type": "array", "items": _closed({field.key: _property(field) for field in table.fields})},
    }
    content = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": table.title}
    return json_bytes(content | _closed(properties))


def json_bytes(content: Any) -> bytes:
    """JSON for people and programs alike."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _value(cell: Cell) -> Any:
    match cell:
        case date():
            return cell.isoformat()
        case Decimal():
            return int(cell) if cell == int(cell) else float(cell)
        case tuple():
            return list(cell)
    return cell


def _property(field: Field) -> dict[str, Any]:
    kind = dict(_TYPES[field.kind])
    if not field.needed and field.kind is not Kind.LIST:
        kind["type"] = [kind["type"], "null"]
    return {"title": field.title, "description": field.meaning, **kind}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
