"""A circular as DOCX, printed by LibreOffice and measured: the same geometry as the PDF's."""

from __future__ import annotations

from functools import cache

import pytest

from generator.inspect.inspection import inspect
from generator.inspect.reading.lines import pieces
from generator.inspect.reading.pdf import read_pdf
from generator.inspect.report import Outcome, Report
from generator.inspect.row import Part
from generator.render.circular_docx.breaking import lines_of
from generator.render.circular_docx.lengths import CHARACTER, GAP, WIDTH
from generator.views.prose import Paragraph
from tests.render import circulars
from tests.render.office import needs_office
from tests.render.word import forms, hard, lengths, pages, view

pytestmark = needs_office

OF_THE_CONVERSION = {"font_embedded"}
"""What the report says of the PDF that was made only for measuring, like all of the electronic part."""

AGREEMENT = 0.5

WANTED = {
    "plain": (
        "mark_top",
        "number_gap",
        "rule_gap",
        "rule_width",
        "title_gap",
        "addressee_gap",
        "sealed_date_right",
    ),
    "full": ("lines_per_page", "characters_per_line", "line_pitch", "baselines", "area_width", "area_height"),
    "labels": ("copy_number_form", "secrecy_font", "urgency_font", "labels_place", "mark_top"),
    "signers": (
        "number_left",
        "number_beside_signer",
        "signer_right",
        "signer_font",
        "signer_colon",
        "rule_width",
    ),
    "joint": ("mark_top", "mark_centred", "mark_font", "sealed_date_right"),
    "unsealed": (
        "unsealed_gap",
        "unsealed_signature_right",
        "unsealed_date_shift",
        "note_place",
        "note_line",
    ),
    "letter": (
        "letter_mark_top",
        "letter_rule_gap",
        "letter_foot_rule",
        "letter_rule_width",
        "letter_rule_weights",
        "letter_number_right",
        "letter_first_folio",
        "letter_imprint",
    ),
    "order": ("order_mark_top", "number_gap", "number_centred"),
    "minutes": ("mark_top", "rule_width", "rule_gap", "title_gap"),
    "blocks": ("heading_1_font", "heading_2_font", "annex_list_form", "annex_list_hang"),
    "enclosed": (
        "annex_new_page",
        "annex_heading_font",
        "annex_heading_left",
        "annex_heading_top",
        "annex_title_line",
    ),
    "sent_on": ("closing_with_body", "first_page_body", "imprint_even_page"),
    "no_room": ("closing_with_body", "imprint_even_page", "imprint_last_page", "folio_run"),
    "draft": (
        "mark_top",
        "folio_side",
        "folio_drop",
        "folio_run",
        "seal_colour",
        "seal_centred",
        "seal_covers",
        "seal_reach",
    ),
}
"""The rows each form is there for."""


@cache
def measured(name: str) -> Report:
    """The report on a DOCX as LibreOffice prints it."""
    return inspect(pages()[name], name)


@cache
def report_on_pdf(name: str) -> Report:
    """The report on the PDF of the same circular."""
    return inspect(circulars.press().pdf(view(name)), name)


@pytest.mark.parametrize("name", ["reference", "duplex", "reference draft"])
def test_the_reference_with_its_annexes_passes_every_row(name: str) -> None:
    """Grid, head, text, signature, annexes laid across with their page numbers, imprint, page numbers, fonts."""
    failed = [
        (result.row.id, result.value, result.where)
        for result in measured(name).results
        if result.outcome is Outcome.FAILED
        and result.row.part is not Part.ELECTRONIC
        and result.row.id not in OF_THE_CONVERSION
    ]
    assert failed == []
    for row in (
        "landscape_folio",
        "landscape_head",
        "annex_title_line",
        "unnumbered_imprint",
        "imprint_bottom",
    ):
        assert measured(name).result(row).outcome is Outcome.PASSED


def test_sheets_with_two_sides_are_bound_at_the_inner_edge() -> None:
    """The text stands 28 mm from the left edge of odd pages and 26 mm from that of even ones."""
    found = [page for page in read_pdf(pages()["duplex"], "duplex").pages if not page.landscape]
    lefts = {
        page.number % 2: min(line.left for line in page.lines if len(line.text) > 20) for page in found[4:7]
    }
    assert lefts[1] == pytest.approx(28, abs=0.3)
    assert lefts[0] == pytest.approx(26, abs=0.3)


@pytest.mark.parametrize("name", ["reference", "unbound"])
def test_the_reference_agrees_with_its_pdf_within_half_a_millimetre(name: str) -> None:
    """Every figure that both formats show, in millimetres, lines or characters, with annexes and without."""
    compared = 0
    for of_docx in measured(name).results:
        of_pdf = report_on_pdf(name).result(of_docx.row.id)
        if of_docx.number is not None and of_pdf.number is not None:
            compared += 1
            assert abs(of_docx.number - of_pdf.number) <= AGREEMENT, of_docx.row.id
    assert compared > 20


