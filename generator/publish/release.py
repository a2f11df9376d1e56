"""Publishing in one atomic step: a stage beside the releases, a lock, and one switch.

A release is a folder that is named by its manifest's digest. Whatever happens before the switch, `dist` stays
what it was; after it, `dist` is the new release, whole. Those published before stay for a while, to go back to.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.problem import Problem
from generator.publish.manifest import NAME, SUMS, Origin, manifest, origins_in, sums
from generator.publish.switch import DIST, RELEASES, heal, name_of, settle, show, shown

FOLDERS = {"site": "site", "documents": "site/documents"}
"""The folder of `dist` that an output fills, unless it is of the output's own name."""
KEPT = 2
"""How many releases stay on disk unless told otherwise: the published one and the one before it."""
Scan = Callable[[Path], Sequence[Problem]]
"""What looks at a folder that is to be published, and tells what stands against it."""
CANDIDATE = "candidate"
"""The folder of `.releases/` that holds a release while someone looks through it."""
_STAGE = "stage-"
"""How the name of a folder begins that is no release: one being made, or one being removed."""


class LockedError(Exception):
    """Another build of this project is under way (exit status 75)."""


class UnknownReleaseError(Exception):
    """None, or more than one, of the releases that were kept has that name."""


class MixedError(Exception):
    """A part of a release cannot be replaced by a draft, for the public would not know which is which."""


class DamagedError(Exception):
    """A release that was kept is no longer what its manifest says."""


@contextmanager
def locked(root: Path) -> Iterator[Path]:
    """The folder of releases, for oneself alone, with nothing left half done in it. Raises `LockedError`."""
    releases = root / RELEASES
    releases.mkdir(exist_ok=True)
    try:
        with FileLock(releases / "lock", blocking=False):
            heal(root)
            for path in filter(_is_stage, releases.iterdir()):
                shutil.rmtree(path)
            yield releases
    except Timeout:
        raise LockedError from None


class FlawedError(Exception):
    """What was to be published does not pass the scans; `problems` tells why. Nothing was published."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} findings")
        self.problems = problems


@contextmanager
def stage(root: Path) -> Iterator[Path]:
    """An empty folder to render into, alone in this project; it is gone afterwards, published or not."""
    with locked(root) as releases:
        folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=releases))
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write rendered files into a staged folder, by their address below it."""
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def complete(root: Path, folder: Path, origins: Mapping[str, Origin], scan: Scan = lambda _: ()) -> None:
    """Complete a staged folder with its manifest.

    Outputs of the previous release that were not rendered this time are carried over, with their origin. The whole
    is scanned before it is complete: raises `FlawedError` if anything stands against it, and `MixedError` if some of
    it is for good and some a draft.
    """
    if shown(root) is not None:
        origins = {**_carried_over(root / DIST, folder, frozenset(origins)), **origins}
    if len({origin.draft for origin in origins.values()}) > 1:
        raise MixedError
    if found := scan(folder):
        raise FlawedError(found)
    (folder / SUMS).write_bytes(sums(folder))
    (folder / NAME).write_bytes(manifest(folder, origins))


def set_aside(root: Path, folder: Path) -> None:
    """Keep a complete folder, which is not to be shown yet, for those who look through it."""
    candidate = root / RELEASES / CANDIDATE
    if candidate.exists():
        shutil.rmtree(candidate)
    folder.rename(candidate)


def publish(root: Path, folder: Path, keep: int = KEPT) -> str:
    """Make a complete folder what `dist` shows. Returns the release's name.

    `keep` is how many releases stay, this one among them.
    """
    before, name = shown(root), name_of(folder)
    if name != before:
        release = root / RELEASES / name
        if not release.exists():
            _settle_all(folder)
            folder.rename(release)
            settle(root / RELEASES)
        show(root, name)
    os.utime(root / DIST)
    spare = [old for other, old in kept(root).items() if other != name]
    for old in spare[keep - 1 :]:
        shutil.rmtree(
            old.rename(old.with_name(_STAGE + old.name))
        )  # half removed, it must not pass for whole
    return name


def kept(root: Path) -> dict[str, Path]:
    """The releases that are kept, by name, the one last shown first. Raises `OccupiedError`."""
    current, name = root / DIST, shown(root)
    folders = {path.name: path for path in (root / RELEASES).glob("*") if _is_release(path)}
    if name is not None and not current.is_symlink():
        folders[name] = current
    return dict(sorted(folders.items(), key=lambda each: each[1].stat().st_mtime_ns, reverse=True))


def roll_back(root: Path, name: str) -> str:
    """Show a release again that was kept; `name` may be its beginning. Returns its whole name.

    Raises `LockedError`, `OccupiedError`, `UnknownReleaseError`, and `DamagedError` when its files have changed.
    """
    with locked(root):
        found = [(whole, folder) for whole, folder in kept(root).items() if whole.startswith(name)]
        if len(found) != 1:
            raise UnknownReleaseError
        ((whole, folder),) = found
        if not _is_whole(whole, folder):
            raise DamagedError
        if whole != shown(root):
            show(root, whole)
        os.utime(root / DIST)
        return whole


def _is_whole(name: str, folder: Path) -> bool:
    if not (folder / NAME).is_file() or name_of(folder) != name:
        return False
    return manifest(folder, origins_in(folder)) == (folder / NAME).read_bytes()


def _carried_over(current: Path, folder: Path, rendered: frozenset[str]) -> dict[str, Origin]:
    carried = {output: origin for output, origin in origins_in(current).items() if output not in rendered}
    for output in carried:
        where = FOLDERS.get(output, output)
        if (current / where).is_dir():
            shutil.copytree(
                current / where,
                folder / where,
                ignore=_folders_of_others(current, output),
                copy_function=_link,
                dirs_exist_ok=True,
            )
    return carried


def _folders_of_others(current: Path, output: str) -> Callable[[str, list[str]], list[str]]:
    others = {current / where for name, where in FOLDERS.items() if name != output}
    return lambda parent, names: [name for name in names if Path(parent, name) in others]


def _link(source: str, target: str) -> None:
    """Have a file of one release in another too; where the disk has no links, as a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _settle_all(folder: Path) -> None:
    """Bring a folder's files to the disk before anything points at them: files, then the names in each folder."""
    paths = sorted(folder.rglob("*"), key=lambda path: path.is_dir())
    for path in (*paths, folder):
        settle(path)


def _is_stage(path: Path) -> bool:
    return path.name.startswith(_STAGE)


def _is_release(path: Path) -> bool:
    return path.is_dir() and not _is_stage(path) and path.name != CANDIDATE
