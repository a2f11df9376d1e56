"""Runs every scan over a staged folder: all findings at once; a file that is there twice is looked at once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.problem import Place, Problem, in_order
from generator.publish.reading.files import INSIDE, File, files_of, read_aside
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw, Listing, Scan, scans
from generator.publish.scans.rules.unreadable_file import REFUSAL as UNREADABLE

SHOWN = "dist"
"""What the folder is called once it is published."""
_MANY = 20
"""From how many PDFs on a process of its own reads them sooner, for all it takes to start one."""


def scan(folder: Path, facts: Facts, chosen: Iterable[Scan] | None = None) -> tuple[Problem, ...]:
    """What stands against publishing a folder, sorted by file."""
    return in_order(_problems(folder, facts, tuple(chosen) if chosen is not None else scans()))


def _problems(folder: Path, facts: Facts, chosen: tuple[Scan, ...]) -> Iterator[Problem]:
    listing = _listed(folder)
    seen: set[tuple[str, str]] = set()
    many = sum(path.endswith(".pdf") for path in listing.paths) >= _MANY
    for file in read_aside(files_of(folder)) if many else files_of(folder):
        listing.addresses.add(file.address)
        if (file.digest, file.kind) in seen and INSIDE in file.address:
            continue
        if not file.broken:
            _follow(file, listing)
        if (file.digest, file.kind) not in seen:
            seen.add((file.digest, file.kind))
            for each in chosen:
                if each.id == UNREADABLE.id or not file.broken:
                    yield from (_problem(each, flaw) for flaw in each.look(file, facts))
    for each in chosen:
        yield from (_problem(each, flaw) for flaw in each.survey(listing, facts))


def _listed(folder: Path) -> Listing:
    paths, links = [], []
    for path in sorted(folder.rglob("*")):
        address = path.relative_to(folder).as_posix()
        paths.append(address)
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            links.append(address)
    return Listing(folder, tuple(paths), tuple(links))


def _follow(file: File, listing: Listing) -> None:
    """Note where a file leads, and where one can jump to in it."""
    for lead in file.leads:
        try:
            parts = urlsplit(lead.address)
        except ValueError:
            continue
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(file.address), path))
            if path
            else file.address
        )
        listing.leads.setdefault((target, unquote(parts.fragment)), (file.address, lead.line))
    if file.kind == "html":
        listing.places[file.address] = frozenset(file.page.places)


def _problem(by: Scan, flaw: Flaw) -> Problem:
    return by.refusal.at(Place(f"{SHOWN}/{flaw.address}", flaw.line), flaw.message, flaw.hint)