@pytest.mark.parametrize("name", hard())
def test_what_hardly_fits_is_still_a_sound_document(name: str) -> None:
    """However much title, recipients and annexes there are, both formats fail no row that applies."""
    assert [one.row.id for one in report_on_pdf(name).results if one.outcome is Outcome.FAILED] == []
    failed = [
        one.row.id
        for one in measured(name).results
        if one.outcome is Outcome.FAILED and one.row.part is not Part.ELECTRONIC
    ]
    assert set(failed) <= OF_THE_CONVERSION


@pytest.mark.parametrize("name", WANTED)
def test_each_form_passes_the_rows_it_is_there_for(name: str) -> None:
    """Positions within half a millimetre of the standard's, and fonts of the right kind."""
    results = {row: measured(name).result(row) for row in WANTED[name]}
    assert {
        row: result.value for row, result in results.items() if result.outcome is not Outcome.PASSED
    } == {}


@pytest.mark.parametrize("name", [*forms(), *lengths(), "unbound"])
def test_signature_and_imprint_stand_where_the_pdf_has_them(name: str) -> None:
    """What gives way where lines fall badly gives way alike: as many pages, and the date at the same place."""
    of_docx, of_pdf = (_falls(pdf, name) for pdf in (pages()[name], circulars.press().pdf(view(name))))
    assert of_docx[0] == of_pdf[0]
    assert of_docx[1] == of_pdf[1]
    assert of_docx[2] == pytest.approx(of_pdf[2], abs=1)


def test_many_addressees_move_to_the_imprint_rather_than_part_text_and_signature() -> None:
    """The first page shows the text with its signature, and 主送 stands at the foot of the last page."""
    first, last = read_pdf(pages()["late"], "late").pages
    assert "现将有关事项通知如下，请认真贯彻执行。" in [line.text for line in first.lines]
    assert "2024年3月5日" in [line.text for line in first.lines]
    assert any(line.text.startswith("主送：各乡镇人民政府") for line in last.lines)


def test_lines_break_where_they_are_foreseen() -> None:
    """Every paragraph of the reference breaks in LibreOffice as the layout was chosen for."""
    printed = "\n".join(
        line.text for page in read_pdf(pages()["unbound"], "unbound").pages for line in page.lines
    )
    circular = view("unbound")
    for block in (*circular.blocks, *circular.parts[0].blocks):
        if isinstance(block, Paragraph):
            lines = lines_of(block.run_in + block.text, WIDTH - 2 * CHARACTER, WIDTH, GAP)
            for line in lines:
                assert line.replace(" ", "") in printed.split("\n")


def test_organs_of_a_joint_issue_stand_side_by_side_the_last_over_the_date() -> None:
    """Each name leaves room for a seal of its own, and the date is centred below the last."""
    (page,) = [page for page in read_pdf(pages()["joint"], "joint").pages if page.number == 1]
    row = next(line for line in page.lines if line.text == "某某县农业局某某县人力资源和社会保障局")
    date = next(line for line in page.lines if line.text == "2024年3月5日")
    first, last = pieces(row)
    assert last.box.middle == pytest.approx(date.box.middle, abs=0.5)
    assert last.box.middle - first.box.middle > 45


def test_a_draft_is_marked_at_the_top_of_every_page() -> None:
    """送审稿 ends at the right edge, 20 mm below the paper's top."""
    found = read_pdf(pages()["draft"], "draft").pages
    numbered = [page for page in found if not page.blank]
    for page in numbered:
        mark = next(line for line in page.lines if line.text == "送审稿")
        assert mark.right == pytest.approx(184, abs=0.5)
        assert mark.top == pytest.approx(20, abs=0.5)


def test_a_release_shows_no_place_of_a_seal() -> None:
    """What a draft shows dashed is not there when the document goes out."""
    assert measured("plain").result("seal_centred").outcome is Outcome.ABSENT


def test_a_rare_character_is_printed_in_its_line() -> None:
    """堃 and 喆 come from the font for rare characters and are neither lost nor boxes."""
    lines = [line.text for page in read_pdf(pages()["rare"], "rare").pages for line in page.lines]
    assert "王堃喆同志负责。" in lines
    assert "某某县堃喆局" in lines


def _falls(pdf: bytes, name: str) -> tuple[int, list[tuple[str, int]], list[float]]:
    """How many pages there are, on which the date and 抄送 stand, and how far down the date."""
    found = read_pdf(pdf, name).pages
    wanted = (view(name).closing.date, "抄送：")
    lines = [
        (words, line)
        for page in found
        for line in page.lines
        for words in wanted
        if words in line.text and not line.text.endswith("印发")
    ]
    places = [(words, line.page) for words, line in lines]
    return len(found), places, [line.top for words, line in lines if words == wanted[0]]
