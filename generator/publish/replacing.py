"""Puts one file of the project in place of another in one step, and only if nobody changed it meanwhile."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_FOLDER = ".cache"


class ChangedMeanwhileError(Exception):
    """The file is not what it was when the change to it was worked out, so it is not replaced."""


def content_of(path: Path) -> bytes | None:
    """The bytes of a file; None if there is none."""
    return path.read_bytes() if path.is_file() else None


def replace_file(root: Path, path: Path, content: bytes, expected: bytes | None) -> None:
    """Write a file of a project whole or not at all; `expected` is what it held when it was read, None for no file.

    It is made in a folder that no command reads, so that nothing half made is left among the data.
    """
    folder = root / _FOLDER
    for parent in (folder, path.parent):
        parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=folder)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        made.chmod(0o644)
        if content_of(path) != expected:
            raise ChangedMeanwhileError
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
