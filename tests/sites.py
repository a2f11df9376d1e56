"""Sites to test: editions without documents to print, and what stands in a built site."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pypdfium2 import PdfDocument

from generator.compute.public import public_dossier
from generator.edition import Edition
from generator.load.fonts import Fonts
from generator.pipeline import read
from generator.views.circular import DRAFT
from generator.views.downloads import Document

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

SMALL_DOCUMENT = Document("documents/2021/3.pdf", 2021, "松档〔2021〕3号", 9)


def edition_of(root: Path, *, draft: bool = True) -> Edition:
    """The edition of a project, with one small file for a document, so that no font is needed."""
    reading = read(root)
    assert reading.dossier is not None, reading.problems
    return Edition(public_dossier(reading.dossier), {SMALL_DOCUMENT: b"%PDF-1.7\n"}, Fonts({}), draft)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@dataclass
class Contents(HTMLParser):
    """What a page links to, can be jumped to, and might run."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    tags: Counter[str] = field(default_factory=Counter)
    handlers: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags, links, ids and event handlers."""
        self.tags[tag] += 1
        for name, value in attrs:
            if name in {"href", "src", "action", "poster", "data"} and value is not None:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)
            if name.startswith("on"):
                self.handlers.append(f"{tag} {name}")

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text.append(data)


def contents(page: bytes) -> Contents:
    """What a page contains."""
    parser = Contents()
    parser.feed(page.decode())
    parser.close()
    return parser


def broken_links(files: dict[str, bytes]) -> Iterator[str]:
    """The links of a site that lead nowhere in it, or not by a relative way."""
    pages = {address: contents(file) for address, file in files.items() if address.endswith(".html")}
    for address, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                yield f"{address}: {link} is not relative"
                continue
            folder = posixpath.dirname(address)
            target = (
                posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else address
            )
            if target not in files:
                yield f"{address}: {link} leads to nothing"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                yield f"{address}: {link} has no such place"


def marked(dist: Path) -> set[str]:
    """The published files that are marked as a draft: pages and parts of packages in words, PDFs in print."""
    return {name for name, content in tree(dist).items() if _says_draft(name, content)}


def _says_draft(name: str, content: bytes) -> bool:
    if name.endswith(".pdf"):
        return any(DRAFT in page.get_textpage().get_text_range() for page in PdfDocument(content))
    if name.endswith((".docx", ".xlsx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return any(DRAFT.encode() in parts.read(part) for part in parts.namelist())
    return f"{DRAFT}：尚未批准发布".encode() in content  # a page may explain the word
