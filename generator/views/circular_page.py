"""A circular as the site shows it: its disclosure box, its text as printed, and where its annexes stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model.circular import Circular, Content
from generator.model.dossier import Dossier
from generator.model.scalars import document_number_parts
from generator.views import phrases
from generator.views.circular import PrintedCircular, printed_circular
from generator.views.disclosure import Label, disclosure
from generator.views.downloads import Document, DownloadLine, line
from generator.views.history import HistoryLine, circular_history
from generator.views.prose import Block, Heading


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text, with the name by which one can jump to it if it opens a section, else empty."""

    anchor: str
    block: Block


@dataclass(frozen=True, slots=True)
class EnclosedText:
    """The document the circular issues."""

    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """An annex by its label and title; `is_table` when the site shows it as the table of items."""

    label: str
    title: str
    is_table: bool


@dataclass(frozen=True, slots=True)
class CircularPage:
    """A circular's page. `serial` is the last part of its number, `sections` the headings one can jump to.

    `history` tells what it did to the plan, and of the one that issued the plan, how that was adjusted since.
    `lapsed` says at its top that the circular is no longer valid, and is empty while it is. `published` is None while that is not known.
    """

    serial: int
    number: str
    title: str
    date: str
    summary: str
    labels: tuple[Label, ...]
    printed: PrintedCircular
    passages: tuple[Passage, ...]
    enclosed: tuple[EnclosedText, ...]
    annexes: tuple[AnnexLine, ...]
    files: tuple[DownloadLine, ...]
    history: tuple[HistoryLine, ...]
    sections: tuple[tuple[str, str], ...]
    lapsed: str
    published: dt.date | None
    sample: bool

    @property
    def adjusted(self) -> bool:
        """Whether the plan that it issued reads otherwise today."""
        return len(self.history) > 1


def circular_pages(
    dossier: Dossier, year: int, documents: Iterable[Document], *, draft: bool
) -> Iterator[CircularPage]:
    """Every circular of a year, in the order of their numbers, with those of the documents that hold it."""
    of_year = tuple(document for document in documents if document.year == year)
    for circular in dossier.years[year].circulars:
        printed = printed_circular(dossier, year, circular, draft=draft)
        serial = document_number_parts(circular.number)[2]
        files = tuple(line(one) for one in of_year if PurePosixPath(one.address).stem == str(serial))
        history = circular_history(dossier.years[year], circular.number, of_year)
        yield _page(dossier, circular, printed, serial, files=files, history=history)


def _page(
    dossier: Dossier,
    circular: Circular,
    printed: PrintedCircular,
    serial: int,
    *,
    files: tuple[DownloadLine, ...],
    history: tuple[HistoryLine, ...],
) -> CircularPage:
    passages = tuple(_passages(printed.blocks, "section"))
    enclosed = tuple(
        EnclosedText(part.title.text, tuple(_passages(part.blocks, f"part-{place}")))
        for place, part in enumerate(printed.parts, 1)
    )
    every = (*passages, *(passage for part in enclosed for passage in part.passages))
    return CircularPage(
        serial=serial,
        number=circular.number,
        title=circular.title,
        date=phrases.day(circular.date),
        summary=circular.disclosure.summary,
        labels=disclosure(circular, dossier.bureau.name),
        printed=printed,
        passages=passages,
        enclosed=enclosed,
        annexes=tuple(
            AnnexLine(
                "附件" if len(circular.annexes) == 1 else f"附件{place}",
                annex.title,
                annex.content is Content.TARGET_TABLE,
            )
            for place, annex in enumerate(circular.annexes, 1)
        ),
        files=files,
        history=history,
        sections=tuple(
            (passage.anchor, passage.block.text)
            for passage in every
            if passage.anchor and isinstance(passage.block, Heading)
        ),
        lapsed=_lapsed(circular.disclosure.validity),
        published=circular.disclosure.published,
        sample=circular.sample,
    )


def _lapsed(validity: str) -> str:
    return "" if validity.startswith("有效") else f"本文件的有效性为“{validity}”，内容仅供查阅。"


def _passages(blocks: Iterable[Block], name: str) -> Iterator[Passage]:
    number = 0
    for block in blocks:
        opens = isinstance(block, Heading) and block.depth == 1
        number += opens
        yield Passage(f"{name}-{number}" if opens else "", block)
