"""Sheets of odd bureaus, measured: nothing leaves the type area, nothing covers anything else, and all is said."""

from __future__ import annotations

import pytest

from generator.model.settings import Settings
from generator.views.boards.cards import Cards
from generator.views.boards.facts import GAP
from generator.views.boards.table import Table
from generator.views.sheet import LineKind
from tests.boards import made, opened, pages_of, press, printed, settings
from tests.render.board_pdf.oddities import (
    LONG_ADDRESS,
    LONG_NAME,
    LONG_TEXT,
    MARK,
    with_a_long_address,
    with_a_long_unit,
    with_all_behind,
    with_forty_units,
    with_long_texts,
    with_targets,
    without_contacts,
)

EVERY = ("plan-poster", "plan-table", "plan-cards", "q3-poster", "q3-table", "q3-cards", "change-60-notice")


def test_four_hundred_targets_are_each_told_once() -> None:
    """As many pages as it takes; the poster counts them and stays legible from where one stands."""
    many = with_targets(400)
    (poster,) = pages_of(made("plan-poster", many))
    assert "全年考评400项" in poster
    table = made("plan-table", many)
    assert isinstance(table.view, Table)
    words = "".join(pages_of(table))
    ids = [line.cells[0] for line in table.view.sheet.lines if line.kind is LineKind.ITEM]
    assert len(ids) == 400 and all(words.count(f"{one}号") == 1 for one in ids)
    cards = made("plan-cards", many)
    assert isinstance(cards.view, Cards)
    words = "".join(pages_of(cards))
    held = [card.id for unit in cards.view.units for card in unit.cards]
    assert len(held) == 400 and all(words.count(f"{one}号") == 1 for one in held)


@pytest.mark.parametrize("name", ["plan-poster", "plan-table", "plan-cards"])
def test_one_target_fills_one_page(name: str) -> None:
    """In larger type than more would have."""
    sheet = made(name, with_targets(1))
    (page,) = pages_of(sheet)
    assert "CG01" in page or "公文运转" in page
    body = [char["size"] for char in opened(printed(sheet))[0].chars if char["bottom"] < 500]
    assert min(body) >= (11 if name == "plan-table" else 14)


@pytest.mark.parametrize("name", EVERY[:-1])
def test_a_unit_of_twenty_five_characters_is_named_in_full(name: str) -> None:
    """In pictures, in cells, above cards."""
    assert len(LONG_NAME) == 25
    assert LONG_NAME in "".join(pages_of(made(name, with_a_long_unit())))


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("plan-poster", 1),
        ("plan-table", 12),
        ("plan-cards", 8),
        ("q3-poster", 8),
        ("q3-table", 16),
        ("q3-cards", 16),
        ("change-60-notice", 2),
    ],
)
def test_texts_of_five_hundred_characters_are_printed_whole(name: str, times: int) -> None:
    """An indicator's name, what is to be done and how it is scored; cause, remedy and work of all that lags."""
    assert len(LONG_TEXT) == 500
    pages = pages_of(made(name, with_long_texts()))
    assert "".join(pages).count(MARK) == times * LONG_TEXT.count(MARK)
    if name.endswith("cards"):
        units = [one.unit for one in made(name, with_long_texts()).view.units]
        assert all(any(unit in page for unit in units) for page in pages)


def test_a_poster_names_all_that_lags_even_where_everything_does() -> None:
    """On as many pages as it takes."""
    sheet = made("q3-poster", with_all_behind())
    pages = pages_of(sheet)
    assert len(pages) > 2 and "欠进度的126项" in "".join(pages)
    assert "".join(pages).count("设备到货推迟。") == 126


@pytest.mark.parametrize("name", EVERY)
def test_a_long_address_and_name_of_a_bureau_leave_no_sheet(name: str) -> None:
    """The foot takes the lines that it needs."""
    words = "".join(pages_of(made(name, with_a_long_address())))
    assert LONG_ADDRESS in words and LONG_NAME in words


def test_what_nobody_has_told_is_marked_on_every_sheet() -> None:
    """Phone, address and the site's address."""
    for name in EVERY:
        words = "".join(pages_of(made(name, without_contacts(), Settings())))
        assert f"监督电话：{GAP}" in words and f"意见受理地址：{GAP}" in words and "二维码待补" in words


def test_forty_units_go_on_to_further_pages() -> None:
    """Their bars are parted into drawings that a page can hold."""
    pages = pages_of(made("plan-poster", with_forty_units()))
    assert len(pages) >= 2
    assert all(f"第{number}办公室" in "".join(pages) for number in range(40))


def test_an_address_too_long_for_its_code_is_said_and_not_printed_too_small() -> None:
    """The clerk is told which option to shorten."""
    sheet = made("plan-poster", options=settings(f"https://www.example.gov.cn/{'x' * 400}/"))
    [doubt] = press().doubts(sheet)
    assert (doubt.rule, doubt.place.file) == ("board_address_too_long", "site_config.yml")
