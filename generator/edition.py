"""The edition: what the public may have of a project, from which every output is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.load.fonts import Fonts
from generator.model.dossier import Dossier
from generator.model.settings import Settings
from generator.views.downloads import Document


@dataclass(frozen=True, slots=True)
class Edition:
    """The dossier without its internal fields, the documents made from it, the fonts to print with, and its open data.

    `sheets` are those for the notice boards that its site offers, where they were printed with it. `revision` is the source's, empty if its files were not committed as they stand; `plans` are the fingerprints of the plans by year, over what the bureau committed, internal fields too.
    """

    dossier: Dossier
    documents: Mapping[Document, bytes]
    fonts: Fonts
    draft: bool
    plans: Mapping[int, str] = field(default_factory=dict)
    revision: str = ""
    data: Mapping[Document, bytes] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    sheets: Mapping[Document, bytes] = field(default_factory=dict)

    @property
    def offered(self) -> Mapping[Document, bytes]:
        """Every file that its site offers."""
        return {**self.documents, **self.data, **self.sheets}
