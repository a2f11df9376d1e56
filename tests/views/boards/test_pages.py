"""Every sheet's page stands in the site, for good; the record of posting shows there, without names."""

from __future__ import annotations

import dataclasses
from datetime import date

from generator.compute.bulletins import bulletins
from generator.compute.public import public_dossier
from generator.model.dossier import Dossier
from generator.model.posting import Posting
from generator.render.site.pages import site
from generator.views.boards.facts import facts
from generator.views.boards.pages import boards_view
from generator.views.boards.sheets import sheets
from generator.views.site import site_views
from tests.boards import SITE, reference, settings
from tests.conftest import REPOSITORY


def posting(**fields: str) -> Posting:
    """A record of posting the plan."""
    known = {"number": "1", "bulletin": "plan", "digest": "1a2b3c4d", "sheets": ("poster",), "where": "大厅"}
    return Posting.model_validate({**known, "posted": "2019-11-01", **fields})


def posted(*records: Posting) -> Dossier:
    """The reference with these records of posting and no others."""
    dossier = reference()
    year = dataclasses.replace(dossier.years[2019], postings=records)
    return dataclasses.replace(dossier, years={2019: year})


def test_whatever_a_code_leads_to_is_a_page_of_the_site() -> None:
    """Each sheet's address, without the site's own, is the address of a page."""
    pages = {
        one.address
        for one in site(site_views(reference(), (), "", {}, draft=False), REPOSITORY / "theme" / "site").pages
    }
    led = {one.view.facts.address.removeprefix(SITE) for one in sheets(reference(), settings(), draft=False)}
    assert len(led) == 6 and led <= pages


def test_every_page_says_what_its_sheets_say() -> None:
    """Lead, digest, and each target that lags with its cause."""
    views = site_views(reference(), (), "", {}, draft=False)
    bodies = {one.address: one.body for one in site(views, REPOSITORY / "theme" / "site").pages}
    for one in views.years[0].boards.current:
        body = bodies[one.address]
        assert one.digest in body
        if one.poster:
            assert one.poster.lead in body
            assert all(words in body for line in one.poster.passages for _, words in line.told)
        if one.amendment:
            assert all(change in body for item in one.amendment.items for change in item.changes)


def test_an_earlier_version_keeps_its_page_and_names_the_newer_one() -> None:
    """The first version of the plan, in full; and any content that a record names, though the data gives it no more."""
    record = posting(digest="1a2b3c4d", posted="2019-09-05")
    view = boards_view(posted(record), 2019, (), draft=False)
    current = next(one for one in view.current if one.address.startswith("2019/boards/plan-"))
    first, lost = view.past
    assert first.poster is not None and first.facts is not None and first.facts.version.startswith("第1版")
    assert lost.address == "2019/boards/plan-1a2b3c4d.html" and lost.facts is None
    assert {first.newer, lost.newer} == {current.address}
    assert [line.standing for line in lost.postings] == ["待换"]


def test_who_put_a_sheet_up_stays_inside() -> None:
    """The record is public but for the names."""
    record = posting(posted_by="张三丰", taken_down="2019-12-01", taken_down_by="李四光")
    (public,) = public_dossier(posted(record)).years[2019].postings
    assert (public.posted_by, public.taken_down_by) == (None, None)
    assert public.taken_down == date(2019, 12, 1)


def test_the_term_is_told_only_where_there_is_one() -> None:
    """公示期 from the record of exactly this content; its day is the day of publishing."""
    plan = bulletins(reference(), 2019)[0]
    for until, told in ((None, False), ("2019-11-08", True)):
        extra = {"until": until} if until else {}
        dossier = posted(posting(digest=plan.digest, **extra))
        named = {
            one.name: one.value for one in facts(dossier, bulletins(dossier, 2019)[0], "", draft=False).facts
        }
        assert ("公示期" in named) is told
        assert named["公开时间"] == "2019年11月1日"
    assert named["公示期"] == "2019年11月1日至2019年11月8日"
