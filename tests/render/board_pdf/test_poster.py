"""The summary poster, measured: type, edges, the code, and what happens with little, much and odd to print."""

from __future__ import annotations

import dataclasses

import pytest

from generator.model.dossier import Year
from generator.model.organisation import Unit
from generator.model.settings import Paper
from generator.views.boards.sheets import Sheet
from tests.boards import (
    codes,
    contrasts,
    made,
    opened,
    outside,
    overlapping,
    press,
    reference,
    settings,
    with_year,
)

POSTERS = ("plan-poster", "q1-poster", "q2-poster", "q3-poster", "q4-poster")
MARGIN = 10 / 25.4 * 72
LONG_NAME = "松隐县公共法律服务和社区矫正综合管理服务中心办公室"


def legible(sheet: Sheet) -> int:
    """Assert that nothing is too small, cut off or printed over; how many pages there are."""
    pages = opened(press().pdf(sheet))
    for page in pages:
        assert [char["text"] for char in page.chars if char["size"] < 15.99] == []
        assert outside(page, MARGIN) == []
        assert overlapping(page) == []
    return len(pages)


def said(sheet: Sheet) -> str:
    """All words of a sheet, without spaces."""
    return "".join(char["text"] for page in opened(press().pdf(sheet)) for char in page.chars).replace(
        " ", ""
    )


@pytest.mark.parametrize("name", POSTERS)
def test_every_poster_is_legible_from_where_one_stands(name: str) -> None:
    """One page: text of 16 points and more, the title of 36 and more, nothing outside or over anything else."""
    sheet = made(name)
    assert legible(sheet) == 1
    title = [char for char in opened(press().pdf(sheet))[0].chars if char["size"] >= 36]
    assert sheet.view.title in "".join(char["text"] for char in title)


@pytest.mark.parametrize("name", POSTERS)
def test_every_page_has_a_code_that_leads_to_exactly_this_content(name: str) -> None:
    """Read back from a raster of 150 dots to the inch; the address ends with the digest that is printed beside it."""
    sheet = made(name)
    pdf = press().pdf(sheet)
    for page in range(len(opened(pdf))):
        assert codes(pdf, page) == [sheet.view.facts.address]
    digest = sheet.view.facts.digest.replace(" ", "")
    assert sheet.view.facts.address.endswith(f"-{digest}.html") and len(digest) == 8


@pytest.mark.parametrize("name", POSTERS)
def test_every_page_says_what_it_is(name: str) -> None:
    """Matter, ground, subject, day, phone, address, version, digest, and which page of how many."""
    sheet = made(name)
    pages = opened(press().pdf(sheet))
    for number, page in enumerate(pages, 1):
        words = "".join(char["text"] for char in page.chars).replace(" ", "")
        for fact in sheet.view.facts.facts:
            assert f"{fact.name}：{fact.value}".replace(" ", "") in words
        assert sheet.view.facts.digest.replace(" ", "") in words
        assert f"第{number}页，共{len(pages)}页" in words


@pytest.mark.parametrize("colour", [True, False])
def test_every_character_stands_out_in_shades_of_grey(*, colour: bool) -> None:
    """A contrast of 4.5 at least, on the raster that a printer without colour gives."""
    pdf = press(colour=colour).pdf(made("q3-poster"))
    assert [one for one in contrasts(pdf, 0) if one[0] < 4.5] == []


def test_without_colour_all_ink_is_black_or_grey() -> None:
    """Nothing of the red is left."""
    for page in opened(press(colour=False).pdf(made("q3-poster"))):
        shades = {tuple(char["non_stroking_color"]) for char in page.chars}
        assert all(len(set(shade)) == 1 for shade in shades)


def test_the_file_is_archival_tagged_and_the_same_every_time() -> None:
    """PDF/A-2a and PDF/UA-1, with title and language, dated as its content is; two prints are the same bytes."""
    sheet = made("q3-poster")
    pdf = press().pdf(sheet)
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"/Lang(zh-CN)"):
        assert claim in pdf
    assert b"/FontFile" in pdf and sheet.day.strftime("D:%Y%m%d").encode() in pdf
    assert press().pdf(sheet) == pdf


@pytest.mark.parametrize("paper", Paper)
def test_a_poster_fits_any_paper(paper: Paper) -> None:
    """Upright or across, half or twice as large: as many pages as it needs, each legible."""
    sheet = made("q3-poster", options=settings(poster=paper))
    legible(sheet)
    page = opened(press().pdf(sheet))[0]
    assert (round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) == paper.millimetres


