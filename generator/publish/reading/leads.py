"""The addresses that a file leads to, whatever kind of file it is, and which of them are fetched unasked."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from generator.publish.reading.page import LOADED, Link, Page

_FETCHED_RELATIONS = frozenset(
    [
        "dns-prefetch",
        "icon",
        "manifest",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "prerender",
        "stylesheet",
    ]
)
_FETCHING_TAGS = frozenset({"base", "image", "use"})
_SENDING = frozenset({"action", "formaction", "ping", "manifest"})
_STYLE = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s+["']([^"']+)""", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_XML = re.compile(
    r"""\s(?:xlink:)?(?:href|src)\s*=\s*["']([^"']*)["']|<loc>([^<]*)</loc>|\bSYSTEM\s+["']([^"']+)"""
)
_RELATIONSHIP = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s]+)", re.IGNORECASE)


class Lead(NamedTuple):
    """An address in a file, its line, and whether a program fetches it without being asked."""

    address: str
    line: int
    fetched: bool


def read_leads(kind: str, content: bytes) -> Iterator[Lead]:
    """Every address that a file of some kind leads to, as it is written there; of a page, see `leads_of`, of a PDF its addresses."""
    reader = _READERS.get(kind)
    if reader is not None:
        yield from reader(content)


def leads_of(page: Page) -> Iterator[Lead]:
    """Every address that a page leads to."""
    for link in page.links:
        yield Lead(link.address, link.line, _fetched(link))
    for style in page.styles:
        yield from _style(style)
    if "refresh" in page.metas:
        yield from (Lead(found, 1, fetched=True) for found in _REFRESH.findall(page.metas["refresh"]))


def _fetched(link: Link) -> bool:
    if link.tag == "link":
        return not _FETCHED_RELATIONS.isdisjoint(link.rel.lower().split())
    return link.attribute in LOADED or link.attribute in _SENDING or link.tag in _FETCHING_TAGS


def _style(text: str) -> Iterator[Lead]:
    for match in _STYLE.finditer(_COMMENT.sub("", text)):
        yield Lead(next(filter(None, match.groups()), ""), 1, fetched=True)


def _xml(content: bytes, *, fetched: bool) -> Iterator[Lead]:
    text = content.decode("utf-8-sig")
    for match in _XML.finditer(text):
        address = next(filter(None, match.groups()), "")
        yield Lead(address, text.count("\n", 0, match.start()) + 1, fetched)


def _office(content: bytes) -> Iterator[Lead]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        for part in package.namelist():
            if part.endswith(".rels"):
                for relationship in _RELATIONSHIP.findall(package.read(part).decode("utf-8-sig")):
                    said = dict(_ATTRIBUTE.findall(relationship))
                    if said.get("TargetMode") == "External":
                        yield Lead(said.get("Target", ""), 1, not said.get("Type", "").endswith("/hyperlink"))


def _json(content: bytes) -> Iterator[Lead]:
    """The resources of a data package, and where the entries of a search index lead."""
    try:
        said: Any = json.loads(content)
    except ValueError:
        return
    if isinstance(said, dict):
        for key, name in (("resources", "path"), ("attachments", "file")):
            listed = said.get(key)
            for one in listed if isinstance(listed, list) else ():
                if isinstance(one, dict) and isinstance(one.get(name), str):
                    yield Lead(one[name], 1, fetched=False)


_READERS: Mapping[str, Callable[[bytes], Iterator[Lead]]] = {
    "css": lambda content: _style(content.decode("utf-8-sig")),
    "xml": partial(_xml, fetched=False),
    "svg": partial(_xml, fetched=True),
    "docx": _office,
    "xlsx": _office,
    "json": _json,
}
