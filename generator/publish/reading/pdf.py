"""What a PDF says, where it leads and what it does: opened once, for PDFium takes longer to open a page than to read it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pypdfium  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # likewise

_ACTS = re.compile(rb"/(?:JavaScript|Launch)\b")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)


class Pdf(NamedTuple):
    """A PDF as it was read: the text of each page, the properties by name, the bookmarks, the packets of XMP, the
    addresses that links lead to, whether it has actions that run by themselves, and whether it carries other files.
    """

    pages: tuple[str, ...]
    properties: dict[str, str]
    bookmarks: tuple[str, ...]
    packets: tuple[bytes, ...]
    addresses: tuple[str, ...]
    acts: bool
    carries: bool


def read_pdf(content: bytes) -> Pdf:
    """Read a PDF. Raises `pypdfium2.PdfiumError` if it is none."""
    document = pypdfium.PdfDocument(content)
    try:
        pages: list[str] = []
        addresses: list[str] = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            addresses += _addresses(document, page)
            text.close()
            page.close()
        return Pdf(
            pages=tuple(pages),
            properties=document.get_metadata_dict(),
            bookmarks=tuple(mark.get_title() for mark in document.get_toc()),
            packets=tuple(_XMP.findall(content)),
            addresses=tuple(addresses),
            acts=pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0 or _ACTS.search(content) is not None,
            carries=pdfium.FPDFDoc_GetAttachmentCount(document) > 0,
        )
    finally:
        document.close()


def _addresses(document: pypdfium.PdfDocument, page: pypdfium.PdfPage) -> Iterator[str]:
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            address = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, address, length)
            yield address.value.decode("utf-8", "replace")
