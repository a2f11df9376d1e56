"""What a PDF says, where it leads and what it does: opened once, for PDFium takes longer to open a page than to read it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
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


@contextmanager
def reading_aside() -> Iterator[Callable[[bytes], Future[Pdf]]]:
    """Have PDFs read by another process, one after the other; it ends when this one does, however that ends.

    What is handed to whoever enters takes the bytes of a PDF. The future raises `ValueError` if they are none.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()  # with the last end of ours gone, the other process hears that nothing more comes

    def asked(content: bytes) -> Pdf:
        ours.send_bytes(content)
        answer: Pdf | str = ours.recv()
        if isinstance(answer, str):
            raise ValueError(answer)
        return answer

    asking = ThreadPoolExecutor(1)
    try:
        yield lambda content: asking.submit(asked, content)
    finally:
        asking.shutdown(cancel_futures=True)
        ours.close()
        process.join()


def _serve(connection: Connection) -> None:
    """Read the PDFs that come, until none comes any more; the answer is what was read, or why it cannot be."""
    while True:
        try:
            content = connection.recv_bytes()
        except EOFError:
            return
        try:
            connection.send(read_pdf(content))
        except pypdfium.PdfiumError as error:
            connection.send(str(error))


def _addresses(document: pypdfium.PdfDocument, page: pypdfium.PdfPage) -> Iterator[str]:
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            address = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, address, length)
            yield address.value.decode("utf-8", "replace")
