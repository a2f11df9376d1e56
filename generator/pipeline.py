"""The whole program on one page: read, check, compute, view, render, publish.

    data/*.yml, content/*.md ─ load ─▶ dossier ─ check ─▶ problems
                                          │
                                  compute · views · render ─▶ edition
                                          │
                             publish (stage → manifest → one switch)

Nothing is published unless every check passes, and then all of it in one step.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.check.run import check
from generator.compute.fingerprint import fingerprint
from generator.compute.public import public_dossier
from generator.edition import Edition
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.load.fonts import find_fonts
from generator.load.revision import UNCOMMITTED
from generator.load.settings import read_settings
from generator.model.dossier import Dossier
from generator.model.settings import Settings
from generator.outputs import PRINTED, printed
from generator.problem import Problem, blocking, in_order
from generator.publish.manifest import Origin
from generator.publish.release import KEPT, publish, stage, write

OUTPUTS = ("site", "documents", *PRINTED)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading and checking a project gave: the dossier, unless it could not be typed, and all problems."""

    dossier: Dossier | None
    settings: Settings
    problems: tuple[Problem, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing stands against publishing."""
        return self.dossier is not None and not blocking(self.problems)


class SiteEngine(Protocol):
    """What makes the website of an edition of a project in a folder of its own."""

    def __call__(self, root: Path, edition: Edition, folder: Path) -> None:
        """Write the site's files, the documents among them."""


def read(root: Path, *, release: bool = False) -> Reading:
    """Load and check a project, as a draft or for a release; every problem of it, sorted by place."""
    files = FilesOnDisk(root)
    settings, unset = read_settings(files)
    dossier, unread = read_dossier(files)
    wrong = check(dossier, release=release) if dossier is not None else ()
    return Reading(dossier, settings, in_order((*unset, *unread, *wrong)))


def prepare(root: Path, revision: str) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read a project at a revision and make its edition, unless something stands against it; all problems."""
    reading = read(root)
    if reading.dossier is None or not reading.publishable:
        return None, reading.problems
    fonts, missing = find_fonts(root, reading.settings)
    if fonts is None:
        return None, in_order((*reading.problems, *missing))
    public = public_dossier(reading.dossier)
    from generator.documents import documents  # noqa: PLC0415  # slow to import; checking has no need of it
    from generator.open_data import open_data  # noqa: PLC0415  # likewise

    made, doubts = documents(root, public, fonts, draft=True, duplex=reading.settings.duplex)
    problems = in_order((*reading.problems, *doubts))
    if blocking(problems):
        return None, problems
    plans = {number: fingerprint(year) for number, year in reading.dossier.years.items()}
    committed = "" if revision == UNCOMMITTED else revision
    data = open_data(public)
    return Edition(
        public, made, fonts, draft=True, plans=plans, revision=committed, data=data, settings=reading.settings
    ), problems


def build(
    root: Path, outputs: Collection[str], engine: SiteEngine, revision: str, keep: int = KEPT
) -> tuple[bool, tuple[Problem, ...]]:
    """Render the outputs and publish them in one step, keeping so many releases; whether that was done, and all
    problems.
    """
    edition, problems = prepare(root, revision)
    if edition is None:
        return False, problems
    files, doubts = printed(root, edition, outputs)
    problems = in_order((*problems, *doubts))
    if blocking(doubts):
        return False, problems
    with stage(root) as folder:
        fill(folder, root, edition, files, engine if "site" in outputs else None)
        publish(root, folder, dict.fromkeys((*outputs, "documents"), Origin(revision, edition.plans)), keep)
    return True, problems


def fill(
    folder: Path, root: Path, edition: Edition, files: Mapping[str, bytes], engine: SiteEngine | None
) -> None:
    """Write an edition and what was printed of it into a staged folder; without an engine, no website."""
    if engine:
        engine(root, edition, folder / "site")
    else:
        write(folder / "site", {made.address: content for made, content in edition.documents.items()})
    write(folder, files)
