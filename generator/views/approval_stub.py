"""Changes as a record of approval names them, in YAML ready to paste."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.change import Change, ChangeKind, What


def stub_lines(change: Change) -> Iterator[str]:
    """One change as it stands in a record of approval."""
    told: dict[str, object] = {}
    if change.subject.what is not What.TARGET:
        told["what"] = change.subject.what.name.lower()
    told["target"] = change.subject.id
    if change.kind is not ChangeKind.CHANGED:
        told["kind"] = change.kind.value
    if change.field:
        told["field"] = change.field
    if change.old is not None:
        told["from"] = change.old
    if change.new is not None:
        told["to"] = change.new
    for number, (key, value) in enumerate(told.items()):
        yield f"{'  - ' if not number else '    '}{key}: {_written(value)}"


def _written(value: object) -> str:
    """A value in YAML: quoted as JSON, which the strict reader takes as it is."""
    if isinstance(value, str) and value.isascii() and value.replace("-", "").replace(".", "").isalnum():
        return value
    return json.dumps(_without_nothing(value), ensure_ascii=False)


def _without_nothing(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    return value
