"""All that a file says, kind by kind: what is shown, and what only a program or a curious reader sees."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.publish.reading.pdf import Pdf


class Text(NamedTuple):
    """A passage and where in the file it stands, in words; empty if it is the file's own text, as it lies there."""

    where: str
    text: str


PLAIN = frozenset({"", "css", "csv", "json", "js", "md", "txt"})
MARKUP = frozenset({"html", "xml", "svg", "rels", "vml"})
OFFICE = frozenset({"docx", "xlsx"})
PICTURES = frozenset({"gif", "ico", "jpeg", "jpg", "png", "webp"})

_ENDS = re.compile(
    r"(?:address|article|aside|blockquote|br|c|caption|comment|dd|div|dt|entry|figcaption|figure|footer|h[1-6]|header|"
    r"hr|is|li|main|nav|option|p|row|section|si|summary|tab|table|tc|td|text|th|title|tr|ul|v)",
    re.IGNORECASE,
)
"""Tags at which one passage ends; at any other the words run on."""
_TAG = re.compile(r"</?(?:\w+:)?(\w*)[^>]*>")
_ESCAPES = re.compile(r"\\u([0-9A-Fa-f]{4})")
_FOLDS = re.compile(r"\r?\n[ \t]")
_SHOWN_TEXT = re.compile(rb"(?:tEXt|iTXt)([\x20-\x7e\x80-\xff\x00]{1,2000})")


def read_texts(kind: str, content: bytes) -> Iterator[Text]:
    """The passages of a file of some kind; nothing of a kind that is not read. Of a PDF, see `texts_of`."""
    reader = _READERS.get(kind)
    if reader is not None:
        yield from reader(content)


def texts_of(pdf: Pdf) -> Iterator[Text]:
    """The passages of a PDF."""
    yield Text("文档属性", "\n".join(pdf.properties.values()))
    yield Text("书签", "\n".join(pdf.bookmarks))
    for number, text in enumerate(pdf.pages, 1):
        yield Text(f"第{number}页", text)
    for packet in pdf.packets:
        yield from _markup(packet)


def readable(kind: str) -> bool:
    """Whether files of a kind are read at all."""
    return kind in _READERS or kind == "pdf"


def spoken(markup: str) -> str:
    """What markup says: without tags, so that words that are split by them are whole; a line for each passage."""
    pieces = _TAG.split(markup)
    pieces[1::2] = map(_between, pieces[1::2])
    return html.unescape("".join(pieces))


@lru_cache(1_024)
def _between(tag: str) -> str:
    """What stands for a tag between words."""
    return "\n" if _ENDS.fullmatch(tag) else ""


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


def _picture(content: bytes) -> Iterator[Text]:
    for said in _SHOWN_TEXT.findall(content):
        yield Text("图片的说明", said.decode("utf-8", "replace"))


_READERS: Mapping[str, Callable[[bytes], Iterator[Text]]] = {
    **dict.fromkeys(PLAIN, _plain),
    **dict.fromkeys(MARKUP, _markup),
    **dict.fromkeys(OFFICE, _office),
    **dict.fromkeys(PICTURES, _picture),
    "ics": _folded,
    "zip": lambda _: iter(()),
}
