"""The review: two states of a project read by the same loader, compared, weighed, and made a report.

Rules are this program's; the policy is that of the earlier state, so that a change cannot permit itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.check.run import check
from generator.check.severity.weighing import unused, weighed
from generator.compute.changes import changes
from generator.load.dossier import read_dossier
from generator.load.files import Files
from generator.load.settings import read_settings
from generator.model.dossier import Dossier
from generator.problem import Problem, UndecidedError, in_order
from generator.views.review import Reviewed, ReviewReport, review_report


@dataclass(frozen=True, slots=True)
class Side:
    """One state of the project, and what it is called in the report."""

    name: str
    files: Files


@dataclass(frozen=True, slots=True)
class ReadSide:
    """One state of the project, read whole, and all its problems."""

    name: str
    dossier: Dossier
    problems: tuple[Problem, ...]


def review(base: Side, head: Side, today: date) -> ReviewReport:
    """What changed from one state to the other. Raises `UnreadableError` unless both can be read whole."""
    return compared(read_side(base), read_side(head), today)


class UnreadableError(Exception):
    """One side cannot be read, so nothing can be said: its problems."""

    def __init__(self, side: str, problems: Iterable[Problem]) -> None:
        super().__init__(side)
        self.side = side
        self.problems = tuple(problems)


def read_side(side: Side) -> ReadSide:
    """Read one state of the project. Raises `UnreadableError` unless it can be read whole."""
    try:
        _, unset = read_settings(side.files)
        dossier, unread = read_dossier(side.files)
    except UndecidedError as error:
        raise UnreadableError(side.name, (error.problem,)) from None
    if dossier is None:
        raise UnreadableError(side.name, in_order((*unset, *unread)))
    return ReadSide(side.name, dossier, in_order((*unset, *unread, *check(dossier))))


def compared(base: ReadSide, head: ReadSide, today: date) -> ReviewReport:
    """What changed from one state to the other, weighed by the policy of the earlier."""
    old, new = base.dossier, head.dossier
    found = weighed(old, new, changes(old, new), old.policy, today)
    left = unused(found, old.policy) if found else ()
    return review_report(
        Reviewed(base.name, head.name, old, new, found, old.policy, left, base.problems, head.problems)
    )
