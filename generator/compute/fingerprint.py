"""The fingerprint of a year's plan: one digest that changes with any value an approval fixes."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from generator.model.change import What
from generator.model.dossier import Year
from generator.model.entity import plan_entities

NOT_FROZEN = frozenset({(What.TARGET, "evidence"), (What.UNIT, "short"), (What.UNIT, "duties")})
"""The fields an approval does not fix. Every other is fixed, a new one too, until it is named here."""


def fingerprint(year: Year) -> str:
    """The sha256, in hex, over canonical JSON (field names, NFC) of plan, organisation, indicators and targets.

    Order and layout of the files play no part.
    """
    content = {
        f"{subject.what.name}:{subject.id}": {
            name: value for name, value in entity.fields.items() if (subject.what, name) not in NOT_FROZEN
        }
        for subject, entity in plan_entities(year).items()
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
