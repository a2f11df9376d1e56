"""What the public may see: the one place that says which fields of items, reports and postings are public.

A field that is not named here is internal, so a new field stays inside until someone says otherwise.
"""

from __future__ import annotations

from generator.model.indicator import AssessedItem, Composite, Single
from generator.model.posting import Posting
from generator.model.progress import ProgressRow, QuarterlyReport

PUBLIC_ITEM_FIELDS = frozenset(
    {"id", "text", "points", "goal", "deadline", "unit", "partners", "leader", "milestones"}
    | {"expected", "scoring", "rule"}
)
PUBLIC_INDICATOR_FIELDS = frozenset({"name", "category", "source", "sample", "targets"})

PUBLIC_REPORT_FIELDS = frozenset({"unit", "quarter", "reported", "late_reason", "sample", "rows"})
PUBLIC_ROW_FIELDS = frozenset({"target", "work", "cumulative", "done_on", "state", "cause", "remedy"})
PUBLIC_POSTING_FIELDS = frozenset(
    {"number", "bulletin", "digest", "sheets", "where", "posted", "until", "taken_down", "sample"}
)

_PUBLIC = (
    (AssessedItem, PUBLIC_ITEM_FIELDS | PUBLIC_INDICATOR_FIELDS),
    (Composite, PUBLIC_ITEM_FIELDS | PUBLIC_INDICATOR_FIELDS),
    (Single, PUBLIC_ITEM_FIELDS | PUBLIC_INDICATOR_FIELDS),
    (QuarterlyReport, PUBLIC_REPORT_FIELDS),
    (ProgressRow, PUBLIC_ROW_FIELDS),
    (Posting, PUBLIC_POSTING_FIELDS),
)

INTERNAL_FIELDS = frozenset(name for kind, public in _PUBLIC for name in kind.model_fields.keys() - public)
"""Fields that no public output may carry: 直接责任人, who filled in a form or put up a sheet, evidence, self-given scores."""
