"""The generator's own few options, kept under `extra: zhengben:` in `site_config.yml`."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from generator.load.files import Files
from generator.load.located import parse
from generator.load.text import decode
from generator.load.typed import typed
from generator.model.record import Placed
from generator.model.settings import Settings
from generator.problem import Problem

NAME = "site_config.yml"
_KIND: TypeAdapter[Settings] = TypeAdapter(Settings)


def read_settings(files: Files) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the options; where there are none, the defaults hold."""
    text, problems = decode(files.read(NAME), NAME)
    if text is None:
        return Settings(), problems
    mapping, found = parse(text, NAME)
    problems = (*problems, *found)
    if mapping is None:
        return Settings(), problems
    settings, mistyped = typed(_KIND, _options(mapping))
    return settings or Settings(), (*problems, *mistyped)


def _options(mapping: Placed) -> Placed:
    """The options, with the one of MkDocs that the program shares."""
    inner: Any = mapping
    for key in ("extra", "zhengben"):
        inner = inner.get(key) if isinstance(inner, Placed) else None
    options = inner if isinstance(inner, Placed) else Placed(mapping.file, mapping.spot)
    if isinstance(address := mapping.get("site_url"), str):
        options.add("site_url", address, mapping.spots["site_url"])
    return options
