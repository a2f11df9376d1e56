"""What is read of a page is where it stands on the paper, however the page is turned."""

from __future__ import annotations

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.inspect.reading.facts import Box
from generator.inspect.reading.frame import Frame, turned_box
from generator.inspect.reading.pdf import read_pdf
from tests.inspect.bare import MILLIMETRE, Text, pdf
from tests.inspect.paper import FONTS, paper

FANDOL = (
    "FandolFang-Regular",
    "FandolSong-Bold",
    "FandolKai-Regular",
    "FandolHei-Regular",
    "FandolSong-Regular",
)

_LENGTH = st.floats(1, 1000)
_PLACE = st.floats(-500, 500)


def test_every_line_of_the_test_circular_stands_where_it_was_put() -> None:
    """Places and sizes are read to a hundredth of a millimetre."""
    lines = {line.text: line for page in read_pdf(paper(), "x").pages for line in page.lines}
    assert lines["特急"].left == pytest.approx(28, abs=0.01)
    assert lines["特急"].size == 16
    assert lines["附件1"].left == pytest.approx(28, abs=0.01)
    assert lines["某司〔2019〕8号"].box.middle == pytest.approx(106, abs=0.01)


def test_ink_is_that_of_the_fonts_outlines() -> None:
    """The edges of every character's print are those of its outline, within 0.006 em (0.03 mm in the body)."""
    fonts = {name: TTFont(FONTS / f"{name}.otf") for name in FANDOL}
    glyphs = {(glyph.text, glyph.font.name, glyph.size): glyph for glyph in read_pdf(paper(), "x").glyphs}
    compared = 0
    for glyph in glyphs.values():
        font = fonts[glyph.font.name]
        pen = BoundsPen(font.getGlyphSet())
        font.getGlyphSet()[font.getBestCmap()[ord(glyph.text)]].draw(pen)
        left, bottom, right, top = (edge / 1000 * glyph.em for edge in pen.bounds)
        expected = Box(glyph.left + left, glyph.baseline - top, glyph.left + right, glyph.baseline - bottom)
        assert glyph.ink == pytest.approx(expected, abs=0.006 * glyph.em), glyph.text
        compared += 1
    assert compared > 150


def test_rules_have_their_true_thickness_and_length() -> None:
    """A rule drawn as a filled rectangle measures what was drawn."""
    rules = read_pdf(paper(), "x").pages[-1].rules
    assert [round(rule.thickness, 3) for rule in rules] == [0.35, 0.25, 0.35]
    assert all(rule.length == pytest.approx(156, abs=0.001) for rule in rules)


def test_a_rule_drawn_as_a_stroke_has_the_stroke_s_thickness() -> None:
    """A rule drawn as a line measures as a filled one does, pieces joined and a dashed one known as such."""
    drawn = (
        "0.992 w 79.37 400 m 300 400 l S 300 400 m 521.6 400 l S 1 0 0 RG [3 2] 0 d 79.37 300 m 521.6 300 l S"
    )
    rules = read_pdf(pdf((Text("正文", 28, 200),), drawn=drawn), "x").pages[0].rules
    assert [(round(rule.thickness, 2), round(rule.length), rule.red, rule.dashed) for rule in rules] == [
        (0.35, 156, False, False),
        (0.35, 156, True, True),
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_shown_turned_is_measured_as_it_reads(rotate: int) -> None:
    """However the file turns a page for the reader, its text is measured upright."""
    page = read_pdf(pdf((Text("正文文字", 28, 100),), rotate=rotate), "x").pages[0]
    assert (round(page.width), round(page.height)) == (210, 297)
    assert [line.text for line in page.lines] == ["正文文字"]
    assert page.lines[0].left == pytest.approx(28, abs=0.01)
    assert page.lines[0].baseline == pytest.approx(197, abs=0.01)


def test_sideways_text_is_kept_apart_and_measured_upright() -> None:
    """The page number of a landscape page stands as on an upright page, seen from there."""
    page = read_pdf(paper(), "x").pages[4]
    assert page.landscape
    (turns, lines), *_ = page.turned.items()
    assert turns == 1
    assert [line.text for line in lines] == ["—5—"]
    assert lines[0].right == pytest.approx(184 - 14 * 25.4 / 72, abs=0.05)


@given(_PLACE, _PLACE, _LENGTH, _LENGTH, st.integers(0, 3))
def test_turning_a_box_there_and_back_changes_nothing(
    left: float, top: float, width: float, height: float, quarters: int
) -> None:
    """A box on a page turned and turned back is the same box."""
    box = Box(left, top, left + width, top + height)
    page = (297.0, 210.0) if quarters % 2 else (210.0, 297.0)
    turned = turned_box(box, quarters, 210, 297)
    assert turned_box(turned, -quarters % 4, *page) == pytest.approx(box, abs=1e-6)


@given(_PLACE, _PLACE, st.integers(0, 3))
def test_a_point_keeps_its_distance_to_the_page_s_edges(x: float, y: float, turns: int) -> None:
    """A point on the page's corner is on a corner of what is shown."""
    frame = Frame(x, y, 210 * MILLIMETRE, 297 * MILLIMETRE, turns)
    across, down = frame.point(x, y)
    assert min(abs(across), abs(across - frame.width)) == pytest.approx(0, abs=1e-6)
    assert min(abs(down), abs(down - frame.height)) == pytest.approx(0, abs=1e-6)
