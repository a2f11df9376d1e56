"""The tags of 47号: which a page carries by its kind, none empty, and all of them switched off where the portal writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.model.dossier import Dossier
from generator.render.site.page import SitePage
from generator.render.site.pages import site
from generator.views.portal import page_tags, portal_tags
from generator.views.site import site_views
from tests.conftest import REPOSITORY
from tests.sites import edition_of

SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
_DAY = date(2019, 9, 3)


@pytest.fixture(scope="module")
def known() -> Dossier:
    """The reference bureau with a domain, a code and a day of publication, which it does not state."""
    dossier = edition_of(REPOSITORY).dossier
    portal = dossier.bureau.portal.model_copy(
        update={"site_domain": "www.example.gov.cn", "site_id_code": "0000000000"}
    )
    year = dossier.years[2019]
    circulars = tuple(
        one.model_copy(update={"disclosure": one.disclosure.model_copy(update={"published": _DAY})})
        for one in year.circulars
    )
    bureau = dossier.bureau.model_copy(update={"portal": portal})
    return replace(dossier, bureau=bureau, years={2019: replace(year, circulars=circulars)})


def _pages(dossier: Dossier) -> tuple[SitePage, ...]:
    views = site_views(dossier, (), "", {}, draft=False)
    return site(views, Path(REPOSITORY / "theme" / "site")).pages


def test_every_kind_of_page_carries_the_tags_of_its_kind(known: Dossier) -> None:
    """Site tags everywhere, column tags on columns and articles, article tags on articles; each once, none empty."""
    wanted = {
        **dict.fromkeys(("home", "year"), SITE),
        **dict.fromkeys(("targets", "progress", "organisation", "circulars"), SITE + COLUMN),
        **dict.fromkeys(
            ("boards", "catalogue", "changes", "deadlines", "downloads", "archive", "making"), SITE + COLUMN
        ),
        **dict.fromkeys(("category", "indicator", "target", "unit", "circular"), SITE + COLUMN + ARTICLE),
        **dict.fromkeys(
            ("bulletin", "quarter", "unit_quarter"), SITE + COLUMN + ("ArticleTitle", "ContentSource")
        ),
    }
    pages = _pages(known)
    assert {page.kind: tuple(name for name, _ in page.tags) for page in pages} == {
        kind: wanted[kind] for kind in {page.kind for page in pages}
    }
    assert all(content for page in pages for _, content in page.tags)


def test_an_article_bears_its_title_the_day_it_was_published_and_its_source(known: Dossier) -> None:
    """A day stands in the form of 47号, with the time that the data does not know as its beginning."""
    pages = {page.address: dict(page.tags) for page in _pages(known)}
    tags = pages["2019/circulars/44.html"]
    assert tags["ArticleTitle"].startswith("关于印发")
    assert tags["PubDate"] == "2019-09-03 00:00"
    assert tags["ContentSource"] == known.bureau.name
    assert pages["2019/targets/ZD01-1.html"]["ColumnName"] == "目标任务"


def test_what_is_not_known_has_no_tag() -> None:
    """The reference bureau states neither domain nor day of publication: no tag is empty or invented."""
    for page in _pages(edition_of(REPOSITORY).dossier):
        names = {name for name, _ in page.tags}
        assert names.isdisjoint({"SiteDomain", "SiteIDCode", "PubDate"})


def test_a_portal_that_writes_its_own_tags_switches_ours_off(known: Dossier) -> None:
    """With `tags: no` no page has any."""
    portal = known.bureau.portal.model_copy(update={"tags": False})
    bureau = known.bureau.model_copy(update={"portal": portal})
    assert {page.tags for page in _pages(replace(known, bureau=bureau))} == {()}
    assert page_tags(portal_tags(bureau), "circular", "题", _DAY) == ()
