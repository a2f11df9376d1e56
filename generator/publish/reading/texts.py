"""All that a file says, kind by kind: what is shown, and what only a program or a curious reader sees."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types


class Text(NamedTuple):
    """A passage and where in the file it stands, in words; empty if it is the file's own text, as it lies there."""

    where: str
    text: str


PLAIN = frozenset({"", "css", "csv", "json", "js", "md", "txt"})
MARKUP = frozenset({"html", "xml", "svg", "rels", "vml"})
OFFICE = frozenset({"docx", "xlsx"})
PICTURES = frozenset({"gif", "ico", "jpeg", "jpg", "png", "webp"})

_ENDS = re.compile(
    r"</?(?:\w+:)?(?:address|article|aside|blockquote|br|c|caption|comment|dd|div|dt|entry|figcaption|figure|footer|"
    r"h[1-6]|header|hr|is|li|main|nav|option|p|row|section|si|summary|tab|table|tc|td|text|th|title|tr|ul|v)\b[^>]*>",
    re.IGNORECASE,
)
"""Tags at which one passage ends; at any other the words run on."""
_TAGS = re.compile(r"<[^>]*>")
_ESCAPES = re.compile(r"\\u([0-9A-Fa-f]{4})")
_FOLDS = re.compile(r"\r?\n[ \t]")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_SHOWN_TEXT = re.compile(rb"(?:tEXt|iTXt)([\x20-\x7e\x80-\xff\x00]{1,2000})")


def read_texts(kind: str, content: bytes) -> Iterator[Text]:
    """The passages of a file of some kind; nothing of a kind that is not read."""
    reader = _READERS.get(kind)
    if reader is not None:
        yield from reader(content)


def readable(kind: str) -> bool:
    """Whether files of a kind are read at all."""
    return kind in _READERS


def spoken(markup: str) -> str:
    """What markup says: without tags, so that words that are split by them are whole; a line for each passage."""
    return html.unescape(_TAGS.sub("", _ENDS.sub("\n", markup)))


def _plain(content: bytes) -> Iterator[Text]:
    text = content.decode("utf-8-sig")
    yield Text("", _ESCAPES.sub(lambda code: chr(int(code[1], 16)), text) if "\\u" in text else text)


def _folded(content: bytes) -> Iterator[Text]:
    """A calendar: its long lines are folded (RFC 5545, 3.1)."""
    yield Text("", _FOLDS.sub("", content.decode("utf-8-sig")))


def _markup(content: bytes) -> Iterator[Text]:
    text = content.decode("utf-8-sig")
    yield Text("", html.unescape(text) if "&" in text else text)
    yield Text("文字", spoken(text))


def _office(content: bytes) -> Iterator[Text]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in sorted(package.namelist()):
            yield Text("部件的名字", part)
            yield from (
                Text(f"{part} {where}".strip(), text)
                for where, text in read_texts(part.rpartition(".")[2].lower(), package.read(part))
            )


def _pdf(content: bytes) -> Iterator[Text]:
    document = pdfium.PdfDocument(content)
    try:
        yield Text("文档属性", "\n".join(document.get_metadata_dict().values()))
        yield Text("书签", "\n".join(mark.get_title() for mark in document.get_toc()))
        for number, page in enumerate(document, 1):
            yield Text(f"第{number}页", page.get_textpage().get_text_range())
    finally:
        document.close()
    for packet in _XMP.findall(content):
        yield from _markup(packet)


def _picture(content: bytes) -> Iterator[Text]:
    for said in _SHOWN_TEXT.findall(content):
        yield Text("图片的说明", said.decode("utf-8", "replace"))


_READERS: Mapping[str, Callable[[bytes], Iterator[Text]]] = {
    **dict.fromkeys(PLAIN, _plain),
    **dict.fromkeys(MARKUP, _markup),
    **dict.fromkeys(OFFICE, _office),
    **dict.fromkeys(PICTURES, _picture),
    "ics": _folded,
    "pdf": _pdf,
    "zip": lambda _: iter(()),
}
