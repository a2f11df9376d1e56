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
    options: Any = mapping
    for key in ("extra", "zhengben"):
        options = options.get(key) if isinstance(options, Placed) else None
    settings, mistyped = typed(_KIND, options) if isinstance(options, Placed) else (None, ())
    return settings or Settings(), (*problems, *mistyped)
