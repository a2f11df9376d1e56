"""A passage: one text as a proof-reader reads it, that knows where each of its characters was written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, Self

from generator.check.registry import Finding
from generator.model.prose import DataWord, Inline
from generator.model.record import Record
from generator.problem import Place

DATA = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a passage for a data word, whatever it will say."""
HAN = "㐀-䶿一-鿿\U00020000-\U000323af"
"""Chinese characters, for use within brackets of a pattern."""

_CLAUSE_MARK = re.compile("[。；，：！？]")
_REACH = 12
"""How far, in characters, the words of a finding reach to either side of the fault."""


class _Run(NamedTuple):
    """From `start` on, the passage stands at `place`; `path` is that of a data word."""

    start: int
    place: Place
    path: str | None = None


class _Source(NamedTuple):
    """The value of a record that a passage is: a field, or one item or key of it."""

    record: Record
    field: str
    item: int | str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, a table cell, or one value of the data.

    Places within a passage of prose are exact. A value of the data has one place, since it may be quoted or
    folded in its file; it is looked up only when asked for. `cited` marks a title that stands in no 《》 of its
    own, though it is cited in one.
    """

    text: str
    runs: tuple[_Run, ...] = ()
    source: _Source | None = None
    cited: bool = False

    @classmethod
    def of_prose(cls, inlines: Iterable[Inline]) -> Self:
        """The passage that some inlines make; each data word counts as one character, `DATA`."""
        text, runs = "", []
        for inline in inlines:
            path = inline.path if isinstance(inline, DataWord) else None
            runs.append(_Run(len(text), inline.place, path))
            text += DATA if isinstance(inline, DataWord) else inline.text
        return cls(text, tuple(runs))

    @classmethod
    def of_value(
        cls, text: str, record: Record, field: str, index: int | str | None = None, *, cited: bool = False
    ) -> Self:
        """The passage that one value of a record makes."""
        return cls(text, source=_Source(record, field, index), cited=cited)

    @property
    def exact(self) -> bool:
        """Whether each character has a place of its own, as in prose."""
        return self.source is None

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.place(0).file

    def place(self, offset: int) -> Place:
        """Where the character at an offset was written."""
        if self.source is not None:
            return self.source.record.place(self.source.field, self.source.item)
        run = self.runs[bisect_right(self.runs, offset, key=lambda run: run.start) - 1]
        if run.path is not None:
            return run.place
        return run.place._replace(column=run.place.column + offset - run.start)

    def quoted(self, start: int, end: int) -> str:
        """The words from `start` to `end` as they were written, data words too."""
        words = self.text[start:end]
        if DATA not in words:
            return words
        first = bisect_left(self.runs, start, key=lambda run: run.start)
        paths = (run.path for run in islice(self.runs, first, None) if run.path is not None)
        return re.sub(DATA, lambda _: f"{{{{ {next(paths)} }}}}", words)

    def fault(
        self, start: int, end: int, message: str, *, mended: str | None = None, hint: str = ""
    ) -> Finding:
        """A finding about the characters from `start` to `end`, with the words of the clause around them.

        `mended` is what should stand in their stead; the hint then shows the whole clause as it should read.
        """
        left, right = self._clause(start, end)
        if mended is not None:
            mended = self.quoted(left, start) + mended + self.quoted(end, right)
            hint = f"改为“{mended}”；{hint}" if hint else f"改为“{mended}”"
        return Finding(message, self.place(start), hint, self.quoted(left, right), mended)

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        left, right = max(0, start - _REACH), min(len(self.text), end + _REACH)
        for mark in _CLAUSE_MARK.finditer(self.text, left, start):
            left = mark.end()
        stop = _CLAUSE_MARK.search(self.text, end, right)
        return left, stop.start() if stop else right
