"""Circulars to print in tests, and how the printed pages are measured: in millimetres from the paper's top left."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pdfplumber
import pypdfium2
from pdfplumber.page import Page

from generator.load.fonts import Fonts, find_fonts
from generator.model.settings import Settings
from generator.problem import Place
from generator.render.circular_pdf.press import CircularPress
from generator.views.circular import Closing, Form, Head, Imprint, PrintedCircular, Title
from generator.views.prose import Block, Paragraph
from tests.conftest import REPOSITORY

PLACE = Place("data/2024/circulars/7.yml", 3, 1)
MM = 25.4 / 72

HEAD = Head(
    draft="",
    copy_number="",
    secrecy="",
    urgency="",
    organs=("某某县农业局文件",),
    mark_end="",
    number="某农〔2024〕7号",
    signers=(),
)
CLOSING = Closing(organs=("某某县农业局",), date="2024年3月5日", sealed=True, post="", note="", attendance=())
CIRCULAR = PrintedCircular(
    form=Form.FILE,
    head=HEAD,
    title=Title(
        "关于做好2024年春耕生产工作的通知", ("关于做好2024年春耕生产工作的通知",), settled=True, place=PLACE
    ),
    to="各乡镇人民政府：",
    blocks=(Paragraph("现将有关事项通知如下，请认真贯彻执行。"),),
    annex_list=(),
    closing=CLOSING,
    parts=(),
    imprint=Imprint("各乡镇人民政府。", "县委办公室。", "某某县农业局", "2024年3月6日印发"),
    date=date(2024, 3, 5),
    place=PLACE,
)


def lines_of_text(count: int) -> tuple[Block, ...]:
    """A paragraph of plain characters that fills so many lines and ends with a full stop."""
    return (Paragraph("国" * (28 * count - 3) + "。"),)


def circular(**changes: Any) -> PrintedCircular:
    """A circular that differs from the plain one in the fields given; head and closing field by field."""
    head = replace(CIRCULAR.head, **changes.pop("head", {}))
    closing = replace(CIRCULAR.closing, **changes.pop("closing", {}))
    return replace(CIRCULAR, head=head, closing=closing, **changes)


@cache
def fonts() -> Fonts:
    """The default fonts; the tests need them as the program does (`make setup`)."""
    found, problems = find_fonts(REPOSITORY, Settings())
    assert found is not None, problems
    return found


@cache
def press() -> CircularPress:
    """A press with the default fonts."""
    return CircularPress(REPOSITORY, fonts())


@dataclass(frozen=True)
class Line:
    """One printed line: baseline, left and right edge of its characters' boxes, size, font and words."""

    page: int
    baseline: float
    left: float
    right: float
    size: float
    font: str
    text: str


def printed(view: PrintedCircular) -> pdfplumber.PDF:
    """Print a circular and open what came out."""
    return pdfplumber.open(io.BytesIO(press().pdf(view)))


def lines(pdf: pdfplumber.PDF) -> list[Line]:
    """Every line of every page, top to bottom, from the characters that are not artifacts."""
    return [line for page in pdf.pages for line in _lines(page, artifacts=False)]


def artifacts(page: Page) -> list[Line]:
    """The lines of a page that belong to the page, not to the text: its number, what drafts show of free places."""
    return list(_lines(page, artifacts=True))


def words(pdf: pdfplumber.PDF) -> str:
    """All words of the text in the order they stand, without spaces."""
    return "".join(
        char["text"] for page in pdf.pages for char in page.chars if char["tag"] != "Artifact"
    ).replace(" ", "")


def rules(page: Page) -> list[tuple[float, float, float, float]]:
    """The rules of a page: left, right, top, bottom."""
    return [
        (rect["x0"] * MM, rect["x1"] * MM, rect["top"] * MM, rect["bottom"] * MM)
        for rect in sorted(page.rects, key=lambda rect: rect["top"])
    ]


def ink(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """The bands of ink on a page as it looks, top to bottom: top, bottom, left, right. Measured at 600 dpi."""
    dpi = 600
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=True).to_pil()
    dark = picture.point(lambda value: 255 if value < 160 else 0)
    bands: list[tuple[float, float, float, float]] = []
    band: list[int] | None = None
    for row in range(dark.height + 1):
        box = dark.crop((0, row, dark.width, row + 1)).getbbox() if row < dark.height else None
        if box and band is None:
            band = [row, row, box[0], box[2]]
        if box and band:
            band = [band[0], row + 1, min(band[2], box[0]), max(band[3], box[2])]
        if not box and band:
            top, bottom, left, right = (value * 25.4 / dpi for value in band)
            bands.append((top, bottom, left, right))
            band = None
    return bands


def _lines(page: Page, *, artifacts: bool) -> Iterator[Line]:
    rows: dict[float, list[Any]] = {}
    for char in page.chars:
        if (char["tag"] == "Artifact") is artifacts and char["text"].strip():
            rows.setdefault(round(float(char["matrix"][5]), 1), []).append(char)
    for height in sorted(rows, reverse=True):
        row = sorted(rows[height], key=lambda char: char["x0"])
        yield Line(
            page=page.page_number,
            baseline=(float(page.height) - float(row[0]["matrix"][5])) * MM,
            left=row[0]["x0"] * MM,
            right=row[-1]["x1"] * MM,
            size=float(row[0]["size"]),
            font=row[0]["fontname"].partition("+")[2],
            text="".join(char["text"] for char in row),
        )
