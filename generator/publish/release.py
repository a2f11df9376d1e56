"""Publishing in one atomic step: a stage beside the releases, a lock, and one switch of a link.

`dist` is a link to one folder of `.releases/`, which is named by its manifest's digest. Whatever happens
before the switch, `dist` stays what it was; after it, `dist` is the new release, whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.publish.manifest import NAME, Origin, manifest, origins_in

RELEASES = ".releases"
DIST = "dist"
FOLDERS = {"site": "site", "documents": "site/documents"}
"""The folder of `dist` that an output fills, unless it is of the output's own name."""
KEPT = 2
"""How many releases stay on disk: the published one and the one before it."""
_STAGE = "stage-"
"""How the name of a folder begins that is no release: one being made, or one being removed."""


class LockedError(Exception):
    """Another build of this project is under way (exit status 75)."""


class OccupiedError(Exception):
    """`dist` is there but was not put there by a release, so it is not replaced."""


@contextmanager
def stage(root: Path) -> Iterator[Path]:
    """An empty folder to render into, alone in this project; it is gone afterwards, published or not."""
    releases = root / RELEASES
    releases.mkdir(exist_ok=True)
    try:
        with FileLock(releases / "lock", blocking=False):
            _remove_stages(releases)
            folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=releases))
            folder.chmod(0o755)
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except Timeout:
        raise LockedError from None


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write rendered files into a staged folder, by their address below it."""
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def publish(root: Path, folder: Path, origins: Mapping[str, Origin]) -> Path:
    """Complete a staged folder with its manifest and make it what `dist` shows. Returns the release folder.

    Outputs of the previous release that were not rendered this time are carried over, with their origin.
    """
    current = root / DIST
    if current.exists() and not current.is_symlink():
        raise OccupiedError
    if current.exists():
        origins = {**_carried_over(current, folder, frozenset(origins)), **origins}
    content = manifest(folder, origins)
    (folder / NAME).write_bytes(content)
    release = root / RELEASES / hashlib.sha256(content).hexdigest()[:16]
    if not release.exists():
        _settle(folder)
        folder.rename(release)
    os.utime(release)
    _switch(current, release)
    _prune(root / RELEASES, release)
    return release


def _carried_over(current: Path, folder: Path, rendered: frozenset[str]) -> dict[str, Origin]:
    kept = {output: origin for output, origin in origins_in(current).items() if output not in rendered}
    for output in kept:
        where = FOLDERS.get(output, output)
        if (current / where).is_dir():
            shutil.copytree(
                current / where,
                folder / where,
                ignore=_folders_of_others(current, output),
                copy_function=os.link,
                dirs_exist_ok=True,
            )
    return kept


def _folders_of_others(current: Path, output: str) -> Callable[[str, list[str]], list[str]]:
    others = {current / where for name, where in FOLDERS.items() if name != output}
    return lambda parent, names: [name for name in names if Path(parent, name) in others]


def _settle(folder: Path) -> None:
    """Bring a folder's files to the disk before anything points at them."""
    for path in (*folder.rglob("*"), folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _switch(current: Path, release: Path) -> None:
    new = release.parent / "switch"
    new.unlink(missing_ok=True)
    new.symlink_to(release.relative_to(current.parent))
    new.rename(current)


def _prune(releases: Path, published: Path) -> None:
    others = sorted(
        (path for path in releases.iterdir() if path.is_dir() and path != published and not _is_stage(path)),
        key=lambda path: path.stat().st_mtime_ns,
        reverse=True,
    )
    for path in others[KEPT - 1 :]:
        shutil.rmtree(
            path.rename(path.with_name(_STAGE + path.name))
        )  # half removed, it must not pass for whole


def _remove_stages(releases: Path) -> None:
    """Clear away what an interrupted build left behind."""
    for path in filter(_is_stage, releases.iterdir()):
        shutil.rmtree(path)


def _is_stage(path: Path) -> bool:
    return path.name.startswith(_STAGE)
