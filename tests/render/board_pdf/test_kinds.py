"""What holds of every kind of sheet: archival files, the same every time, legible where there is no colour."""

from __future__ import annotations

from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.views.boards.record import record_form
from tests.boards import contrasts, luminance, made, opened, press, printed, raster

KINDS = ("plan-poster", "q2-poster", "q3-table", "q3-cards", "change-60-notice")
_DPI = 150
_POINTS = 72 / _DPI


def record() -> bytes:
    """The posting record, to be filled in."""
    every = tuple(map(made, KINDS))
    return press().record(record_form(2019, every, (1,) * len(every)))


@pytest.mark.parametrize("name", [*KINDS, "record"])
def test_every_file_is_archival_tagged_and_brings_its_fonts(name: str) -> None:
    """PDF/A-2a and PDF/UA-1, with title and language, dated as its content is; no font is left to the printer."""
    pdf = record() if name == "record" else printed(made(name))
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"/Lang(zh-CN)"):
        assert claim in pdf
    if name != "record":
        assert made(name).day.strftime("D:%Y%m%d").encode() in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title")
    embedded = [
        pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(one.raw))
        for page in document
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
    ]
    assert embedded and all(embedded)


@pytest.mark.parametrize("name", KINDS)
def test_two_prints_are_the_same_bytes(name: str) -> None:
    """By a press of its own each, so that nothing is remembered."""
    press.cache_clear()
    assert press().pdf(made(name)) == printed(made(name))


def test_two_records_are_the_same_bytes() -> None:
    """Though it is for a day to come."""
    assert record() == record()


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("name", KINDS)
def test_every_character_stands_out_in_shades_of_grey(name: str, *, colour: bool) -> None:
    """A contrast of 4.5 at least, on the raster that a printer without colour gives, on the first page and the last."""
    pdf = printed(made(name), colour=colour)
    for page in {0, len(opened(pdf)) - 1}:
        assert [one for one in contrasts(pdf, page) if one[0] < 4.5] == []


@pytest.mark.parametrize("colour", [True, False])
def test_parts_of_charts_stand_out_and_are_told_apart_in_shades_of_grey(*, colour: bool) -> None:
    """Every part's rim has a contrast of 3 to the paper (WCAG 2.2, 1.4.11); no two patterns look alike wherever they begin."""
    pdf = printed(made("q2-poster"), colour=colour)
    [page] = opened(pdf)
    picture = raster(pdf, dpi=_DPI)
    boxes = [
        (one["x0"], one["top"], one["x1"], one["bottom"])
        for one in page.rects
        if one["stroke"] and one["height"] < 30
    ]
    assert len(boxes) > 60
    for box in boxes:
        left, top, _, bottom = (round(edge / _POINTS) for edge in box)
        dark, _ = picture.crop((left - 2, top, left + 3, bottom)).getextrema()
        assert 1.05 / (luminance(dark) + 0.05) >= 3, box
    samples = [picture.crop(_inside(box)) for box in boxes if box[3] - box[1] < 18]
    assert len(samples) == 6
    assert [_difference(*pair) for pair in combinations(samples, 2) if _difference(*pair) < 25] == []


def _inside(box: tuple[float, ...]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (edge / _POINTS for edge in box)
    return round(left) + 4, round(top) + 4, round(right) - 3, round(bottom) - 3


def _difference(one: Image.Image, other: Image.Image) -> float:
    """How much two patterns differ at most alike, of 255: wherever one is laid on the other."""
    size = (one.width - 10, one.height - 10)
    still = other.crop((5, 5, 5 + size[0], 5 + size[1]))
    return min(
        ImageStat.Stat(ImageChops.difference(one.crop((x, y, x + size[0], y + size[1])), still)).mean[0]
        for x in range(11)
        for y in range(11)
    )
