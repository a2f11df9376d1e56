"""Prose as it was read: a closed set of blocks, with data words still to be filled in.

Markdown is parsed once into this tree; every renderer prints the same tree (after the views have put
figures for the data words).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.problem import Place

_NOWHERE = Place("", 1, 1)


@dataclass(frozen=True, slots=True)
class Words:
    """A run of literal text within one source line."""

    text: str
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DataWord:
    """A figure or name to be taken from the data: `plan.function.targets` for `{{ plan.function.targets }}`."""

    path: str
    place: Place = field(default=_NOWHERE, compare=False)


Inline = Words | DataWord


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own; level 1 is 一、, 2 （一）, 3 `1.`, 4 （1）. Its number is part of its text."""

    level: int
    inlines: tuple[Inline, ...]
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `run_in` holds the heading it opens with (（一）坚持正确导向。), at `level`, else it is empty."""

    inlines: tuple[Inline, ...]
    run_in: tuple[Inline, ...] = ()
    level: int | None = None
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A block printed whole from the data, such as the roster `{{ organisation.leading_group }}`."""

    path: str
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a head row and rows of cells, each cell a run of inlines."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    place: Place = field(default=_NOWHERE, compare=False)


Block = Heading | Paragraph | DataBlock | Table


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown file of `content/`: its path and its blocks in order."""

    file: str
    blocks: tuple[Block, ...]

    def inlines(self) -> Iterator[Inline]:
        """Every run of words and every data word, in reading order, headings and table cells too."""
        for block in self.blocks:
            match block:
                case Heading():
                    yield from block.inlines
                case Paragraph():
                    yield from block.run_in
                    yield from block.inlines
                case Table():
                    for row in (block.head, *block.rows):
                        for cell in row:
                            yield from cell

    def data_words(self) -> Iterator[DataWord | DataBlock]:
        """Everything that is to be taken from the data: words within the text first, then whole blocks."""
        yield from (inline for inline in self.inlines() if isinstance(inline, DataWord))
        yield from (block for block in self.blocks if isinstance(block, DataBlock))


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """The words of one hand-written page of the site, passage by passage, without its Markdown."""

    file: str
    passages: tuple[tuple[Words, ...], ...]
