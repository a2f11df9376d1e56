"""The whole program on one page: read, check, compute, view, render, publish.

    data/*.yml, content/*.md ─ load ─▶ dossier ─ check ─▶ problems
                                          │
                                  compute · views · render ─▶ edition
                                          │
                             publish (stage → scan → manifest → one switch)

Nothing is published unless every check passes, and then all of it in one step.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.check.run import check
from generator.compute.fingerprint import fingerprint
from generator.compute.public import public_dossier
from generator.edition import Edition
from generator.load.dossier import read_dossier
from generator.load.files import Files, FilesOnDisk
from generator.load.fonts import find_fonts
from generator.load.personal import file_names, personal_in, sources
from generator.load.revision import UNCOMMITTED
from generator.load.settings import read_settings
from generator.model.dossier import Dossier
from generator.model.settings import Settings
from generator.outputs import PRINTED, printed, with_sheets
from generator.problem import Problem, blocking, in_order
from generator.publish.gate import uncleared, unready
from generator.publish.manifest import Origin
from generator.publish.release import KEPT, FlawedError, complete, publish, set_aside, stage, write
from generator.publish.scans.facts import facts_of

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


def read(root: Path, files: Files | None = None, *, release: bool = False) -> Reading:
    """Load and check a project, as a draft or for a release; every problem of it, sorted by place.

    `files` are its files where they are not those on disk.
    """
    files = files or FilesOnDisk(root)
    settings, unset = read_settings(files)
    dossier, unread = read_dossier(files)
    if dossier is None:
        return Reading(None, settings, in_order((*unset, *unread)))
    wrong = check(dossier, release=release)
    personal = personal_in(sources(files), file_names(files), dossier)
    return Reading(dossier, settings, in_order((*unset, *unread, *wrong, *personal)))


def prepare(root: Path, revision: str) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Read a project at a revision and make its draft edition, unless something stands against it; all problems."""
    return edit(root, read(root), revision, draft=True)


def edit(
    root: Path, reading: Reading, revision: str, *, draft: bool
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Make the edition of what was read of a project, unless something stands against it; all problems."""
    if reading.dossier is None or not reading.publishable:
        return None, reading.problems
    fonts, missing = find_fonts(root, reading.settings)
    if fonts is None:
        return None, in_order((*reading.problems, *missing))
    public = public_dossier(reading.dossier)
    from generator.documents import documents  # noqa: PLC0415  # slow to import; checking has no need of it
    from generator.open_data import open_data  # noqa: PLC0415  # likewise

    made, doubts = documents(root, public, fonts, draft=draft, duplex=reading.settings.duplex)
    problems = in_order((*reading.problems, *doubts))
    if blocking(problems):
        return None, problems
    plans = {number: fingerprint(year) for number, year in reading.dossier.years.items()}
    committed = "" if revision == UNCOMMITTED else revision
    data = open_data(public)
    return Edition(
        public,
        made,
        fonts,
        draft=draft,
        plans=plans,
        revision=committed,
        data=data,
        settings=reading.settings,
    ), problems


def build(
    root: Path,
    outputs: Collection[str],
    engine: SiteEngine,
    revision: str,
    keep: int = KEPT,
    *,
    release: bool = False,
) -> tuple[bool, tuple[Problem, ...]]:
    """Render the outputs and publish them in one step, keeping so many releases; whether that was done, and all
    problems. A release takes all outputs, and what the gate asks besides.
    """
    reading = read(root)
    edition, problems = edit(root, reading, revision, draft=not release)
    files, doubts = printed(root, edition, outputs) if edition else ({}, ())
    asked = read(root, release=True).problems if release else reading.problems
    problems = in_order((*asked, *(set(problems) - set(reading.problems)), *doubts))
    unnamed = release and revision == UNCOMMITTED
    if edition is None or reading.dossier is None or unnamed or blocking(problems):
        return False, in_order((*problems, *unready(revision))) if release else problems
    from generator.publish.scans.run import scan  # noqa: PLC0415  # slow to import

    with stage(root) as folder:
        fill(folder, root, with_sheets(edition, files), files, engine if "site" in outputs else None)
        origins = dict.fromkeys((*outputs, "documents"), Origin(revision, edition.plans, draft=not release))
        facts = facts_of(reading.dossier, sources(FilesOnDisk(root)), outputs)
        try:
            complete(root, folder, origins, partial(scan, facts=facts))
        except FlawedError as flawed:
            return False, in_order((*problems, *flawed.problems))
        if release and (against := uncleared(reading.dossier, folder)):
            set_aside(root, folder)
            return False, in_order((*problems, *against))
        publish(root, folder, keep)
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
