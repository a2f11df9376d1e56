"""The site's pages as files for another engine: each page's head and body, the engine's configuration, what goes with it.

Heads and configuration are JSON, which is YAML too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.render.site.page import Anchor

CONFIG = "mkdocs.yml"
PAGES = "docs"
HOOKS = "hooks.py"
THEME = "theme"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, with those below it."""

    anchor: Anchor
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page before an engine frames it. `source` is its Markdown file, `section` that of the page it belongs below.

    `meta` is what the theme asks for; `label` is the name in the navigation, empty if it has none there. Texts are
    escaped, `body` is HTML. `compact` if the framed page is to be without indentation.
    """

    source: str
    meta: Mapping[str, Any]
    label: str
    section: str
    headings: tuple[Heading, ...]
    compact: bool
    body: str


def source_file(page: SourcePage) -> bytes:
    """A page as a Markdown file whose text is its HTML."""
    head = {
        **{key: str(value) if isinstance(value, str) else value for key, value in page.meta.items()},
        "headings": [_heading(one) for one in page.headings],
        "compact": page.compact,
    }
    head |= {"label": page.label} if page.label else {}
    head |= {"section": page.section} if page.section else {}
    return f"---\n{_json(head)}\n---\n\n{page.body}\n".encode()


def configuration(
    settings: Mapping[str, Any], nav: Iterable[Any], theme: Mapping[str, Any], extra: Mapping[str, Any]
) -> bytes:
    """The engine's configuration: no plugin, our theme, the navigation, the hooks."""
    content = {
        **settings,
        "docs_dir": PAGES,
        "use_directory_urls": False,
        "nav": list(nav),
        "theme": {**theme, "custom_dir": THEME},
        "hooks": [HOOKS],
        "plugins": [],
        "extra": dict(extra),
    }
    return f"{_json(content)}\n".encode()


def _heading(one: Heading) -> dict[str, Any]:
    children = [_heading(child) for child in one.children]
    return {"title": str(one.anchor.title), "id": one.anchor.id, "level": one.level, "children": children}


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
