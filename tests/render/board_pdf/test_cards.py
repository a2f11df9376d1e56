"""Cards for small frames and the notice of an amendment, measured."""

from __future__ import annotations

import pytest

from generator.model.settings import Paper
from generator.views.boards.amendment import Amendment
from generator.views.boards.cards import Cards
from tests.boards import codes, made, opened, pages_of, printed, settings


@pytest.mark.parametrize("name", ["plan-cards", "q3-cards"])
def test_every_item_has_its_card_on_a_page_of_its_unit(name: str) -> None:
    """Words of fourteen points, facts of eleven; each page names the unit, leads to the content, and is numbered."""
    sheet = made(name)
    assert isinstance(sheet.view, Cards)
    pages = pages_of(sheet)
    pdf = printed(sheet)
    for unit in sheet.view.units:
        own = [page for page in pages if unit.unit in page]
        for card in unit.cards:
            holding = [page for page in own if card.id in page]
            assert holding, card.id
            assert "".join(card.text.split()) in "".join(holding)
    for number in (0, len(pages) - 1):
        assert codes(pdf, number) == [sheet.view.facts.address]
        assert f"第{number + 1}页，共{len(pages)}页" in pages[number]


def test_cards_are_set_in_fourteen_points_and_titled_from_thirty_six() -> None:
    """Only the facts at the foot are smaller."""
    page = opened(printed(made("q3-cards")))[0]
    assert max(char["size"] for char in page.chars) >= 36
    above = [
        char["size"] for char in page.chars if char["bottom"] < page.height - 200 and char["text"].strip()
    ]
    assert min(above) >= 13.99


def test_the_pages_of_a_unit_are_about_equally_full() -> None:
    """No page holds a card or two that the pages before it had no room for."""
    sheet = made("plan-cards")
    pages = pages_of(sheet)
    for unit in sheet.view.units:
        own = [
            page
            for page in pages
            if f"{unit.unit}（续）" in page or f"{sheet.view.bureau}{unit.unit}{sheet.view.title}" in page
        ]
        held = [sum("计分办法" in one for one in page.split("目标值")) for page in own]
        assert sum(held) == len(unit.cards)
        assert max(held) - min(held) <= 3, unit.unit


@pytest.mark.parametrize("paper", [Paper.A3_UPRIGHT, Paper.A4_ACROSS])
def test_cards_fit_other_paper(paper: Paper) -> None:
    """Frames of another size have the same cards."""
    assert pages_of(made("q3-cards", options=settings(cards=paper)))


def test_the_notice_tells_each_change_with_what_it_was_and_is() -> None:
    """The document, the day, every target that was changed, and that it is an example."""
    sheet = made("change-60-notice")
    assert isinstance(sheet.view, Amendment)
    (page,) = pages_of(sheet)
    for said in (
        "安司〔2019〕60号",
        "2019年10月25日",
        "CG02-2",
        "CG02-3",
        "CG14-2",
        "ZD03-3",
        "示例",
        "怎样提意见",
    ):
        assert said in page
    for item in sheet.view.items:
        assert all(change.replace(" ", "") in page for change in item.changes)
    assert codes(printed(sheet)) == [sheet.view.facts.address]
