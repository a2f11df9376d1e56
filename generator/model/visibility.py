"""What the public may see: the one place that says which fields of an assessed item are public.

A field that is not named here is internal, so a new field stays inside until someone says otherwise.
"""

from __future__ import annotations

from generator.model.indicator import AssessedItem, Composite, Single

PUBLIC_ITEM_FIELDS = frozenset(
    {"id", "text", "points", "goal", "deadline", "unit", "partners", "leader", "milestones"}
    | {"expected", "scoring", "rule"}
)
PUBLIC_INDICATOR_FIELDS = frozenset({"name", "category", "source", "sample", "targets"})

INTERNAL_FIELDS = (
    frozenset(AssessedItem.model_fields) | frozenset(Composite.model_fields) | frozenset(Single.model_fields)
) - (PUBLIC_ITEM_FIELDS | PUBLIC_INDICATOR_FIELDS)
"""Fields that no public output may carry: 直接责任人 and evidence."""
