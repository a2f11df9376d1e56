"""Sheets to print in tests, and how the printed pages are measured: what a person sees who stands before them."""

from __future__ import annotations

import dataclasses
import io
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

import pdfplumber
import pypdfium2
import zxingcpp
from pdfplumber.page import Page
from PIL import Image

from generator.compute.public import public_dossier
from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.bureau import Contacts
from generator.model.dossier import Dossier, Year
from generator.model.settings import Boards, Settings
from generator.render.board_pdf.press import BoardPress
from generator.views.boards.sheets import Sheet, sheets
from tests.conftest import REPOSITORY
from tests.render.circulars import fonts

MARGIN = 10 / 25.4 * 72
"""Around the type area of every sheet, in points."""
LEAST = {"poster": 16, "notice": 16, "table": 11, "cards": 11}
"""The least type of each kind of sheet, in points."""
SITE = "https://www.example.gov.cn/sfj/"
CONTACTS = Contacts(address="某某县某某路1号", supervision_phone="0000-88001234")


@cache
def reference() -> Dossier:
    """The reference bureau's public dossier, with contacts that it does not have yet."""
    dossier, problems = read_dossier(FilesOnDisk(REPOSITORY))
    assert dossier is not None, problems
    bureau = dossier.bureau.model_copy(update={"contacts": CONTACTS})
    return public_dossier(dataclasses.replace(dossier, bureau=bureau))


def settings(site: str = SITE, **boards: object) -> Settings:
    """The options of a bureau whose site has an address; `boards` are its options for boards."""
    return Settings(site_url=site, boards=Boards(**boards))


def with_year(change: Callable[[Year], Year]) -> Dossier:
    """The reference with its year changed."""
    dossier = reference()
    return dataclasses.replace(dossier, years={2019: change(dossier.years[2019])})


def made(name: str, dossier: Dossier | None = None, options: Settings | None = None) -> Sheet:
    """A sheet by its file's name, of the reference unless another dossier is given."""
    every = sheets(dossier or reference(), options or settings(), draft=False)
    return next(sheet for sheet in every if sheet.name == f"2019/{name}")


@cache
def press(*, colour: bool = True) -> BoardPress:
    """A press with the default fonts."""
    return BoardPress(REPOSITORY, fonts(), colour=colour)


@lru_cache(40)
def printed(sheet: Sheet, *, colour: bool = True) -> bytes:
    """A sheet as PDF, printed once for all tests that look at it."""
    return press(colour=colour).pdf(sheet)


def pages_of(sheet: Sheet) -> list[str]:
    """What each page says, without spaces, once it is clear that nothing is too small, cut off or printed over."""
    least = LEAST[sheet.name.rpartition("-")[2]]
    found = opened(printed(sheet))
    for page in found:
        assert [char["text"] for char in page.chars if char["size"] < least - 0.01] == []
        assert outside(page, MARGIN) == []
        assert overlapping(page) == []
    return ["".join(char["text"] for char in page.chars).replace(" ", "") for page in found]


@lru_cache(8)
def opened(pdf: bytes) -> list[Page]:
    """The pages of a file."""
    return list(pdfplumber.open(io.BytesIO(pdf)).pages)


def raster(pdf: bytes, page: int = 0, dpi: int = 150) -> Image.Image:
    """A page in shades of grey."""
    picture: Image.Image = (
        pypdfium2.PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    )
    return picture


def codes(pdf: bytes, page: int = 0) -> list[str]:
    """What the codes of a page say, read from its raster."""
    return [found.text for found in zxingcpp.read_barcodes(raster(pdf, page))]


def outside(page: Page, margin: float) -> list[str]:
    """The characters of a page whose ink leaves its type area; `margin` in points.

    A font's box is a little higher than the ink in it, and half of a mark's box is empty.
    """
    return [
        char["text"]
        for char in page.chars
        if char["text"].strip()
        and not (
            margin <= char["x0"] + _empty(char)
            and char["x1"] - _empty(char) <= page.width - margin
            and margin <= char["top"] + 0.15 * char["size"]
            and char["bottom"] - 0.15 * char["size"] <= page.height - margin
        )
    ]


def _empty(char: dict[str, Any]) -> float:
    return float(char["size"]) / 2 if unicodedata.category(char["text"][0]).startswith("P") else 1.0


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of characters that stand on each other. One that is drawn again at its very place, as a rim, is none; nor are
    two marks that give up the empty halves of their boxes.
    """
    chars = sorted((one for one in page.chars if one["text"].strip()), key=lambda one: one["x0"])
    return list(_overlapping(chars))


def _overlapping(chars: list[dict[str, float | str]]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(chars):
        for other in chars[place + 1 :]:
            if float(other["x0"]) > float(one["x1"]):
                break
            across = min(float(one["x1"]), float(other["x1"])) - float(other["x0"])
            down = min(float(one["bottom"]), float(other["bottom"])) - max(
                float(one["top"]), float(other["top"])
            )
            least = 0.4 * min(float(one["size"]), float(other["size"]))
            same = one["text"] == other["text"] and abs(float(one["x0"]) - float(other["x0"])) < 0.1
            marks = _empty(one) > 1 and _empty(other) > 1
            if not same and not marks and across > least / 2 and down > least:
                yield str(one["text"]), str(other["text"])


def contrasts(pdf: bytes, page: int = 0) -> list[tuple[float, str]]:
    """The contrast of every character of a page to what is around it (WCAG 2.2), from its raster in shades of grey."""
    dpi = 300
    picture, scale = raster(pdf, page, dpi), dpi / 72
    found = []
    for char in opened(pdf)[page].chars:
        if char["text"].strip():
            box = [round(float(char[edge]) * scale) for edge in ("x0", "top", "x1", "bottom")]
            dark, light = map(luminance, picture.crop((box[0] - 2, box[1], box[2] + 2, box[3])).getextrema())
            found.append(((light + 0.05) / (dark + 0.05), char["text"]))
    return found


@cache
def luminance(shade: int) -> float:
    """How light a shade of grey of 0 to 255 is to the eye, from 0 to 1."""
    part = shade / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
