"""The sheets of an edition for the notice boards, and what stands against posting them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.edition import Edition
from generator.problem import Level, Place, Problem, blocking
from generator.render.board_pdf.doubts import FACT_MISSING, SITE_UNKNOWN
from generator.render.board_pdf.press import BoardPress
from generator.views.boards.sheets import Sheet, sheets


def boards(root: Path, edition: Edition) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Every sheet as PDF by address, and what stands against printing them; then none is."""
    every = tuple(sheets(edition.dossier, edition.settings, draft=edition.draft))
    press = BoardPress(root, edition.fonts, colour=edition.settings.boards.colour)
    doubts = (*_gaps(every, edition), *(doubt for sheet in every for doubt in press.doubts(sheet)))
    if blocking(doubts):
        return {}, doubts
    return {f"{sheet.name}.pdf": press.pdf(sheet) for sheet in every}, doubts


def _gaps(every: Sequence[Sheet], edition: Edition) -> Iterator[Problem]:
    """What a sheet has to say and nobody has told: marked in a draft, refused in a release."""
    level = Level.WARNING if edition.draft else Level.ERROR
    missing = dict.fromkeys(name for sheet in every for name in sheet.view.facts.missing)
    if missing:
        place = edition.dossier.bureau.place("contacts")
        message = f"公示件上要有{'和'.join(missing)}，数据里没有；草稿里标【待补】，正式发布时不能缺"
        yield replace(FACT_MISSING.at(place, message, "写在 data/bureau.yml 的 contacts: 下"), level=level)
    if every and not edition.settings.site_url:
        message = "公示件上的二维码指向网站，网站的网址还没有定；草稿里空着，正式发布时不能缺"
        hint = "在 site_config.yml 最外层写 site_url: 网址"
        yield replace(SITE_UNKNOWN.at(Place("site_config.yml"), message, hint), level=level)
