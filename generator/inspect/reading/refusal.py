"""Why a file cannot be measured at all: said once, in Chinese, with the remedy."""

from __future__ import annotations

from generator.problem import Level, Place, Problem, UndecidedError

RULE = "unmeasurable_file"


def unreadable(name: str, message: str, hint: str) -> UndecidedError:
    """The answer for a file in which nothing can be measured."""
    return UndecidedError(Problem(RULE, Level.ERROR, message, Place(name), hint))
