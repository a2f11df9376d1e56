"""The registry of scans: found by walking `generator/publish/scans/rules/`.

A scan is one module; its name is its id, for ever. It holds

* `REFUSAL`: the id, why, and a bad and a good example, as the handbook prints them;
* `look(file, facts)`, which yields a `Flaw` for each fault of one file; or
* `survey(listing, facts)`, which yields a `Flaw` for each fault of the folder as a whole.

Both are pure: they see what was staged and the facts, and nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import generator.publish.scans.rules
from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts


class Flaw(NamedTuple):
    """One fault: in which file, at which line, what is wrong and how to mend it, in Chinese for a clerk."""

    address: str
    message: str
    hint: str
    line: int = 1


@dataclass(slots=True)
class Listing:
    """A folder as a whole: `paths` are all there are in it, `links` those that are links or no files at all.

    `addresses` are its files, those packed in archives too; `places` where one can jump to in each page, and `leads`
    the addresses that files lead to, resolved, with the file and the line that first does.
    """

    folder: Path
    paths: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    addresses: set[str] = field(default_factory=set)
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    leads: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan; what it does not do, does nothing."""

    refusal: Refusal
    look: Callable[[File, Facts], Iterable[Flaw]]
    survey: Callable[[Listing, Facts], Iterable[Flaw]]

    @property
    def id(self) -> str:
        """Its permanent id."""
        return self.refusal.id


class BrokenScanError(Exception):
    """A scan's module is not written as the registry wants it: our own mistake."""


@cache
def scans() -> tuple[Scan, ...]:
    """All scans by id."""
    package = generator.publish.scans.rules
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
    return tuple(map(_scan, names))


def _scan(name: str) -> Scan:
    module = importlib.import_module(name)
    refusal = getattr(module, "REFUSAL", None)
    look, survey = getattr(module, "look", _nothing), getattr(module, "survey", _nothing)
    if not isinstance(refusal, Refusal) or refusal.id != name.rpartition(".")[2] or look is survey:
        raise BrokenScanError(f"{name} needs a REFUSAL of its own name, and look or survey")
    return Scan(refusal, look, survey)


def _nothing(_seen: File | Listing, _facts: Facts) -> Iterable[Flaw]:
    return ()
