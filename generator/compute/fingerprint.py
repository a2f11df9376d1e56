"""The fingerprint of a year's plan: one digest that changes with any value the plan fixes."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from generator.model.dossier import Year


def fingerprint(year: Year) -> str:
    """The sha256, in hex, over canonical JSON (field names, NFC) of the plan, organisation and indicators."""
    content = {
        "plan": year.plan.model_dump(mode="json", by_alias=True),
        "organisation": year.organisation.model_dump(mode="json", by_alias=True),
        "indicators": [indicator.model_dump(mode="json", by_alias=True) for indicator in year.indicators],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
