"""What is wrong, where, and how to mend it: the one way every stage reports to a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file of the project: POSIX path relative to the project, line and column from 1.

    In a spreadsheet it is a cell: the row, the column and the sheet, told as a clerk says it.

    A place says where a value was written. It never takes part in comparing two values: moving a
    line is not a change of the plan.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file} 工作表“{self.sheet}” {self.cell}"
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def cell(self) -> str:
        """The address of a cell: F12."""
        return f"{column_letters(self.column)}{self.line}"


def column_letters(column: int) -> str:
    """What a spreadsheet calls its columns: 1 is A, 27 is AA."""
    before, last = divmod(column - 1, 26)
    return f"{column_letters(before) if before else ''}{chr(65 + last)}"


class Level(Enum):
    """How a problem weighs: an error stops publication, a warning is shown and lets it pass."""

    ERROR = "错误"
    WARNING = "警告"


class Mend(NamedTuple):
    """A correction that needs no judgement: these words, on the line of the problem's place, become those."""

    words: str
    mended: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `message` and `hint` are Chinese sentences for a clerk; `rule` is a permanent id."""

    rule: str
    level: Level
    message: str
    place: Place
    hint: str = ""
    mend: Mend | None = None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, sheet, line and column, each once, so that two runs print the same text."""
    return tuple(
        sorted(
            set(problems),
            key=lambda p: (
                *(p.place.file, p.place.sheet, p.place),
                *(p.rule, p.level.name, p.message, p.hint, p.mend or ()),
            ),
        )
    )


def blocking(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.level is Level.ERROR for problem in problems)


class UndecidedError(Exception):
    """The input could not be read at all, so nothing can be said of it (exit status 2)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
