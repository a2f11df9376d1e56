"""Reads one data file by itself, as a program does that is shown one file at a time."""

from __future__ import annotations

import re

from generator.load.dossier import KINDS, PATTERNS
from generator.load.located import parse
from generator.load.text import decode
from generator.load.typed import typed
from generator.model.record import Record
from generator.problem import Level

_YEAR = re.compile(r"data/(\d{4})/[^/]")


def read_record(file: str, content: bytes) -> tuple[int, Record] | None:
    """What a data file holds and its year (0: of none), or None when it is not written right.

    A file that does not stand where its kind belongs, such as a copy in a temporary folder, is what it can be read as.
    """
    text, problems = decode(content, file)
    mapping, refused = parse(text, file) if text is not None else (None, ())
    if mapping is None or any(problem.level is Level.ERROR for problem in (*problems, *refused)):
        return None
    year = _YEAR.search(file)
    for kind in _kinds(file):
        record, _ = typed(KINDS[kind], mapping)
        if record is not None:
            return int(year[1]) if year else 0, record
    return None


def _kinds(file: str) -> list[str]:
    standing = [kind for kind, pattern in PATTERNS.items() if re.search(rf"(?:^|/){pattern.pattern}$", file)]
    return standing or list(PATTERNS)
