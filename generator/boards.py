"""The sheets of an edition for the notice boards, and what stands against posting them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from generator.edition import Edition
from generator.model.settings import Boards
from generator.problem import Level, Place, Problem, blocking
from generator.render.board_pdf.bound import bound, page_count
from generator.render.board_pdf.doubts import FACT_MISSING, SITE_UNKNOWN
from generator.render.board_pdf.press import BoardPress
from generator.render.printing import print_all
from generator.views.boards.cover import cover
from generator.views.boards.facts import PHONE
from generator.views.boards.record import record_form
from generator.views.boards.sheets import Sheet, sheets
from generator.views.downloads import SHEETS, Document


def boards(root: Path, edition: Edition) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every sheet as PDF by address, and what stands against printing them; then none is."""
    every = tuple(sheets(edition.dossier, edition.settings, draft=edition.draft))
    press = BoardPress(root, edition.fonts, colour=edition.settings.boards.colour)
    doubts = (*_gaps(every, edition), *(doubt for sheet in every for doubt in press.doubts(sheet)))
    if blocking(doubts):
        return {}, doubts
    files = print_all({f"{sheet.name}.pdf": partial(press.pdf, sheet) for sheet in every})
    printed = tuple(zip(every, files.values(), strict=True))
    return files | dict(_bound(press, printed, edition.settings.boards)), doubts


def offered(edition: Edition, files: Mapping[str, bytes]) -> Iterator[tuple[Document, bytes]]:
    """The sheets as a site offers them; `files` are what was printed of the edition, by address."""
    for sheet in sheets(edition.dossier, edition.settings, draft=edition.draft):
        content = files[f"{sheet.name}.pdf"]
        paper = f"{sheet.paper_name}，{page_count(content)}页"
        address = f"{SHEETS}/{sheet.name}.pdf"
        yield Document(address, sheet.year, sheet.name_in_words, len(content), paper), content


def _bound(
    press: BoardPress, printed: Sequence[tuple[Sheet, bytes]], settings: Boards
) -> Iterator[tuple[str, bytes]]:
    """Each year's sheets in one file for the print shop, and the form for the record of posting them."""
    for year, group in groupby(printed, key=lambda one: one[0].year):
        of_year, files = zip(*group, strict=True)
        pages = tuple(map(page_count, files))
        front = cover(year, of_year, pages, settings)
        whole = bound(
            (press.cover(front), *files),
            f"{front.bureau}{front.title}",
            front.day,
            settings.bleed,
            marks=settings.marks,
            blank_backs=settings.blank_backs,
        )
        yield f"{year}/all.pdf", whole
        yield f"{year}/record.pdf", press.record(record_form(year, of_year, pages))


def _gaps(every: Sequence[Sheet], edition: Edition) -> Iterator[Problem]:
    """What a sheet has to say and nobody has told: marked in a draft, refused in a release; there the rule
    `supervision_phone_missing` tells of the phone, for every output.
    """
    level = Level.WARNING if edition.draft else Level.ERROR
    missing = dict.fromkeys(name for sheet in every for name in sheet.view.facts.missing)
    if not edition.draft:
        missing.pop(PHONE, None)
    if missing:
        place = edition.dossier.bureau.place("contacts")
        message = f"公示件上要有{'和'.join(missing)}，数据里没有；草稿里标【待补】，正式发布时不能缺"
        yield replace(FACT_MISSING.at(place, message, "写在 data/bureau.yml 的 contacts: 下"), level=level)
    if every and not edition.settings.site_url:
        message = "公示件上的二维码指向网站，网站的网址还没有定；草稿里空着，正式发布时不能缺"
        hint = "在 site_config.yml 最外层写 site_url: 网址"
        yield replace(SITE_UNKNOWN.at(Place("site_config.yml"), message, hint), level=level)
