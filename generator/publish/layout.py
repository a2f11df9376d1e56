"""A project laid out in a folder: a bureau's data and prose of one state, and all else of the project at hand.

What is run, templates and the site's configuration among it, is never taken from the state that is shown: it may be
a stranger's.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.load.files import Files
from generator.publish.release import write

FACTS = ("data", "content")
_LINKED, _COPIED = ("theme", ".fonts"), "site_config.yml"


def lay_out(root: Path, files: Files, folder: Path) -> None:
    """Write the facts of a state into an empty folder, and add what the project at `root` has besides."""
    write(folder, {path: files.read(path) for path in _facts(files)})
    shutil.copy(root / _COPIED, folder)
    for name in _LINKED:
        if (root / name).exists():
            (folder / name).symlink_to((root / name).resolve())


def _facts(files: Files) -> Iterable[str]:
    return [path for name in FACTS for path in files.below(name)]
