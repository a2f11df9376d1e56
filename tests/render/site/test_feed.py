"""The feed: read by a feed reader's library, dated by the data, with ids that never change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import feedparser
import pytest

from generator.render.site.feed import feed
from generator.views.feed import feed as feed_view
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of


@pytest.mark.parametrize(
    ("base", "page"),
    [
        ("", "2021/circulars/3.html"),
        ("https://example.gov.cn/sub/", "https://example.gov.cn/sub/2021/circulars/3.html"),
    ],
)
def test_each_circular_is_an_entry_with_its_day_and_page(base: str, page: str) -> None:
    """A reader finds no fault; links are relative unless the site has an address."""
    dossier = edition_of(SMALL_BUREAU).dossier
    circular = dossier.years[2021].circulars[0]
    read = feedparser.parse(feed(feed_view(dossier), base))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [f"{circular.title}（{circular.number}）"]
    assert [entry.link for entry in read.entries] == [page]
    day = circular.disclosure.published or circular.date
    assert read.entries[0].updated == read.feed.updated == f"{day.isoformat()}T00:00:00+08:00"
    assert (read.feed.links[-1].get("rel") == "self") == bool(base)


def test_ids_are_made_from_names_and_numbers_alone() -> None:
    """This id was published; were it another one tomorrow, every reader would show the circular again."""
    entry = feed_view(edition_of(SMALL_BUREAU).dossier).entries[0]
    assert entry.id == "urn:uuid:a8fde692-0e2d-55e8-9812-3615d1cf91b2"


def test_the_newest_comes_first_and_dates_the_feed() -> None:
    """Whatever the order of numbers."""
    dossier = edition_of(SMALL_BUREAU).dossier
    year = dossier.years[2021]
    old = year.circulars[0]
    new = old.model_copy(update={"number": old.number.replace("3号", "2号"), "date": date(2021, 12, 1)})
    more = replace(dossier, years={2021: replace(year, circulars=(new, old))})
    view = feed_view(more)
    assert [entry.serial for entry in view.entries] == [2, 3]
    assert view.day == date(2021, 12, 1)


def test_a_correction_is_an_entry_that_leads_to_its_item() -> None:
    """Both values and the reason, by the day of the correction."""
    dossier = edition_of(REPOSITORY).dossier
    errata = dossier.years[2019].errata
    read = feedparser.parse(feed(feed_view(dossier), ""))
    found = {entry.link: entry for entry in read.entries if entry.title.startswith("更正")}
    assert errata
    assert set(found) == {f"2019/targets/{one.target}.html" for one in errata}
    for one in errata:
        entry = found[f"2019/targets/{one.target}.html"]
        assert all(words in entry.summary for words in (one.was, one.now, one.reason))
        assert entry.updated.startswith(one.date.isoformat())


def test_a_quarter_is_an_entry_by_the_day_of_its_newest_report() -> None:
    """It leads to the quarter's page and tells how many items stand where."""
    dossier = edition_of(REPOSITORY).dossier
    entries = {entry.quarter: entry for entry in feed_view(dossier).entries if entry.quarter}
    reports = dossier.years[2019].progress
    assert set(entries) == {report.quarter for report in reports}
    for quarter, entry in entries.items():
        assert entry.day == max(report.reported for report in reports if report.quarter == quarter)
    links = [entry.link for entry in feedparser.parse(feed(feed_view(dossier), "")).entries]
    assert {f"2019/progress/{quarter}.html" for quarter in entries} <= set(links)
