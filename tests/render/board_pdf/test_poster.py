"""The summary poster, measured: type, edges, the code, and what happens with little, much and odd to print."""

from __future__ import annotations

import pytest

from generator.model.settings import Paper
from generator.views.boards.sheets import Sheet
from tests.boards import (
    codes,
    made,
    opened,
    pages_of,
    printed,
    reference,
    settings,
)

POSTERS = ("plan-poster", "q1-poster", "q2-poster", "q3-poster", "q4-poster")


def said(sheet: Sheet) -> str:
    """All words of a sheet, without spaces."""
    return "".join(pages_of(sheet))


@pytest.mark.parametrize("name", POSTERS)
def test_every_poster_is_legible_from_where_one_stands(name: str) -> None:
    """One page: text of 16 points and more, the title of 36 and more, nothing outside or over anything else."""
    sheet = made(name)
    assert len(pages_of(sheet)) == 1
    title = [char for char in opened(printed(sheet))[0].chars if char["size"] >= 36]
    assert sheet.view.title in "".join(char["text"] for char in title)


@pytest.mark.parametrize("name", POSTERS)
def test_every_page_has_a_code_that_leads_to_exactly_this_content(name: str) -> None:
    """Read back from a raster of 150 dots to the inch; the address ends with the digest that is printed beside it."""
    sheet = made(name)
    pdf = printed(sheet)
    for page in range(len(opened(pdf))):
        assert codes(pdf, page) == [sheet.view.facts.address]
    digest = sheet.view.facts.digest.replace(" ", "")
    assert sheet.view.facts.address.endswith(f"-{digest}.html") and len(digest) == 8


@pytest.mark.parametrize("name", POSTERS)
def test_every_page_says_what_it_is(name: str) -> None:
    """Matter, ground, subject, day, phone, address, version, digest, and which page of how many."""
    sheet = made(name)
    pages = opened(printed(sheet))
    for number, page in enumerate(pages, 1):
        words = "".join(char["text"] for char in page.chars).replace(" ", "")
        for fact in sheet.view.facts.facts:
            assert f"{fact.name}：{fact.value}".replace(" ", "") in words
        assert sheet.view.facts.digest.replace(" ", "") in words
        assert f"第{number}页，共{len(pages)}页" in words


def test_without_colour_all_ink_is_black_or_grey() -> None:
    """Nothing of the red is left."""
    for page in opened(printed(made("q3-poster"), colour=False)):
        shades = {tuple(char["non_stroking_color"]) for char in page.chars}
        assert all(len(set(shade)) == 1 for shade in shades)


@pytest.mark.parametrize("paper", Paper)
def test_a_poster_fits_any_paper(paper: Paper) -> None:
    """Upright or across, half or twice as large: as many pages as it needs, each legible."""
    sheet = made("q3-poster", options=settings(poster=paper))
    assert pages_of(sheet)
    page = opened(printed(sheet))[0]
    assert (round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) == paper.millimetres


def test_a_plan_names_what_was_promised() -> None:
    """Every indicator, under its category with its points."""
    words = said(made("plan-poster"))
    year = reference().years[2019]
    assert all("".join(indicator.name.split()) in words for indicator in year.indicators)
    assert "重点工作目标（45分）：" in words


def test_a_quarter_counts_every_state_and_sets_apart_what_lags() -> None:
    """The counts stand in boxes; that of what lags has the thicker rim, which needs no colour."""
    sheet = made("q3-poster")
    assert [(one.label, one.alert) for one in sheet.view.figures if one.alert] == [("！欠进度", True)]
    words = said(sheet)
    assert all(f"{one.number}{one.unit}{one.label}" in words for one in sheet.view.figures)
    [page] = opened(printed(sheet, colour=False))
    rims = sorted(rect["linewidth"] for rect in page.rects if rect["height"] > 40 and rect["stroke"])
    assert rims[-1] == pytest.approx(3) and rims.count(rims[-1]) == 1


def test_words_stand_beside_pictures_where_one_page_does_not_hold_them_below() -> None:
    """On A3 beside; on A4 each chart may stand on a page of its own, so each has the legend."""
    [page] = opened(printed(made("q3-poster")))
    causes = [word for word in page.extract_words() if word["text"].startswith("原因")]
    assert len(causes) == 4 and all(word["x0"] > page.width / 2 for word in causes)
    assert said(made("q3-poster")).count("超进度") == 2
    assert said(made("q3-poster", options=settings(poster=Paper.A4_UPRIGHT))).count("超进度") == 3
