"""Whether a folder is, file by file, what its manifest says was published; and whether who signed it may."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publish.manifest import ASIDE, NAME, SIGNATURE, Origin, origins_in

NAMESPACE = "zhengben"
"""What a signature is for, so that one made for another purpose does not count (ssh-keygen -n)."""


class NoManifestError(Exception):
    """The folder has no manifest that can be read: nothing can be said of it."""


class NoSshKeygenError(Exception):
    """The program that signs and checks is not there."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How files compare with those they should be, by address: the same, other bytes, not there, not asked for."""

    identical: tuple[str, ...]
    differing: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether all are the same and none is lacking or too many."""
        return not (self.differing or self.missing or self.extra)


def listed(folder: Path) -> Mapping[str, str]:
    """The files that a folder's manifest names, with their digests. Raises `NoManifestError`."""
    files: dict[str, str] = _manifest(folder)["files"]
    return files


def outputs_of(folder: Path) -> Mapping[str, Origin]:
    """The outputs that a folder's manifest names, each with where it came from. Raises `NoManifestError`."""
    _manifest(folder)
    return origins_in(folder)


def present(folder: Path) -> Mapping[str, str]:
    """The files of a folder with their digests, without the manifest and its signature."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in ASIDE
    }


def likeness(wanted: Mapping[str, str], found: Mapping[str, str]) -> Likeness:
    """Compare files by their digests."""
    both = sorted(wanted.keys() & found.keys())
    return Likeness(
        identical=tuple(name for name in both if wanted[name] == found[name]),
        differing=tuple(name for name in both if wanted[name] != found[name]),
        missing=tuple(sorted(wanted.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - wanted.keys())),
    )


def sign(folder: Path, key: Path) -> str:
    """Sign a folder's manifest with an SSH key, beside it; what the program said if it did not, else nothing."""
    (folder / SIGNATURE).unlink(missing_ok=True)
    made = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, str(folder / NAME))
    return "" if made.returncode == 0 else made.stderr.strip()


def signer(folder: Path, signers: Path) -> str | None:
    """Who signed a folder's manifest, by a list of allowed signers (ssh-keygen(1), ALLOWED SIGNERS); None if nobody on it."""
    if not (folder / SIGNATURE).is_file():
        return None
    about = ("-f", str(signers), "-s", str(folder / SIGNATURE))
    found = _ssh_keygen("find-principals", *about)
    for name in found.stdout.split() if found.returncode == 0 else ():
        told = (folder / NAME).read_text("utf-8")
        if _ssh_keygen("verify", *about, "-n", NAMESPACE, "-I", name, told=told).returncode == 0:
            return name
    return None


def _manifest(folder: Path) -> Any:
    try:
        content = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        raise NoManifestError from None
    if not isinstance(content, dict) or not all(
        isinstance(content.get(key), dict) for key in ("files", "outputs")
    ):
        raise NoManifestError
    return content


def _ssh_keygen(what: str, *arguments: str, told: str | None = None) -> subprocess.CompletedProcess[str]:
    command = ("ssh-keygen", "-Y", what, *arguments)
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, input=told)  # noqa: S603  # fixed words
    except FileNotFoundError:
        raise NoSshKeygenError from None
