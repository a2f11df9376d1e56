"""The list of the site's addresses for search engines (sitemaps.org)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from markupsafe import escape


def sitemap(base: str, addresses: Iterable[str], updated: str) -> str:
    """The sitemap of a site at `base`; `updated` is the newest day in the data (YYYY-MM-DD), or empty."""
    changed = f"<lastmod>{updated}</lastmod>" if updated else ""
    entries = (f"<url><loc>{escape(posixpath.join(base, one))}</loc>{changed}</url>" for one in addresses)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *entries,
            "</urlset>\n",
        )
    )
