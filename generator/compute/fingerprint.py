"""The fingerprint of a year's plan: one digest that changes with any value an approval fixes."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from generator.model.change import Subject, Value, What
from generator.model.dossier import Year
from generator.model.entity import plan_entities
from generator.model.visibility import INTERNAL_FIELDS

NOT_FROZEN = frozenset({(What.TARGET, "evidence"), (What.UNIT, "short"), (What.UNIT, "duties")})
"""The fields an approval does not fix. Every other is fixed, a new one too, until it is named here."""
_TARGET_PRINT = 16
"""So many digits tell a target's fingerprint; the whole plan's stands beside it."""

Fields = Mapping[str, Value]


def fingerprint(year: Year) -> str:
    """The sha256, in hex, over canonical JSON (field names, NFC) of plan, organisation, indicators and targets.

    Order and layout of the files play no part.
    """
    return fingerprint_of(plan_state(year))


def plan_state(year: Year) -> dict[Subject, Fields]:
    """What a year's plan fixes, as things with fields."""
    return {subject: entity.fields for subject, entity in plan_entities(year).items()}


def fingerprint_of(state: Mapping[Subject, Fields]) -> str:
    """The fingerprint of a plan's state."""
    return digest(
        {f"{subject.what.name}:{subject.id}": _frozen(subject, state[subject]) for subject in state}
    )


def target_fingerprints(state: Mapping[Subject, Fields]) -> dict[str, str]:
    """The fingerprint of what the public may see of each target of a plan's state, by id.

    So the public edition, which lacks the internal fields, can tell how a target stands to what was approved.
    """
    return {
        subject.id: digest(_public(_frozen(subject, fields)))[:_TARGET_PRINT]
        for subject, fields in sorted(state.items(), key=lambda one: one[0].id)
        if subject.what is What.TARGET
    }


def digest(content: Any) -> str:
    """The sha256, in hex, over a value as canonical JSON (sorted keys, NFC)."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def public_fingerprint(state: Mapping[Subject, Fields]) -> str:
    """The fingerprint of what the public may see of a plan's state: the same for the dossier and its public edition."""
    return digest(
        {
            f"{subject.what.name}:{subject.id}": _public(_frozen(subject, fields))
            for subject, fields in state.items()
        }
    )


def _frozen(subject: Subject, fields: Fields) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if (subject.what, name) not in NOT_FROZEN}


def _public(fields: Fields) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if name not in INTERNAL_FIELDS}
