"""JSON Schemas of the data files, so that an editor completes keys and the bureau's own unit names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.load.dossier import KINDS
from generator.model.dossier import Dossier


def schemas(dossier: Dossier) -> Mapping[str, bytes]:
    """The schema of each kind of data file by file name; units and categories are those of the newest year."""
    newest = dossier.years[max(dossier.years)]
    units = [unit.name for unit in newest.organisation.units]
    words = {"unit": units, "with": units, "category": _innermost(newest.plan.walk())}
    found = {}
    for kind, adapter in KINDS.items():
        schema = adapter.json_schema(mode="validation")
        if kind == "indicator":
            schema = _completed(schema, words)
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        found[f"{kind}.schema.json"] = (text + "\n").encode()
    return found


def _innermost(categories: Iterable[Any]) -> list[str]:
    return [category.name for category in categories if not category.categories]


def _completed(schema: Any, words: Mapping[str, list[str]]) -> Any:
    """The schema with the known words offered for the fields that hold them."""
    if isinstance(schema, list):
        return [_completed(one, words) for one in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {key: _completed(value, words) for key, value in schema.items()}
    for field, known in words.items():
        target = copy.get("properties", {}).get(field)
        if target is not None:
            target.get("items", target)["enum"] = known
    return copy
