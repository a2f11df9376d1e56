"""What describes the files of a year (Data Package 1.0, Table Schema): each file, each column, and how tables refer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from generator.render.open_data.as_csv import SEPARATOR
from generator.render.open_data.as_json import json_bytes
from generator.views.data_table import DataSet, DataTable, Field, Kind


def package(data: DataSet, files: Mapping[str, bytes]) -> bytes:
    """`datapackage.json` of a year; `files` are its CSV files by the key of their table."""
    content: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"plan-{data.year}",
        "title": data.title,
        "description": data.composed or f"{data.publisher}公开的数据。",
        "version": str(data.version),
        "contributors": [{"title": data.publisher, "role": "publisher"}],
        "sources": [{"title": data.source}],
        "resources": [_resource(data, table, files[table.key]) for table in data.tables],
    }
    if data.day:
        content["created"] = f"{data.day.isoformat()}T00:00:00+08:00"
    return json_bytes(content)


def _resource(data: DataSet, table: DataTable, file: bytes) -> dict[str, Any]:
    titles = {one.key: {field.key: field.title for field in one.fields} for one in data.tables}
    return {
        "profile": "tabular-data-resource",
        "name": table.key,
        "title": table.title,
        "path": f"{table.key}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file),
        "hash": f"sha256:{hashlib.sha256(file).hexdigest()}",
        "schema": {
            "fields": [_field(field) for field in table.fields],
            "primaryKey": [titles[table.key][key] for key in table.primary],
            "foreignKeys": [
                {
                    "fields": titles[table.key][one.field],
                    "reference": {
                        "resource": "" if one.table == table.key else one.table,
                        "fields": titles[one.table][one.there],
                    },
                }
                for one in table.references
            ],
            "missingValues": [""],
        },
    }


def _field(field: Field) -> dict[str, Any]:
    separated = f"；多个用“{SEPARATOR}”隔开" if field.kind is Kind.LIST else ""
    described = {"name": field.title, "title": field.title, "description": f"{field.meaning}{separated}"}
    kind = Kind.TEXT if field.kind is Kind.LIST else field.kind
    return described | {"type": kind.value, "constraints": {"required": field.needed}, "key": field.key}
