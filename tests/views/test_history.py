"""Each item says how it stands to what was approved, and by which documents it came there."""

from __future__ import annotations

from dataclasses import replace

from generator.views.downloads import Document
from generator.views.history import changes_view, circular_history, histories
from tests.conftest import REPOSITORY, SMALL_BUREAU
from tests.sites import edition_of


def test_an_amended_item_tells_both_documents_in_order() -> None:
    """First the circular that issued the plan, then the one that changed it, with the sentence and its mark."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    first, second = year.approvals
    told = histories(year)
    for change in second.changes:
        history = told[change.target]
        assert [line.document for line in history.lines] == [first.document, second.document]
        assert history.standing == f"已调整（〔{second.document.partition('〔')[2]}）"
        assert history.lines[1].sample
        assert change.target in history.lines[1].told[0].sentence
    others = [one for name, one in told.items() if name not in {change.target for change in second.changes}]
    assert {one.standing for one in others} == {f"与〔{first.document.partition('〔')[2]}一致"}


def test_the_year_s_record_has_the_newest_first_and_names_what_is_pending() -> None:
    """An item altered after the last approval is named, and says so itself."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    view = changes_view(year)
    assert view is not None
    assert [line.document for line in view.lines] == [one.document for one in reversed(year.approvals)]
    assert [line.document for line in view.amendments] == [year.approvals[-1].document]
    texts = {item.id: item.text for item in year.items}
    changed_items = [(told.item, told.text) for told in view.amendments[0].told]
    assert changed_items == [(one.target, texts[one.target]) for one in year.approvals[-1].changes]
    assert view.pending == ()
    single = next(one for one in year.indicators if one.items == (one,))
    altered = single.model_copy(update={"expected": "另有说法。"})
    changed = replace(year, indicators=tuple(altered if one is single else one for one in year.indicators))
    pending = changes_view(changed)
    assert pending is not None
    assert pending.pending == (single.id,)
    assert histories(changed)[single.id].standing == "已修订待批准"


def test_a_correction_of_a_report_is_a_step_in_its_order() -> None:
    """The plan was issued in August, the report corrected in October; the amendment of others does not show here."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    (erratum,) = year.errata
    lines = histories(year)[erratum.target].lines
    assert [(line.date, line.document) for line in lines] == [
        ("2019年8月29日", year.approvals[0].document),
        ("2019年10月9日", "更正第二季度的进展"),
    ]
    assert erratum.reason in lines[-1].told[0].sentence


def test_a_circular_tells_what_it_did_to_the_plan_and_the_files_that_show_it() -> None:
    """The one that issued the plan tells of every adjustment since; the one that adjusted it tells its own."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    first, second = (approval.document for approval in year.approvals)
    files = [
        Document(f"documents/2019/60{name}", 2019, name, 1)
        for name in (".pdf", "-comparison.pdf", "-comparison.docx", "-redline.docx")
    ]
    assert [line.document for line in circular_history(year, first, files)] == [first, second]
    (own,) = circular_history(year, second, files)
    assert [[one.format for one in group.files] for group in own.files] == [["PDF"], ["DOCX"], ["DOCX"]]
    assert circular_history(year, "安司〔2019〕99号", files) == ()


def test_an_approval_of_what_stays_inside_does_not_issue_the_plan_again() -> None:
    """Its changes are not told, and it is not mistaken for the first."""
    year = edition_of(REPOSITORY).dossier.years[2019]
    first, second = year.approvals
    inside = second.model_copy(update={"changes": (), "targets": {}})
    view = changes_view(replace(year, approvals=(first, inside)))
    assert view is not None
    assert [line.told[0].sentence for line in view.lines] == [
        "调整了不向社会公开的内容。",
        f"印发{year.plan.title}。",
    ]


def test_a_bureau_without_approvals_has_no_history() -> None:
    """Nothing is shown empty."""
    year = edition_of(SMALL_BUREAU).dossier.years[2021]
    assert changes_view(year) is None
    assert histories(year) == {}