def test_a_long_cause_is_printed_whole() -> None:
    """Five hundred characters of cause and as many of remedy."""
    words = "因设备到货推迟，经研究决定分批安装并逐一调试，" * 22

    def change(year: Year) -> Year:
        return dataclasses.replace(
            year,
            progress=tuple(
                report.model_copy(
                    update={
                        "rows": tuple(
                            row.model_copy(update={"cause": words, "remedy": words}) if row.cause else row
                            for row in report.rows
                        )
                    }
                )
                for report in year.progress
            ),
        )

    sheet = made("q3-poster", with_year(change))
    legible(sheet)
    assert said(sheet).count(words) == 8


def test_a_unit_with_a_long_name_is_named_in_full() -> None:
    """Twenty-five characters, in the pictures too."""

    def change(year: Year) -> Year:
        old = year.organisation.units[0].name
        units = (
            year.organisation.units[0].model_copy(update={"name": LONG_NAME}),
            *year.organisation.units[1:],
        )
        return dataclasses.replace(
            year,
            organisation=year.organisation.model_copy(update={"units": units}),
            indicators=_with_unit(year, {old: LONG_NAME}),
        )

    assert len(LONG_NAME) == 25
    sheet = made("plan-poster", with_year(change))
    legible(sheet)
    assert LONG_NAME in said(sheet)


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
    [page] = opened(press(colour=False).pdf(sheet))
    rims = sorted(rect["linewidth"] for rect in page.rects if rect["height"] > 40 and rect["stroke"])
    assert rims[-1] == pytest.approx(3) and rims.count(rims[-1]) == 1


def test_words_stand_beside_pictures_where_one_page_does_not_hold_them_below() -> None:
    """On A3 beside; on A4 each chart may stand on a page of its own, so each has the legend."""
    [page] = opened(press().pdf(made("q3-poster")))
    causes = [word for word in page.extract_words() if word["text"].startswith("原因")]
    assert len(causes) == 4 and all(word["x0"] > page.width / 2 for word in causes)
    assert said(made("q3-poster")).count("超进度") == 2
    assert said(made("q3-poster", options=settings(poster=Paper.A4_UPRIGHT))).count("超进度") == 3


def test_forty_units_go_on_to_further_pages() -> None:
    """Their bars are parted into drawings that a page can hold."""

    def change(year: Year) -> Year:
        names = [f"第{number}办公室" for number in range(40)]
        units = tuple(Unit(name=name, slug=f"u{place}", kind="offices") for place, name in enumerate(names))
        organisation = year.organisation.model_copy(update={"units": units})
        numbers = {item.id: names[place % 40] for place, item in enumerate(year.items)}
        indicators = _changed(year, lambda item: {"unit": numbers[item.id]})
        return dataclasses.replace(year, organisation=organisation, indicators=indicators, approvals=())

    sheet = made("plan-poster", with_year(change))
    assert legible(sheet) >= 2
    assert all(f"第{number}办公室" in said(sheet) for number in range(40))


def test_one_target_is_enough() -> None:
    """A plan of a single indicator fills a page in large type."""

    def change(year: Year) -> Year:
        return dataclasses.replace(year, indicators=year.indicators[-1:], approvals=(), progress=())

    sheet = made("plan-poster", with_year(change))
    assert legible(sheet) == 1
    assert min(char["size"] for char in opened(press().pdf(sheet))[0].chars) >= 16


def test_an_address_too_long_for_its_code_is_said_and_not_printed_too_small() -> None:
    """The clerk is told which option to shorten."""
    sheet = made("plan-poster", options=settings(f"https://www.example.gov.cn/{'x' * 400}/"))
    [doubt] = press().doubts(sheet)
    assert (doubt.rule, doubt.place.file) == ("board_address_too_long", "site_config.yml")


def _with_unit(year: Year, names: dict[str, str]) -> tuple[object, ...]:
    return _changed(year, lambda item: {"unit": names.get(item.unit, item.unit)})


def _changed(year: Year, change: object) -> tuple[object, ...]:
    return tuple(
        indicator.model_copy(
            update={"targets": tuple(one.model_copy(update=change(one)) for one in indicator.targets)}
            if hasattr(indicator, "targets")
            else change(indicator)
        )
        for indicator in year.indicators
    )
