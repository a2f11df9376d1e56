"""The digests of closed quarters: each covers its quarter's reports and hangs on the one before it."""

from __future__ import annotations

from generator.compute.fingerprint import digest
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
    return digest({"previous": previous, "reports": reports})
