"""What the print shop gets: every sheet's own pages in order, room to cut, marks, and empty backs."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest

from generator.render.board_pdf.bound import bound, page_count
from generator.views.boards.cover import cover
from tests.boards import made, opened, press, printed, raster, settings

TITLE, DAY = "某某局2019年度公示件合订本", date(2019, 10, 22)
SHEETS = tuple(made(name) for name in ("q3-poster", "change-60-notice"))
FILES = tuple(printed(sheet) for sheet in SHEETS)


def words(pdf: bytes) -> list[str]:
    """What each page says."""
    return ["".join(char["text"] for char in page.chars) for page in opened(pdf)]


def test_every_page_is_there_in_order_and_says_the_same() -> None:
    """Nothing is set anew, so nothing can differ."""
    whole = bound(FILES, TITLE, DAY, 0, marks=False, blank_backs=False)
    assert words(whole) == [page for file in FILES for page in words(file)]


def test_what_hangs_looks_the_same_bound_or_not() -> None:
    """Point by point, within the marks."""
    single, whole = (
        raster(FILES[0], dpi=40),
        raster(bound(FILES, TITLE, DAY, 3, marks=True, blank_backs=False), dpi=40),
    )
    edge = round(9 / 25.4 * 40)
    inner = whole.crop((edge, edge, edge + single.width, edge + single.height))
    differing = sum(
        abs(one - other) > 128 for one, other in zip(inner.tobytes(), single.tobytes(), strict=True)
    )
    assert differing / len(single.tobytes()) < 0.02


@pytest.mark.parametrize(
    ("bleed", "marks", "edge"), [(0, False, 0), (3, False, 3), (3, True, 9), (0, True, 6)]
)
def test_bleed_and_marks_lie_around_what_is_cut_out(bleed: int, edge: int, *, marks: bool) -> None:
    """The boxes say where the paper ends, and the marks stand outside it."""
    page = pypdfium2.PdfDocument(bound(FILES, TITLE, DAY, bleed, marks=marks, blank_backs=False))[0]
    millimetre = 72 / 25.4
    left, _, right, _ = page.get_mediabox()
    assert left == pytest.approx(-edge * millimetre, abs=0.01)
    assert page.get_trimbox()[2] == pytest.approx(297 * millimetre, abs=0.1)
    assert page.get_bleedbox()[0] == pytest.approx(-bleed * millimetre, abs=0.01)
    paths = [one for one in page.get_objects() if one.type == 2]
    outside = [one for one in paths if one.get_bounds()[0] > right - edge * millimetre]
    assert bool(outside) is marks


def test_empty_backs_keep_every_page_on_a_leaf_of_its_own() -> None:
    """Each even page is empty, and as large as the page before it."""
    whole = pypdfium2.PdfDocument(bound(FILES, TITLE, DAY, 3, marks=True, blank_backs=True))
    said = words(bound(FILES, TITLE, DAY, 0, marks=False, blank_backs=True))
    assert all(said[0::2]) and not any(said[1::2])
    assert [whole[number].get_size() for number in (0, 2)] == [whole[number].get_size() for number in (1, 3)]


def test_two_bindings_are_the_same_bytes_and_dated_as_the_content() -> None:
    """Neither the clock nor a random number gets in."""
    first, second = (bound(FILES, TITLE, DAY, 3, marks=True, blank_backs=True) for _ in range(2))
    assert first == second
    assert (
        pypdfium2.PdfDocument(io.BytesIO(first)).get_metadata_dict()["CreationDate"].startswith("D:20191022")
    )


def test_the_cover_lists_every_sheet_where_it_begins() -> None:
    """Counted with the cover, and with empty backs where there are any."""
    pages = tuple(map(page_count, FILES))
    for options, begins in ((settings(), ["2", "3"]), (settings(blank_backs="yes"), ["3", "5"])):
        view = cover(2019, SHEETS, pages, options.boards)
        assert [line.begins for line in view.lines] == begins
        front = press().cover(view)
        text = words(front)[0].replace(" ", "")
        assert page_count(front) == 1
        for said in ("2019年第三季度目标进度：海报", "2019年度目标调整：通知", "共2张", "A3纵向", "不要缩放"):
            assert said in text
        whole = words(
            bound((front, *FILES), TITLE, DAY, 0, marks=False, blank_backs=options.boards.blank_backs)
        )
        for line, file in zip(view.lines, FILES, strict=True):
            assert whole[int(line.begins) - 1] == words(file)[0]
