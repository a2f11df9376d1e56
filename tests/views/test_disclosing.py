"""What the site says about publishing itself: catalogue, deadlines, years, making, and validity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.catalogue import Output
from generator.model.dossier import Dossier
from generator.model.publication import Publication
from generator.views.archive import archive
from generator.views.basis import basis
from generator.views.catalogue import catalogue
from generator.views.circular_page import circular_pages
from generator.views.deadlines import deadlines
from generator.views.making import making
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of

_REFERENCE = edition_of(REPOSITORY).dossier
_YEAR = _REFERENCE.years[2019]


def _with_disclosure(**changes: object) -> Dossier:
    """The reference bureau with other facts of disclosure in its circular."""
    circular = _YEAR.circulars[0]
    disclosure = circular.disclosure.model_copy(update=changes)
    year = replace(_YEAR, circulars=(circular.model_copy(update={"disclosure": disclosure}),))
    return replace(_REFERENCE, years={2019: year})


@pytest.mark.parametrize(
    ("published", "shown", "standing"),
    [
        (None, "—", "未登记发布日期"),
        (date(2019, 9, 27), "2019年9月27日", "按时发布"),
        (date(2019, 9, 28), "2019年9月28日", "超过时限发布"),
    ],
)
def test_a_circular_is_to_be_published_within_twenty_working_days(
    published: date | None, shown: str, standing: str
) -> None:
    """Made on 29 August, due on 27 September; the last day is still in time, and nothing is presumed."""
    one = deadlines(_with_disclosure(published=published).years[2019]).publications[0]
    assert (one.created, one.due) == ("2019年8月29日", "2019年9月27日")
    assert (one.published, one.standing) == (shown, standing)


def test_the_months_hold_every_item_once_in_the_order_of_the_calendar() -> None:
    """The numbers add up to all items, in both bureaus."""
    for year in (_YEAR, edition_of(SMALL_BUREAU).dossier.years[2021]):
        months = deadlines(year).months
        assert sum(one.items for one in months) == sum(1 for _ in year.items)
        assert [int(one.month.removesuffix("月")) for one in months] == sorted(
            {item.deadline.month for item in year.items}
        )


def test_a_year_whose_holidays_are_not_announced_says_so() -> None:
    """Instead of a guessed day."""
    circular = _YEAR.circulars[0].model_copy(update={"date": date(2098, 5, 4)})
    assert deadlines(replace(_YEAR, circulars=(circular,))).publications[0].due == "该年放假安排尚未公布"


def test_the_catalogue_has_a_row_for_each_thing_that_is_disclosed_and_no_empty_cell() -> None:
    """All outputs are named; only those that there are can be linked to."""
    shown = catalogue(_YEAR, _REFERENCE.bureau.name, files=True)
    assert shown is not None
    assert _YEAR.catalogue is not None
    assert {one.output for one in _YEAR.catalogue.matters} == set(Output)
    for row in shown.rows:
        assert all((row.matter, row.content, row.basis, row.limit, row.subject, row.channels, row.audience))
        assert row.subject == _REFERENCE.bureau.name
    assert "board" in {row.output for row in shown.rows}
    without = catalogue(replace(_YEAR, circulars=()), "", files=False)
    assert without is not None
    assert not {"circulars", "downloads"} & {row.output for row in without.rows}


def test_a_bureau_without_a_catalogue_has_no_page_of_it() -> None:
    """Nothing is shown empty."""
    assert catalogue(edition_of(SMALL_BUREAU).dossier.years[2021], "", files=True) is None


def test_the_years_stand_newest_first_and_only_the_newest_is_current() -> None:
    """With the circular linked only where it is in the data."""
    lines = archive(replace(_REFERENCE, years={2018: replace(_YEAR, circulars=()), 2019: _YEAR})).years
    assert [(one.year, one.standing, one.serial) for one in lines] == [
        (2019, "现行", 44),
        (2018, "往年", None),
    ]


def test_the_page_of_making_tells_what_is_composed_and_from_what_the_site_was_made() -> None:
    """Revision and fingerprints as they were handed in; the composed parts by name and number."""
    made = making(_REFERENCE, "abc", {2019: "f" * 64}, draft=True)
    assert (made.revision, made.years[0].fingerprint) == ("abc", "f" * 64)
    assert (
        made.years[0].composed
        == "55项一级指标、126个考评项、季度进度、考评等次、公开目录、安司〔2019〕60号全文"
    )
    assert "安司〔2019〕44号全文" in made.years[0].stated
    real = tuple(one.model_copy(update={"sample": False}) for one in _YEAR.indicators)
    plan = _YEAR.plan.model_copy(update={"grades": None})
    issued = tuple(one for one in _YEAR.circulars if not one.sample)
    honest = replace(_YEAR, indicators=real, plan=plan, catalogue=None, progress=(), circulars=issued)
    assert making(replace(_REFERENCE, years={2019: honest}), "", {}, draft=False).years[0].composed == ""


@pytest.mark.parametrize(
    ("validity", "said"), [("有效", False), ("有效期五年", False), ("废止", True), ("失效", True)]
)
def test_a_circular_past_its_validity_says_so(validity: str, *, said: bool) -> None:
    """In a sentence that names the state; one that is valid says nothing."""
    (shown,) = circular_pages(_with_disclosure(validity=validity), 2019, (), draft=True)
    assert bool(shown.lapsed) == said
    assert not said or validity in shown.lapsed


def test_every_year_s_pages_say_bureau_circular_and_day() -> None:
    """The day is the newest the data tells; without the circular itself its number still stands."""
    quiet = replace(_with_disclosure(published=date(2019, 9, 2)).years[2019], progress=(), errata=())
    found = basis(replace(_REFERENCE, years={2019: quiet}), 2019)
    assert (found.bureau, found.number, found.updated) == ("安溪县司法局", "安司〔2019〕44号", "2019年9月2日")
    bare = basis(replace(_REFERENCE, years={2019: replace(quiet, circulars=())}), 2019)
    assert (bare.number, bare.title, bare.serial, bare.updated) == ("安司〔2019〕44号", "", None, "")
    reported = max(one.reported for one in _YEAR.progress)
    assert date(2019, 12, 31) < reported
    assert basis(_REFERENCE, 2019).updated.startswith(f"{reported.year}年")


def test_the_record_of_publishing_tells_the_last_act_first_in_words() -> None:
    """Documents by number, quarters by name, and which acts are made up, over all years."""
    first = Publication.model_construct(
        number=1,
        date=date(2019, 9, 2),
        where=("甲网站", "公示栏"),
        documents=("安司〔2019〕44号",),
        quarters=("q1", "q2"),
        reason="首次公开",
    )
    second = first.model_copy(
        update={"number": 2, "date": date(2019, 10, 30), "sample": True, "documents": ()}
    )
    earlier = first.model_copy(update={"date": date(2018, 1, 1), "quarters": ()})
    years = {
        2018: replace(_YEAR, publications=(earlier,)),
        2019: replace(_YEAR, publications=(first, second)),
    }
    lines = archive(replace(_REFERENCE, years=years)).publications
    assert [(line.day, line.sample) for line in lines] == [
        ("2019年10月30日", True),
        ("2019年9月2日", False),
        ("2018年1月1日", False),
    ]
    assert lines[1].what == "安司〔2019〕44号、2019年第一季度进度、2019年第二季度进度"
    assert lines[1].where == "甲网站、公示栏"
