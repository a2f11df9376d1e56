"""Makes a revision once more, from a clean checkout of its own, to see whether the same bytes come out."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.load.fonts import FOLDER
from generator.load.revision import commit_of
from generator.outputs import printed, with_sheets
from generator.pipeline import SiteEngine, edit, fill, read
from generator.problem import Problem, blocking, in_order
from generator.publish.manifest import SUMS, sums


@contextmanager
def rebuilt(
    root: Path, name: str, outputs: Collection[str], engine: SiteEngine, *, draft: bool, sheets: bool
) -> Iterator[tuple[Path | None, tuple[Problem, ...]]]:
    """What a revision of a project gives, in a folder that is gone afterwards; None if it gives nothing, and why.

    With `sheets` its site offers those for the notice boards. Fonts are those of the project here; everything else comes from the commit. Raises `UndecidedError` when git
    does not know the revision.
    """
    commit = commit_of(root, name)
    with tempfile.TemporaryDirectory(prefix="zhengben-") as scratch:
        place = Path(scratch) / "checkout"
        top = Path(_git(root, "rev-parse", "--show-toplevel"))
        _git(root, "clone", "-q", "--shared", "--no-checkout", str(top), str(place))
        _git(place, "checkout", "-q", "--detach", commit)
        project = place / root.resolve().relative_to(top.resolve())
        if (root / FOLDER).is_dir() and not (project / FOLDER).exists():
            (project / FOLDER).symlink_to((root / FOLDER).resolve())
        edition, problems = edit(project, read(project), commit, draft=draft)
        files, doubts = printed(project, edition, outputs) if edition else ({}, ())
        made = Path(scratch) / "made"
        if edition is not None and not blocking(doubts):
            whole = with_sheets(edition, files) if sheets else edition
            fill(made, project, whole, files, engine if "site" in outputs else None)
            (made / SUMS).write_bytes(sums(made))
        yield (made if made.exists() else None), in_order((*problems, *doubts))


def _git(folder: Path, *arguments: str) -> str:
    command = ("git", "-C", str(folder), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603  # fixed words
