"""The table of targets narrows to what a reader asks for, by mouse, keyboard or address, and without scripts stays whole."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.views.target_table import target_table
from tests.conftest import REPOSITORY
from tests.sites import edition_of

pytestmark = pytest.mark.needs("chromium")

_TABLE = "2019/targets/index.html"
_YEAR = edition_of(REPOSITORY).dossier.years[2019]
_ROWS = ".zb-items tbody tr:not(.zb-group)"


def test_each_choice_shows_as_many_rows_as_it_promises(page: Page, served: str) -> None:
    """Every option of every filter: the number beside it is the number of rows shown and announced."""
    page.goto(served + _TABLE)
    total = target_table(_YEAR).items
    for one in target_table(_YEAR).filters:
        assert one.options
        for option in one.options:
            page.get_by_label(one.label, exact=True).select_option(option.value)
            shown = page.locator(f"{_ROWS}:visible").count()
            assert f"（{shown}项）" in option.label
            said = f"共{total}项。" if shown == total else f"显示{shown}项，共{total}项。"
            assert page.locator("[data-zb-count]").inner_text() == said
        page.get_by_label(one.label, exact=True).select_option("")


def test_choices_add_up_and_empty_headings_go(page: Page, served: str) -> None:
    """A unit and a month together: the rows the data has for both, and only the headings above them."""
    page.goto(served + _TABLE)
    page.get_by_label("责任单位").select_option("社区矫正管理局")
    page.get_by_label("完成时限").select_option("12月")
    wanted = {item.id for item in _YEAR.items if item.unit == "社区矫正管理局" and item.deadline.month == 12}
    assert set(page.locator(f"{_ROWS}:visible td:first-child").all_inner_texts()) == wanted
    headings = page.locator("section:visible h2").all_inner_texts()
    assert len(headings) == len(
        {one.category for one in _YEAR.indicators if wanted & {item.id for item in one.items}}
    )


def test_the_choice_stands_in_the_address_and_comes_back(page: Page, served: str) -> None:
    """A copied address, a reload and the way back show the same rows; what no option knows is passed over."""
    page.goto(served + _TABLE)
    page.get_by_label("责任单位").select_option("政工股")
    assert parse_qs(urlsplit(page.url).query) == {"unit": ["政工股"]}
    shown = page.locator(f"{_ROWS}:visible").count()
    page.locator(f"{_ROWS}:visible a").first.click()
    page.go_back()
    expect(page.locator(f"{_ROWS}:visible")).to_have_count(shown)
    expect(page.get_by_label("责任单位")).to_have_value("政工股")
    page.goto(f"{served}{_TABLE}?unit=没有&category=function")
    expect(page.get_by_label("责任单位")).to_have_value("")
    assert page.locator(f"{_ROWS}:visible").count() == 106


def test_the_keyboard_alone_narrows_and_clears(page: Page, served: str) -> None:
    """Tab reaches the skip link, the choices and the button in order; arrows choose; the focus is to be seen."""
    page.goto(served + _TABLE)
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "filter-unit":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-zb-count]")).to_contain_text("显示")
    passed = [page.evaluate("document.activeElement.id || document.activeElement.type")]
    for _ in range(4):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.id || document.activeElement.type"))
    assert passed == ["filter-unit", "filter-category", "filter-deadline", "filter-state", "reset"]
    page.keyboard.press("Enter")
    expect(page.locator("[data-zb-count]")).to_have_text("共126项。")


def test_nothing_that_fits_is_said(page: Page, served: str) -> None:
    """An empty table is never left without a word."""
    page.goto(f"{served}{_TABLE}?unit=社区矫正管理局&category=law")
    expect(page.locator("[data-zb-count]")).to_have_text("没有符合全部条件的项，请放宽条件。")
    assert page.locator(f"{_ROWS}:visible").count() == 0


def test_without_scripts_the_whole_table_stands_and_nothing_that_would_not_work(
    browser: Browser, served: str
) -> None:
    """All rows, no choices, no search field, no switches; the menu's links are there."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{served}{_TABLE}?unit=政工股")
    assert page.locator(f"{_ROWS}:visible").count() == 126
    for idle in ("[data-zb-filters]", ".md-search", "[data-zb-switch]"):
        assert page.locator(f"{idle}:visible").count() == 0
    assert page.get_by_role("link", name="责任单位").first.is_visible()
    context.close()


def test_on_a_phone_rows_are_cards_and_nothing_scrolls_sideways(browser: Browser, served: str) -> None:
    """At 360 px each row says what its figures are, and the page is no wider than the screen."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(served + _TABLE)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    row = page.locator(_ROWS).first
    assert row.evaluate("row => getComputedStyle(row).display") == "grid"
    labels = row.evaluate("row => [...row.cells].map(cell => getComputedStyle(cell, '::before').content)")
    assert labels[2:] == ['"分值 "', '"目标值 "', '"时限 "', '"责任单位 "', '"进度 "']
    context.close()
