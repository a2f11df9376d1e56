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
            _complete(schema, words)
        if kind == "report":
            schema["properties"]["unit"]["enum"] = units
            schema["properties"]["quarter"]["enum"] = [quarter.id for quarter in newest.plan.quarters]
            schema["$defs"]["ProgressRow"]["properties"]["state"]["enum"] = [
                state.id for state in newest.plan.states
            ]
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        found[f"{kind}.schema.json"] = (text + "\n").encode()
    return found


def _innermost(categories: Iterable[Any]) -> list[str]:
    return [category.name for category in categories if not category.categories]


def _complete(schema: dict[str, Any], words: Mapping[str, list[str]]) -> None:
    """Offer the known words for the fields of indicators and targets that hold them."""
    for record in ("Target", "Single", "Composite"):
        properties = schema["$defs"][record]["properties"]
        for field in words.keys() & properties.keys():
            properties[field].get("items", properties[field])["enum"] = words[field]
