"""What the site's search looks in: one text, a line for each page, written as the search field's worker reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.site.page import SitePage

INDEX = "search/search_index.js"
"""The whole index, fetched when something is first looked for."""
EMPTY_INDEX = "search/search_index.json"
"""What the theme fetches with every page, so it holds nothing."""

_WEIGHTS = {"home": 60, "person": 50, "unit": 40, "quarter": 35, "circular": 30, "category": 20}
_WEIGHTS |= {"indicator": 15, "target": 5}
_OTHER = 10
"""Of pages that match equally, which comes first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it is found: of which kind, what it is called (typed whole, that brings it first), and its words."""

    kind: str
    address: str
    title: str
    names: tuple[str, ...]
    words: str


def entry(page: SitePage) -> Entry:
    """How a page of data is found."""
    return Entry(page.kind, page.address, page.title, page.names, page.words)


def index(entries: Iterable[Entry], synonyms: Iterable[tuple[str, ...]]) -> str:
    """The index as a script. `synonyms` are terms, each before the everyday words people type for it."""
    text = "\n".join(_line(entry) for entry in entries)
    return f"var __index={_json({'config': {'terms': list(synonyms), 'text': text}, 'docs': []})};\n"


def empty_index() -> str:
    """The index that tells the worker to fetch the whole one itself."""
    return _json({"config": {}, "docs": []}) + "\n"


def _line(entry: Entry) -> str:
    names = "|".join(_plain(name).replace("|", " ") for name in entry.names)
    parts = (
        str(_WEIGHTS.get(entry.kind, _OTHER)),
        entry.address,
        _plain(entry.title),
        names,
        _plain(entry.words),
    )
    return "\t".join(parts)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
