"""A web page as a browser takes it: its links, places, scripts and meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import html  # type: ignore[import-untyped]  # it has no types

LOADED = frozenset({"archive", "background", "classid", "codebase", "data", "poster", "src", "srcset"})
"""Attributes whose addresses a browser fetches by itself."""
_LINKING = LOADED | {"action", "cite", "formaction", "href", "longdesc", "manifest", "ping", "xlink:href"}
_CANDIDATES = re.compile(r"[^\s,]\S*")
PARSER = html.HTMLParser(encoding="utf-8", no_network=True)


class Link(NamedTuple):
    """An address that an attribute of an element names, and its line; `rel` is what it is to the page."""

    tag: str
    attribute: str
    address: str
    line: int
    rel: str = ""


class Script(NamedTuple):
    """A script that stands in the page itself; `kind` is its type."""

    text: str
    kind: str
    line: int


class Handler(NamedTuple):
    """An attribute whose value runs, such as `onclick`."""

    tag: str
    attribute: str
    line: int


@dataclass(slots=True)
class Page:
    """What a page holds: links, places one can jump to, scripts, handlers, styles, meta tags, title and language."""

    links: list[Link] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    scripts: list[Script] = field(default_factory=list)
    handlers: list[Handler] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""


def read_page(content: bytes) -> Page:
    """Read a page, or a piece of one. Nothing in it is fetched or run."""
    page = Page()
    if content.strip():
        for element in html.document_fromstring(content, parser=PARSER).iter():
            if isinstance(element.tag, str):
                _take(page, element)
    return page


def _take(page: Page, element: Any) -> None:
    tag, attributes, line = element.tag, element.attrib, element.sourceline or 1
    for name, value in attributes.items():
        if name in _LINKING:
            page.links += (
                Link(tag, name, address, line, attributes.get("rel", ""))
                for address in _addresses(name, value)
            )
        elif name.startswith("on"):
            page.handlers.append(Handler(tag, name, line))
        elif name == "style":
            page.styles.append(value)
        elif name == "id" or (name == "name" and tag == "a"):
            page.places.add(value)
    match tag:
        case "script":
            if "src" not in attributes:
                page.scripts.append(Script(element.text or "", attributes.get("type", ""), line))
        case "style":
            page.styles.append(element.text or "")
        case "meta":
            _meta(page, attributes)
        case "time":
            page.times.append(attributes.get("datetime", ""))
        case "title":
            page.title = page.title or (element.text or "").strip()
        case "html":
            page.language = attributes.get("lang", "")


def _addresses(name: str, value: str) -> Iterator[str]:
    """The address that an attribute names; `srcset` names several, each with a width after it."""
    if name == "srcset":
        yield from (
            match.group() for match in _CANDIDATES.finditer(value) if not match.group()[:-1].isdigit()
        )
    else:
        yield value.strip()


def _meta(page: Page, attributes: Mapping[str, str]) -> None:
    name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv")
    if name:
        page.metas[name] = attributes.get("content", "")
    elif "charset" in attributes:
        page.metas["charset"] = attributes["charset"]
