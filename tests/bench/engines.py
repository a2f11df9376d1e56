"""The same pages for the other engines: their words as Markdown, in a project each engine builds with its own means.

The page that holds the whole table is left out for them, in their favour: Markdown takes seconds for it alone.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from generator.plugin.telling import CONFIG
from generator.render.site.page import SitePage
from generator.render.site.pages import site
from generator.views.site import site_views
from tests.sites import edition_of

_LARGEST = 200_000
"""Pages with a longer body are left out, in characters."""

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = {"p", "dt", "dd", "li", "tr", "caption", "figcaption", "div", "section"}
_SILENT = {"svg", "script", "style"}


def pages_of(root: Path) -> tuple[SitePage, ...]:
    """The pages of a project, but for the largest."""
    edition = edition_of(root)
    views = site_views(edition.dossier, (), "", {}, draft=True)
    return tuple(page for page in site(views, root / "theme" / "site").pages if len(page.body) < _LARGEST)


def write_mkdocs(folder: Path, pages: Iterable[SitePage]) -> None:
    """A project of MkDocs with Material as it comes, search included, only the front page in the menu."""
    config = {
        "site_name": "Bench",
        "use_directory_urls": False,
        "nav": [{"Home": "index.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": ["search"],
    }
    _write(folder / CONFIG, json.dumps(config, ensure_ascii=False))
    for page in pages:
        head = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)
        _write(
            folder / "docs" / f"{page.address.removesuffix('.html')}.md",
            f"---\n{head}\n---\n{_markdown(page)}",
        )


def write_hugo(folder: Path, pages: Iterable[SitePage], built: Path) -> None:
    """A project of Hugo that puts the same frame around its pages as the built site has, and makes a search index."""
    every = tuple(pages)
    _write(folder / "hugo.toml", _HUGO)
    layout = _layout(next(page for page in every if page.kind == "target"), built)
    for name in ("_default/single.html", "_default/list.html", "index.html"):
        _write(folder / "layouts" / name, layout)
    _write(folder / "layouts" / "index.json", _INDEX)
    for page in every:
        head = {"title": page.title, "description": page.description, "url": f"/{page.address}"}
        name = page.address.removesuffix(".html")
        name = "_index" if name == "index" else name.replace("index", "front")
        text = f"{json.dumps(head, ensure_ascii=False)}\n{_markdown(page)}"
        _write(folder / "content" / f"{name}.md", text)


def _layout(page: SitePage, built: Path) -> str:
    """The frame of a built page, with Hugo's words where its own stood."""
    framed = (built / page.address).read_text("utf-8").replace("{{", "{")
    for own, word in ((page.body, ".Content"), (page.title, ".Title"), (page.description, ".Description")):
        framed = framed.replace(own, f"{{{{ {word} }}}}")
    if "{{ .Content }}" not in framed:
        raise SystemExit("the frame was not found in the built page")
    return framed


def _markdown(page: SitePage) -> str:
    reader = _Reader(posixpath.dirname(page.address))
    reader.feed(page.body)
    return reader.text()


class _Reader(HTMLParser):
    """Headings, paragraphs, lists of facts, links and tables of a body, as Markdown."""

    def __init__(self, folder: str) -> None:
        super().__init__(convert_charrefs=True)
        self._folder = folder
        self._parts: list[str] = []
        self._silent = 0
        self._link = ""

    def text(self) -> str:
        """What was read."""
        return "".join(self._parts) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what Markdown knows."""
        self._silent += tag in _SILENT
        if tag in _HEADINGS:
            self._parts.append(f"\n\n{_HEADINGS[tag]} ")
        elif tag == "tr":
            self._parts.append("\n|")
        elif tag == "table":
            self._parts.append("\n\n")
        elif tag == "li":
            self._parts.append("\n* ")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
            self._parts.append("[")

    def handle_endtag(self, tag: str) -> None:
        """End it; a table's head gets the line below it that makes it one."""
        self._silent -= tag in _SILENT
        if tag in {"td", "th"}:
            self._parts.append("|")
        elif tag == "thead":
            row = "".join(self._parts).rpartition("\n|")[2]
            self._parts.append("\n|" + "---|" * row.count("|"))
        elif tag == "a":
            self._parts.append(f"]({self._link})")

    def handle_data(self, data: str) -> None:
        """Words, on one line."""
        if not self._silent and data.strip():
            self._parts.append(" ".join(data.split()).replace("|", "/"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


_HUGO = """\
title = "Bench"
languageCode = "zh-CN"
hasCJKLanguage = true
uglyURLs = true
relativeURLs = true
disableKinds = ["taxonomy", "term", "RSS", "section"]
[outputs]
home = ["HTML", "JSON"]
"""
_INDEX = (
    '[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}{"u":{{ $p.RelPermalink | jsonify }},'
    '"t":{{ $p.Title | jsonify }},"x":{{ $p.Plain | jsonify }}}{{ end }}]'
)
