"""The visible characters of a PDF page, with the ink of each, as pdfium knows it from the font's outlines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no types

from generator.inspect.reading.composite import true_ink
from generator.inspect.reading.facts import MILLIMETRES_PER_POINT, Box, Colour, Font
from generator.inspect.reading.frame import Frame

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_INVISIBLE, _FILL_AND_STROKE = 3, 2
_BOLD_FLAG = 1 << 18
_UNREADABLE = ("\0", "\ufffd", "\ufffe", "\uffff")


@dataclass(frozen=True, slots=True)
class Character:
    """One character as it stands on the page, before lines are made; `turns` is `None` if it stands obliquely.

    `origin` is where its baseline begins, `ink` the edges of its print, `advance` its cell's width in
    millimetres along its baseline.
    """

    text: str
    origin: tuple[float, float]
    ink: Box
    advance: float
    size: float
    font: Font
    colour: Colour
    turns: int | None
    thickened: bool
    readable: bool


@dataclass(slots=True)
class _Object:
    """What is the same for all characters of one text object; `name` is the font's with its subset tag."""

    font: Font
    name: str
    colour: Colour
    mode: int
    turns: int | None
    upright: bool
    size: float


def characters(page: Any, frame: Frame, composite: Collection[str] = ()) -> tuple[tuple[Character, ...], int]:
    """The printed characters of a page, and how many more are hidden text (as under a scanned picture).

    `composite` are the names of the file's composite fonts.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        return _characters(text_page, frame, composite)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _characters(
    text_page: Any, frame: Frame, composite: Collection[str]
) -> tuple[tuple[Character, ...], int]:
    objects: dict[int, _Object] = {}
    fonts: dict[int, tuple[Font, str]] = {}
    found: list[Character] = []
    hidden = 0
    number = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        text = chr(code) if code < 0x110000 else "\ufffd"
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        if text.isspace() or not handle:
            continue
        address = ctypes.addressof(handle.contents)
        shared = objects.get(address)
        if shared is None:
            shared = objects[address] = _shared(handle, text_page, index, frame, fonts)
        if shared.mode == _INVISIBLE:
            hidden += 1
            continue
        pdfium.FPDFText_GetCharBox(text_page, index, *number)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, loose)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        left, right, bottom, top = (value.value for value in number)
        origin, ink = frame.point(x.value, y.value), frame.box(left, bottom, right, top)
        if shared.name in composite and shared.turns is not None:
            ink = true_ink(ink, origin, shared.turns)
        found.append(
            Character(
                text=text,
                origin=origin,
                ink=ink,
                advance=(loose.right - loose.left if shared.upright else loose.top - loose.bottom)
                * MILLIMETRES_PER_POINT,
                size=shared.size,
                font=shared.font,
                colour=shared.colour,
                turns=shared.turns,
                thickened=shared.mode == _FILL_AND_STROKE,
                readable=text not in _UNREADABLE
                and not "\ue000" <= text <= "\uf8ff"
                and pdfium.FPDFText_HasUnicodeMapError(text_page, index) != 1,
            )
        )
    return tuple(found), hidden


def _shared(
    handle: Any, text_page: Any, index: int, frame: Frame, fonts: dict[int, tuple[Font, str]]
) -> _Object:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    font, name = _font(handle, fonts)
    return _Object(
        font=font,
        name=name,
        colour=_colour(handle),
        mode=pdfium.FPDFTextObj_GetTextRenderMode(handle),
        turns=frame.direction(matrix.a, matrix.b),
        upright=abs(matrix.b) < abs(matrix.a),
        size=pdfium.FPDFText_GetFontSize(text_page, index) * (matrix.c**2 + matrix.d**2) ** 0.5,
    )


def _font(handle: Any, fonts: dict[int, tuple[Font, str]]) -> tuple[Font, str]:
    font = pdfium.FPDFTextObj_GetFont(handle)
    if not font:
        return Font("", embedded=False), ""
    address = ctypes.addressof(font.contents)
    if address not in fonts:
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        tagged = _decoded(buffer.value)
        name = _SUBSET.sub("", tagged)
        bold = bool(pdfium.FPDFFont_GetFlags(font) & _BOLD_FLAG) or "bold" in name.lower()
        fonts[address] = Font(name, embedded=pdfium.FPDFFont_GetIsEmbedded(font) == 1, bold=bold), tagged
    return fonts[address]


def _decoded(name: bytes) -> str:
    """A font's name: Windows programs write Chinese names in GBK, others in UTF-8."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")


def _colour(handle: Any) -> Colour:
    return painted(pdfium.FPDFPageObj_GetFillColor, handle) or (0, 0, 0)


def painted(function: Any, handle: Any) -> Colour | None:
    """The fill or stroke colour of a page object as seen on white paper; `None` if it paints nothing."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not function(handle, *parts):
        return None
    red, green, blue, opacity = (part.value for part in parts)
    if opacity == 0:
        return None
    share = opacity / 255
    mixed = [round(255 - (255 - value) * share) for value in (red, green, blue)]
    return mixed[0], mixed[1], mixed[2]
