"""The documentation as data: its pages, their headings, links and code, and the sections that are generated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import REPOSITORY

HANDBOOK = REPOSITORY / "docs" / "handbook"
DECISIONS = REPOSITORY / "docs" / "decisions"

_MARKDOWN = MarkdownIt("commonmark").enable("table")


def pages() -> tuple[Path, ...]:
    """Every page of documentation: those beside the code, and all of `docs/`."""
    return (*sorted(REPOSITORY.glob("*.md")), *sorted((REPOSITORY / "docs").rglob("*.md")))


def links(page: Path) -> Iterator[str]:
    """Where the links and pictures of a page point."""
    for token in _inline(page):
        if token.type == "html_inline":
            yield from re.findall(r'(?:src|href)="([^"]+)"', token.content)
        elif target := token.attrGet("href") or token.attrGet("src"):
            yield unquote(str(target))


def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as code hosts make them: punctuation dropped, spaces to hyphens."""
    met: Counter[str] = Counter()
    found = set()
    for title in headings(page):
        slug = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        found.add(f"{slug}-{met[slug]}" if met[slug] else slug)
        met[slug] += 1
    return frozenset(found)


def headings(page: Path, tag: str = "") -> tuple[str, ...]:
    """The texts of a page's headings in order, of one level (`h2`) or of all."""
    tokens = _MARKDOWN.parse(page.read_text("utf-8"))
    opened = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    texts = [
        "".join(child.content for child in tokens[index + 1].children or ())
        for index in opened
        if tokens[index].tag == (tag or tokens[index].tag)
    ]
    return tuple(texts)


def section(page: Path, title: str) -> str:
    """What stands below a heading of the second level, up to the next one."""
    _, _, rest = page.read_text("utf-8").partition(f"\n## {title}\n")
    return rest.partition("\n## ")[0]


def named_code(page: Path) -> dict[str, str]:
    """The blocks of code that say, after their language, which file they are."""
    fences = [token for token in _MARKDOWN.parse(page.read_text("utf-8")) if token.type == "fence"]
    return {token.info.split()[1]: token.content for token in fences if len(token.info.split()) > 1}


def code(page: Path, language: str) -> tuple[str, ...]:
    """The blocks of code in one language."""
    fences = [token for token in _MARKDOWN.parse(page.read_text("utf-8")) if token.type == "fence"]
    return tuple(token.content for token in fences if token.info.split()[:1] == [language])


def generated(page: Path, name: str) -> str:
    """A generated section: what stands between `<!-- name -->` and the next `<!-- /… -->`."""
    return _parts(page, name)[1]


def rewrite(page: Path, name: str, content: str) -> None:
    """Put new content into a generated section."""
    before, _, after = _parts(page, name)
    page.write_text(before + content + after, "utf-8")


def _parts(page: Path, name: str) -> tuple[str, str, str]:
    text = page.read_text("utf-8")
    match = re.search(rf"(?<=<!-- {re.escape(name)} -->\n)(.*?)(?=<!-- /)", text, re.DOTALL)
    assert match is not None, f"{page.name} has no section {name}"
    return text[: match.start()], match.group(), text[match.end() :]


def _inline(page: Path) -> Iterator[Token]:
    for token in _MARKDOWN.parse(page.read_text("utf-8")):
        yield from token.children or ()
