"""A circular taken apart: every part that its own signs tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.inspect.parts.annexes import Annex, annexes_of
from generator.inspect.parts.area import Area, area_of
from generator.inspect.parts.asides import is_aside
from generator.inspect.parts.body import Body, body_of
from generator.inspect.parts.closing import AnnexList, Closing, annex_list_of, closing_of
from generator.inspect.parts.folios import Folio, folio_of, without_folios
from generator.inspect.parts.head import Head, head_of
from generator.inspect.parts.imprint import Imprint, imprint_of
from generator.inspect.parts.opening import Opening, opening_of
from generator.inspect.parts.tables import in_table, table_box
from generator.inspect.reading.facts import Facts, Line, Page


@dataclass(frozen=True, slots=True)
class Circular:
    """The parts of one circular, and the facts they were found in.

    `others` are lines of the annexes and of tables: text that is measured only as to its place and fonts.
    `asides` are the words of a draft that are no part of the circular.
    """

    facts: Facts
    area: Area
    head: Head
    opening: Opening
    body: Body
    annex_list: AnnexList | None
    closing: Closing | None
    annexes: tuple[Annex, ...]
    imprint: Imprint | None
    folios: tuple[Folio, ...]
    others: tuple[Line, ...]
    asides: tuple[Line, ...]

    def page(self, number: int) -> Page:
        """A page by its place in the file, counted from 1."""
        return self.facts.pages[number - 1]

    def above(self, line: Line) -> Line | None:
        """The line of body or list of annexes that stands next above a line of the closing, on its page."""
        own = {id(each) for each in (self.closing.lines if self.closing else ())}
        listed = self.annex_list.lines if self.annex_list else ()
        lines = [
            each
            for each in (*self.body.on(line.page), *listed)
            if each.page == line.page and each.baseline < line.baseline - 1 and id(each) not in own
        ]
        return max(lines, key=lambda each: each.baseline, default=None)

    def folio(self, page: int) -> Folio | None:
        """The number printed on a page."""
        return next((folio for folio in self.folios if folio.page == page), None)


def circular_of(facts: Facts) -> Circular:
    """Take a file's facts apart into the parts of a circular."""
    pages = facts.pages
    folios = tuple(folio_of(page) for page in pages)
    asides = tuple(line for page in pages for line in page.lines if is_aside(line, page))
    texts = _without([without_folios(page, folio) for page, folio in zip(pages, folios, strict=True)], asides)
    first_lines = {page.number: text[0] for page, text in zip(pages, texts, strict=True) if text}

    imprint = imprint_of(texts, pages)
    texts = _without(texts, imprint.lines if imprint else ())
    upright = (text for page, text in zip(pages, texts, strict=True) if not page.landscape)
    area = area_of([line for text in upright for line in text])
    annexes = annexes_of(texts, pages)
    head = head_of(pages[0], texts[0])
    opening = opening_of(head, texts[0], area)

    main, others = _main(texts, pages, annexes, opening)
    following = [*main[1:], ()]
    closings = (closing_of(*each, area) for each in zip(pages, main, following, strict=True))
    closing = next((each for each in closings if each), None)
    lists = (annex_list_of(text, area, closing.lines[0] if closing else None) for text in main)
    annex_list = next((each for each in lists if each), None)
    taken = (*(closing.lines if closing else ()), *(annex_list.lines if annex_list else ()))
    ended = {line.page for line in taken} | {page.number for page in pages if table_box(page)}
    return Circular(
        facts=facts,
        area=area,
        head=head,
        opening=opening,
        body=body_of(
            _without(main, taken), area, first_lines, ended | ({imprint.page} if imprint else set())
        ),
        annex_list=annex_list,
        closing=closing,
        annexes=annexes,
        imprint=imprint,
        folios=tuple(folio for folio in folios if folio),
        others=others,
        asides=asides,
    )


def _main(
    texts: Sequence[Sequence[Line]], pages: Sequence[Page], annexes: Sequence[Annex], opening: Opening
) -> tuple[list[tuple[Line, ...]], tuple[Line, ...]]:
    """The lines below the opening and before the first annex, page by page, and all lines that are in neither."""
    main: list[tuple[Line, ...]] = []
    others: list[Line] = []
    annex = annexes[0] if annexes else None
    for page, text in zip(pages, texts, strict=True):
        table = table_box(page)
        kept = []
        for line in text:
            after_annex = annex and (page.number, line.baseline) >= (annex.page, annex.heading.baseline)
            if after_annex or page.landscape or in_table(line, table):
                others.append(line)
            elif page.number > 1 or line.top >= opening.bottom - 1:
                kept.append(line)
        main.append(tuple(kept))
    return main, tuple(others)


def _without(texts: Sequence[Sequence[Line]], taken: Sequence[Line]) -> list[tuple[Line, ...]]:
    return [tuple(line for line in text if not any(line is each for each in taken)) for text in texts]
