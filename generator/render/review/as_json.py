"""The review report for programs: JSON in ASCII, as its schema says."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from generator.views.review import ReviewReport

VERSION = 1


def as_json(report: ReviewReport) -> str:
    """The report with the version of its form."""
    return json.dumps({"version": VERSION} | asdict(report), indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    found = TypeAdapter(ReviewReport).json_schema()
    found["properties"] = {"version": {"const": VERSION}} | found["properties"]
    found["required"] = ["version", *found["required"]]
    return found
