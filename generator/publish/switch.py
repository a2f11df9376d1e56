"""The one switch by which another release is shown, and by which it is known which one that is.

Where the disk has links, `dist` is a link into `.releases/`, and putting another in its place is one event.
Where it has none (a Windows share), `dist` is the folder of the release itself. It is exchanged by two renames,
and `.releases/shown` names beforehand the release that is to be shown, so that whoever comes next finishes
what was interrupted between the two.
"""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

from generator.publish.manifest import NAME

RELEASES = ".releases"
DIST = "dist"
_LINK = "switch"
_SHOWN = "shown"


class OccupiedError(Exception):
    """`dist` is there but was not put there by a release, so it is not replaced."""


def name_of(folder: Path) -> str:
    """The name of a complete release: what its manifest's digest begins with."""
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()[:16]


def shown(root: Path) -> str | None:
    """The name of the release that `dist` shows; None where nothing was published. Raises `OccupiedError`."""
    current = root / DIST
    if current.is_symlink():
        target = current.readlink()
        if target.parent != Path(RELEASES):
            raise OccupiedError
        return target.name if current.exists() else None
    if not current.exists():
        return None
    name, noted = name_of(current) if (current / NAME).is_file() else None, _noted(root)
    unfinished = noted is not None and (root / RELEASES / noted).is_dir()
    if name is None or not (name == noted or unfinished):
        raise OccupiedError
    return name


def show(root: Path, name: str) -> None:
    """Make `dist` show a complete release that lies in `.releases/`; after a failure it shows what it showed."""
    before = shown(root)
    if before is None or (root / DIST).is_symlink():
        try:
            (root / RELEASES / _LINK).unlink(missing_ok=True)
            (root / RELEASES / _LINK).symlink_to(Path(RELEASES, name))
        except (OSError, NotImplementedError):
            if before is not None:
                raise
        else:
            (root / RELEASES / _LINK).replace(root / DIST)
            settle(root)
            return
    _note(root, name)
    try:
        heal(root)
    except OSError:
        _note(root, before)
        raise


def is_published(root: Path, folder: Path) -> bool:
    """Whether a folder is, or lies in, what `dist` shows, so that nothing but a switch may change it."""
    return folder.resolve().is_relative_to((root / DIST).resolve())


def heal(root: Path) -> None:
    """Finish the exchange of two folders that was interrupted, if there is one."""
    name = _noted(root)
    current, releases = root / DIST, root / RELEASES
    if name is None or current.is_symlink() or not (releases / name).is_dir():
        return
    aside = None
    if current.exists():
        if not (current / NAME).is_file():
            raise OccupiedError
        aside = current.rename(releases / name_of(current))
    try:
        (releases / name).rename(current)
    except OSError:
        if aside:
            aside.rename(current)
        raise
    settle(releases)
    settle(root)


def settle(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk; where a disk cannot do that for folders, it need not."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def _noted(root: Path) -> str | None:
    try:
        return (root / RELEASES / _SHOWN).read_text("ascii")
    except FileNotFoundError:
        return None


def _note(root: Path, name: str | None) -> None:
    note = root / RELEASES / _SHOWN
    if name is None:
        note.unlink(missing_ok=True)
    else:
        new = note.with_suffix(".new")
        new.write_text(name, "ascii")
        settle(new)
        new.replace(note)
    settle(note.parent)
