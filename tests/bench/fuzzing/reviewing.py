"""The review of a change of one file."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from generator.render.review.as_github import as_github
from generator.render.review.as_json import as_json
from generator.render.review.as_junit import as_junit
from generator.render.review.as_markdown import as_markdown
from generator.render.review.as_text import as_text
from generator.review import ReadSide, Side, UnreadableError, compared, read_side
from generator.views.review import ReviewReport
from tests.bench.fuzzing.running import Answer
from tests.bench.fuzzing.spoiling import NASTY
from tests.check.bureaus import BASE
from tests.compute.written import InMemory
from tests.conftest import REPOSITORY
from tests.sites import tree

_PRINTED: tuple[Callable[[ReviewReport], str], ...] = (as_text, as_markdown, as_json, as_github, as_junit)


def files() -> Mapping[str, bytes]:
    """The data files of a small project."""
    return {name: data for name, data in _project().items() if name.startswith("data/")}


def mutated(chance: random.Random, data: bytes) -> bytes:
    """A data file with one or two values exchanged for others of the bureau, or a line taken away: often still readable."""
    lines = data.decode().splitlines()
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(lines))
        key, colon, value = lines[at].partition(": ")
        if chance.random() < 0.2 or not colon:
            lines[at : at + 1] = chance.choice(([], [lines[at]] * 2))
        else:
            other = chance.choice(_values()) if chance.random() < 0.7 else value + chance.choice(NASTY)
            lines[at] = f"{key}: {other}"
        if not lines:
            break
    return "\n".join(lines).encode()


def read(file: str, data: bytes) -> Answer:
    """Review the change of a file, in one direction or the other, and print the review in every form."""
    try:
        spoilt = read_side(Side("spoilt", InMemory({**_project(), file: data})))
    except UnreadableError as error:
        return False, error.problems
    report = compared(*((_sound(), spoilt) if len(data) % 2 else (spoilt, _sound())), date(2021, 6, 1))
    for printed in _PRINTED:
        assert printed(report)
    return True, ()


@cache
def _sound() -> ReadSide:
    """The project as it was: read once, since reading is two thirds of a review."""
    return read_side(Side("sound", InMemory(_project())))


@cache
def _project() -> Mapping[str, bytes]:
    return {**tree(BASE), "site_config.yml": (REPOSITORY / "site_config.yml").read_bytes()}


@cache
def _values() -> tuple[str, ...]:
    """Every value that stands in the small project's data."""
    lines = [line for data in files().values() for line in data.decode().splitlines()]
    return tuple(sorted({line.partition(": ")[2] for line in lines if ": " in line}))
