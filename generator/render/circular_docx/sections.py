"""Sections of the document: paper, margins and grid, with the headers and footers they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docx.parts.document import DocumentPart

from generator.render.circular_docx.drawing import Place, text_box
from generator.render.circular_docx.elements import Element, qualified, text, w
from generator.render.circular_docx.lengths import LINE, TOP, twips
from generator.render.circular_docx.paragraph import paragraph
from generator.render.circular_docx.text import Face, page_field, runs

_A4 = (11906, 16838)
_UPRIGHT = {
    "top": TOP,
    "right": 1474,
    "bottom": 1886,
    "left": 1587,
    "header": twips(20),
    "footer": twips(25.3),
}
_ACROSS = {
    "top": twips(28),
    "right": twips(37),
    "bottom": twips(26),
    "left": twips(35),
    "header": 567,
    "footer": 567,
}
_ACROSS_MIRRORED = _ACROSS | {
    "top": twips(27),
    "right": twips(36),
    "bottom": twips(27),
    "left": twips(36),
}
"""Margins in twips. A page laid across has the upright page's, turned; where margins change places from page to page,
it stands in the middle, within the standard's millimetre of both.
"""

_ALIGN = {"default": "right", "even": "left"}
"""Page numbers stand outside: on the right of odd pages, on the left of even ones."""

_LEFT, _LEFT_OF_EVEN = 28.0, 26.0
"""Where the type area begins, and where on even pages if margins change places."""
_FOLIO_ACROSS, _DRAFT_ACROSS = Place(25.3, _LEFT, 5, 156), Place(271.3, _LEFT, 5.7, 156)
"""Where a page laid across has its number and the word of a draft, so that they are where upright pages have them."""

_DRAWINGS = 200


class Sections:
    """The sections of one document; their headers and footers are made once and shared.

    `left_of_even` is where the type area of even pages begins, in millimetres.
    """

    def __init__(self, part: DocumentPart, draft: str, *, mirrored: bool) -> None:
        self._part = part
        self._across = _ACROSS_MIRRORED if mirrored else _ACROSS
        self.left_of_even = _LEFT_OF_EVEN if mirrored else _LEFT
        even = replace(_FOLIO_ACROSS, top=self.left_of_even)
        self._folios_across = {"default": _FOLIO_ACROSS, "even": even}
        self._draft = draft
        self._made: dict[tuple[str, str], str] = {}
        self._drawings = _DRAWINGS

    def upright(
        self, *, begins: str = "nextPage", numbered: bool = True, first_numbered: bool = True
    ) -> Element:
        """Pages with upright text; `begins` says whether on the next page or on the next even one."""
        references = self._headers("upright") + self._footers("upright" if numbered else "none")
        if not first_numbered:
            references += self._first()
        width, height = _A4
        return w(
            "sectPr",
            *references,
            w("type", val=begins),
            w("pgSz", w=width, h=height),
            w("pgMar", **_UPRIGHT, gutter=0),
            None if first_numbered else w("titlePg"),
            w("docGrid", type="lines", linePitch=LINE),
        )

    def across(self) -> Element:
        """Pages with a table laid across, its head towards the left edge of the upright page."""
        references = self._headers("across") + self._footers("across")
        width, height = _A4
        return w(
            "sectPr",
            *references,
            w("type", val="nextPage"),
            w("pgSz", w=height, h=width, orient="landscape"),
            w("pgMar", **self._across, gutter=0),
        )

    def _headers(self, kind: str) -> list[Element]:
        if not self._draft:
            return []
        return [self._reference("header", kind, page) for page in _ALIGN]

    def _footers(self, kind: str) -> list[Element]:
        return [self._reference("footer", kind, page) for page in _ALIGN]

    def _first(self) -> list[Element]:
        header = [self._reference("header", "upright", "first")] if self._draft else []
        return [*header, self._reference("footer", "none", "first")]

    def _reference(self, where: str, kind: str, page: str) -> Element:
        """The reference to a header or footer for default (odd), even or first pages."""
        key = (where, kind if kind == "none" or where == "header" else f"{kind} {page}")
        if key not in self._made:
            content = self._header(kind) if where == "header" else self._footer(kind, page)
            self._made[key] = self._add(where, content)
        reference = w(f"{where}Reference", type=page)
        reference.set(qualified("r:id"), self._made[key])
        return reference

    def _add(self, where: str, content: Iterable[Element]) -> str:
        add = self._part.add_header_part if where == "header" else self._part.add_footer_part
        part, identity = add()  # type: ignore[no-untyped-call]  # python-docx gives these no types
        for old in list(part.element):
            part.element.remove(old)
        part.element.extend(list(content))
        return str(identity)

    def _header(self, kind: str) -> list[Element]:
        word = paragraph("Header", runs(self._draft, Face.HEI))
        if kind == "upright":
            return [word]
        return [paragraph("Header", [self._sideways("文稿状态", _DRAFT_ACROSS, word)])]

    def _footer(self, kind: str, page: str) -> list[Element]:
        if kind == "none":
            return [paragraph("Footer")]
        number = paragraph("Footer", [*_dash("— "), page_field(), *_dash(" —")], align=_ALIGN[page])
        if kind == "upright":
            return [number]
        return [paragraph("Footer", [self._sideways("页码", self._folios_across[page], number)])]

    def _sideways(self, name: str, place: Place, line: Element) -> Element:
        """A line that stands at the side of a page laid across; every drawing has a number of its own."""
        self._drawings += 1
        return text_box(self._drawings, name, place, [line], sideways=True)


def _dash(words: str) -> list[Element]:
    return [w("r", w("rPr", w("rFonts", hint="eastAsia")), text(words))]
