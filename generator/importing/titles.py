"""What the fields of a report are called on its form."""

from __future__ import annotations

from generator.importing.reading import HEAD, Spot
from generator.importing.recognition import Asked, label_words
from generator.model.dossier import Dossier
from generator.views.form import KEYS, columns_of


def title_of(dossier: Dossier, asked: Asked, spot: Spot) -> str:
    """The title of a field's column, or the label beside the table."""
    item, name = spot
    if item == HEAD:
        return label_words(dossier)[name]
    key = "figure" if name in ("cumulative", "done_on") else name
    return columns_of(asked.year)[KEYS.index(key)].title
