"""What a PDF says of itself: title, language, tags, bookmarks, and the standards it claims to keep."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1, stream_value

from generator.inspect.reading.facts import Electronic

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of every flaw that it passes over

_XMP_VALUE = r"{name}\s*(?:=\s*[\"']|>)\s*([0-9A-Za-z]+)"
_MOST_BOOKMARKS = 10_000


def electronic(data: bytes) -> Electronic:
    """The facts in a PDF's catalogue; what cannot be read there counts as not stated."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    catalogue = document.catalog
    information = document.info[0] if document.info else {}
    metadata = _metadata(catalogue)
    part = _xmp(metadata, "pdfaid:part")
    return Electronic(
        title=_text(information.get("Title")) or _xmp_title(metadata),
        language=_text(catalogue.get("Lang")),
        tagged=_marked(catalogue) and "StructTreeRoot" in catalogue,
        bookmarks=_bookmarks(catalogue),
        pdf_a=f"PDF/A-{part}{_xmp(metadata, 'pdfaid:conformance').lower()}" if part else "",
        pdf_ua=f"PDF/UA-{_xmp(metadata, 'pdfuaid:part')}" if _xmp(metadata, "pdfuaid:part") else "",
        producer=_text(information.get("Producer")) or _text(information.get("Creator")),
    )


def page_count(data: bytes) -> int:
    """How many pages a PDF says it has."""
    pages = resolve1(PDFDocument(PDFParser(io.BytesIO(data))).catalog["Pages"])
    return int(resolve1(pages["Count"]))


def _marked(catalogue: dict[str, Any]) -> bool:
    marks = resolve1(catalogue.get("MarkInfo"))
    return isinstance(marks, dict) and resolve1(marks.get("Marked")) is True


def _metadata(catalogue: dict[str, Any]) -> str:
    try:
        data: bytes = stream_value(catalogue.get("Metadata")).get_data()
    except Exception:  # noqa: BLE001  # metadata that cannot be read is metadata not stated
        return ""
    return data.decode("utf-8", errors="replace")


def _xmp(metadata: str, name: str) -> str:
    found = re.search(_XMP_VALUE.format(name=name), metadata)
    return found[1] if found else ""


def _xmp_title(metadata: str) -> str:
    found = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", metadata, re.DOTALL)
    return found[1].strip() if found else ""


def _bookmarks(catalogue: dict[str, Any]) -> int:
    count = 0
    outlines = resolve1(catalogue.get("Outlines"))
    waiting = [outlines.get("First")] if isinstance(outlines, dict) else []
    while waiting and count < _MOST_BOOKMARKS:
        item = resolve1(waiting.pop())
        if isinstance(item, dict):
            count += 1
            waiting += [item.get("Next"), item.get("First")]
    return count


def _text(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, bytes):
        if value.startswith((b"\xfe\xff", b"\xff\xfe")):
            return value.decode("utf-16", errors="replace").strip("\0 ")
        return value.decode("utf-8", errors="replace").strip("\0 ")
    return value if isinstance(value, str) else ""
