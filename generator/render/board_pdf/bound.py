"""All sheets in one file for the print shop: their very pages, with room to cut, marks where to, and empty backs."""

from __future__ import annotations

import ctypes
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # likewise

_POINTS = 72 / 25.4
_MARK, _APART = 5 * _POINTS, 1 * _POINTS
"""How long a mark is, and how far from what is cut away."""
_CLOCK = re.compile(rb"/CreationDate\(D:[0-9]{14}\+00'00'\)")
_TRAILER = re.compile(
    rb"trailer\s*<<\s*/Root (?P<root>\d+) 0 R\s*/Info (?P<info>\d+) 0 R\s*/Size (?P<size>\d+)"
    rb"\s*/ID\[<(?P<id>[0-9A-F]{32})><[0-9A-F]{32}>\]>>\s*startxref\s+(?P<start>\d+)\s+%%EOF\s*$"
)
MARKS_TAKE = 6
"""What marks need outside the bleed, in millimetres."""


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    return len(pypdfium2.PdfDocument(pdf))


def bound(
    files: Iterable[bytes], title: str, day: date, bleed: int, *, marks: bool, blank_backs: bool
) -> bytes:
    """The pages of files in one, under a title and dated with a day; `bleed` in millimetres.

    With `blank_backs` every page stands on a leaf of its own, whatever the machine prints on.
    """
    whole = pypdfium2.PdfDocument.new()
    for file in files:
        whole.import_pages(pypdfium2.PdfDocument(file))
    edge = (bleed + (MARKS_TAKE if marks else 0)) * _POINTS
    if edge:
        for number in range(len(whole)):
            _trimmed(whole[number], bleed * _POINTS, edge, marks=marks)
    if blank_backs:
        for number in reversed(range(len(whole))):
            width, height = whole.get_page_size(number)
            whole.new_page(width, height, number + 1)
    saved = io.BytesIO()
    whole.save(saved)
    return _named(saved.getvalue(), title, day)


def _named(pdf: bytes, title: str, day: date) -> bytes:
    """With a title and the day for the clock's, which pdfium cannot write: added at the end, as PDF lets a file be updated.

    What was a random number is the digest of the whole.
    """
    trailer = _TRAILER.search(pdf, pdf.rindex(b"trailer"))
    if trailer is None:
        raise ValueError("pdfium no longer ends a file as it did")
    info = trailer["info"].decode()
    words = f"\ufeff{title}".encode("utf-16-be").hex().upper()
    clock = f"/CreationDate(D:{day:%Y%m%d}000000+00'00')"
    digest = hashlib.sha256(_CLOCK.sub(b"", pdf[: trailer.start()]) + words.encode()).hexdigest()[:32].upper()
    plain = _CLOCK.sub(clock.encode(), pdf).replace(trailer["id"], digest.encode())
    entry = f"{info} 0 obj\n<</Title<{words}>{clock}/Producer(PDFium)>>\nendobj\n".encode()
    ending = (
        f"xref\n{info} 1\n{len(plain):010} 00000 n \ntrailer\n<</Root {trailer['root'].decode()} 0 R/Info {info} 0 R"
        f"/Size {trailer['size'].decode()}/Prev {trailer['start'].decode()}/ID[<{digest}><{digest}>]>>\n"
        f"startxref\n{len(plain) + len(entry)}\n%%EOF\n"
    )
    return plain + entry + ending.encode()


def _trimmed(page: pypdfium2.PdfPage, bleed: float, edge: float, *, marks: bool) -> None:
    """Give a page its bleed and an edge around it; what it shows stays where it is."""
    _, _, width, height = page.get_mediabox()
    page.set_mediabox(-edge, -edge, width + edge, height + edge)
    page.set_cropbox(-edge, -edge, width + edge, height + edge)
    page.set_bleedbox(-bleed, -bleed, width + bleed, height + bleed)
    page.set_trimbox(0, 0, width, height)
    if marks:
        for line in _marks(width, height, bleed + _APART):
            pdfium.FPDFPage_InsertObject(page, _drawn(*line))
        pdfium.FPDFPage_GenerateContent(page)


def _marks(width: float, height: float, away: float) -> Iterator[tuple[float, float, float, float]]:
    """Two marks at each corner, in line with where the paper is cut: from and to."""
    for x, out in ((0.0, -1), (width, 1)):
        for y, up in ((0.0, -1), (height, 1)):
            yield x + out * away, y, x + out * (away + _MARK), y
            yield x, y + up * away, x, y + up * (away + _MARK)


def _drawn(x: float, y: float, to_x: float, to_y: float) -> ctypes.c_void_p:
    path = pdfium.FPDFPageObj_CreateNewPath(x, y)
    pdfium.FPDFPath_LineTo(path, to_x, to_y)
    pdfium.FPDFPath_SetDrawMode(path, pdfium.FPDF_FILLMODE_NONE, 1)
    pdfium.FPDFPageObj_SetStrokeColor(path, 0, 0, 0, 255)
    pdfium.FPDFPageObj_SetStrokeWidth(path, 0.25)
    return path  # type: ignore[no-any-return]  # the library's C part has no types
