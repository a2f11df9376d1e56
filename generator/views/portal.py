"""The meta tags that name the portal and its articles (国办发〔2017〕47号); a tag without content is left out."""

from __future__ import annotations

from generator.model.bureau import Bureau
from generator.model.circular import Circular

Tags = tuple[tuple[str, str], ...]
"""Names of meta tags with their contents."""


def site_tags(bureau: Bureau) -> Tags:
    """What every page carries."""
    portal = bureau.portal
    return _present(
        ("SiteName", portal.site_name),
        ("SiteDomain", portal.site_domain),
        ("SiteIDCode", portal.site_id_code),
    )


def article_tags(bureau: Bureau, circular: Circular) -> Tags:
    """What the page of a circular carries besides."""
    return _present(("ArticleTitle", circular.title), ("ContentSource", bureau.name))


def _present(*tags: tuple[str, str | None]) -> Tags:
    return tuple((name, content) for name, content in tags if content)
