"""The site before and after a change, side by side in one folder that opens from a disk, with a list of what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from generator.render.templates import environment

BEFORE, AFTER, INDEX, REPORT = "before", "after", "index.html", "review.html"
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_DOCUMENTS = (".pdf", ".docx", ".xlsx", ".csv")


class Differing(NamedTuple):
    """A page or a document that differs: what it is called, where it is, and on which sides it is."""

    title: str
    address: str
    before: bool
    after: bool


def as_preview(
    before: Mapping[str, bytes], after: Mapping[str, bytes], report: str, folder: Path
) -> dict[str, bytes]:
    """The files of the folder, from both sites by address and the review as a page; templates are in a folder."""
    pages = tuple(_differing(before, after, (".html",)))
    documents = tuple(_differing(before, after, _DOCUMENTS))
    template = environment(folder).get_template("preview.html")
    index = template.render(
        pages=pages, documents=documents, report=REPORT, before_folder=BEFORE, after_folder=AFTER
    )
    return {
        INDEX: index.encode(),
        REPORT: report.encode(),
        **{f"{BEFORE}/{address}": content for address, content in sorted(before.items())},
        **{f"{AFTER}/{address}": content for address, content in sorted(after.items())},
    }


def _differing(
    before: Mapping[str, bytes], after: Mapping[str, bytes], kinds: tuple[str, ...]
) -> Iterator[Differing]:
    for address in sorted(before.keys() | after.keys()):
        if address.endswith(kinds) and before.get(address) != after.get(address):
            content = after.get(address) or before[address]
            yield Differing(_title(content) or address, address, address in before, address in after)


def _title(page: bytes) -> str:
    """A page's title without the site's, which the theme puts behind it; nothing for what is no page."""
    match = _TITLE.search(page)
    text = " ".join(unescape(match[1].decode(errors="replace")).split()) if match else ""
    return text.rpartition(" - ")[0] or text
