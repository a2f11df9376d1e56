"""What comes out for the notice boards of an edition, and what a release may not lack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.boards import boards, offered
from generator.edition import Edition
from generator.problem import Level
from generator.views.boards.sheets import sheets
from generator.views.downloads import downloads
from tests.boards import press, reference, settings
from tests.conftest import REPOSITORY
from tests.render.circulars import fonts
from tests.test_reports import edition_of

WHOLE = Edition(reference(), {}, fonts(), draft=False, settings=settings())
PLAN = ("all", "plan-cards", "plan-poster", "plan-table", "record")


def test_a_release_with_everything_it_needs_has_no_doubts() -> None:
    """A file for each sheet, and nothing to complain of."""
    files, doubts = boards(REPOSITORY, WHOLE)
    assert doubts == ()
    assert set(files) >= {"2019/all.pdf", "2019/q3-poster.pdf", "2019/change-60-notice.pdf"}


def test_a_site_offers_every_sheet_with_its_paper_and_pages() -> None:
    """But neither the file for the print shop nor the record to be filled in."""
    made = {sheet: f"{sheet.name}.pdf" for sheet in sheets(reference(), settings(), draft=False)}
    one_page = press().pdf(next(iter(made)))
    shown = dict(offered(WHOLE, dict.fromkeys((*made.values(), "2019/all.pdf"), one_page)))
    assert [one.address for one in shown] == [f"boards/{name}" for name in made.values()]
    first = next(iter(shown))
    assert (first.title, first.paper) == ("2019年度工作目标：海报", "A3纵向，1页")
    assert [group.title for group in downloads(shown)[0].sheets] == [one.title for one in shown]
    assert downloads(shown)[0].documents == ()


def test_a_release_without_address_or_site_is_refused() -> None:
    """All that is missing is told at once, and nothing is printed; of the phone, a rule of the data tells."""
    files, doubts = boards(REPOSITORY, replace(edition_of(REPOSITORY), draft=False))
    assert files == {}
    assert {(doubt.rule, doubt.level) for doubt in doubts} == {
        ("board_fact_missing", Level.ERROR),
        ("board_site_unknown", Level.ERROR),
    }
    told = "".join(doubt.message for doubt in doubts)
    assert "意见受理地址" in told
    assert "监督电话" not in told


def test_a_draft_marks_what_is_missing() -> None:
    """The sheets come out, the clerk is warned."""
    edition = edition_of(REPOSITORY)
    year = edition.dossier.years[2019]
    quiet = replace(year, progress=(), approvals=year.approvals[:1])
    bare = replace(edition, dossier=replace(edition.dossier, years={2019: quiet}))
    files, doubts = boards(REPOSITORY, bare)
    assert sorted(files) == [f"2019/{name}.pdf" for name in PLAN]
    assert {doubt.level for doubt in doubts} == {Level.WARNING}
    assert "监督电话和意见受理地址" in "".join(doubt.message for doubt in doubts)


def test_a_bureau_of_another_kind_has_its_boards_too(small: Path) -> None:
    """Nothing of the reference bureau is known to the program."""
    files, _ = boards(small, edition_of(small))
    assert sorted(files) == [f"2021/{name}.pdf" for name in PLAN]
