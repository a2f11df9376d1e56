"""The site's menu, and the sources from which the site engine believes its pages to be made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.render.site.page import SitePage


def navigation(pages: Iterable[SitePage]) -> list[dict[str, Any]]:
    """What stands in the menu, by name: a page's source, or below one entry the pages that share it."""
    entries: list[dict[str, Any]] = []
    menus: dict[str, list[dict[str, str]]] = {}
    for page in pages:
        if page.menu and page.menu not in menus:
            menus[page.menu] = []
            entries.append({page.menu: menus[page.menu]})
        if page.label:
            (menus[page.menu] if page.menu else entries).append({page.label: source(page.address)})
    return entries


def source(address: str) -> str:
    """The Markdown file that would give the page of this address."""
    return address.removesuffix(".html") + ".md"
