"""The manifest: what was published, from which revision and plan, with every file's sha256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "manifest.json"
SIGNATURE = f"{NAME}.sig"
SUMS = "SHA256SUMS"
ASIDE = frozenset({NAME, SIGNATURE})
"""What is of the manifest itself, so that it does not list it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an output came from: the source revision, the fingerprints of the plans by year, and whether as a draft."""

    revision: str
    plans: Mapping[int, str]
    draft: bool = True


def manifest(folder: Path, origins: Mapping[str, Origin]) -> bytes:
    """Describe a finished folder as JSON; the same files give the same bytes."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in ASIDE
    }
    content: dict[str, Any] = {
        "outputs": {
            output: {
                "draft": origin.draft,
                "revision": origin.revision,
                "plans": {str(year): digest for year, digest in sorted(origin.plans.items())},
            }
            for output, origin in sorted(origins.items())
        },
        "files": files,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def sums(folder: Path) -> bytes:
    """The digests of a finished folder's files as `sha256sum -c` reads them, which everybody has."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n"
        for name, path in names.items()
        if name not in ASIDE | {SUMS}
    ).encode()


def origins_in(folder: Path) -> dict[str, Origin]:
    """The origins that a published folder's manifest names."""
    content = json.loads((folder / NAME).read_bytes())
    return {
        output: Origin(
            origin["revision"],
            {int(year): digest for year, digest in origin["plans"].items()},
            origin.get("draft", True),  # the first manifests were all of drafts
        )
        for output, origin in content["outputs"].items()
    }
