"""The digests of closed quarters: each covers its quarter's reports and hangs on the one before it."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from generator.model.dossier import Year


def quarter_digest(year: Year, quarter: str, previous: str | None) -> str:
    """The sha256, in hex, over the digest before it and canonical JSON (field names, NFC) of a quarter's reports.

    What is not written is left out, so that a field which the model gains later breaks no lock.
    """
    reports = [
        report.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for report in year.progress
        if report.quarter == quarter
    ]
    content = {"previous": previous, "reports": reports}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
