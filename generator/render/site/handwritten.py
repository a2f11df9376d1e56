"""What hand-written Markdown may contain: text and plain structure; HTML in it is shown as text."""

from __future__ import annotations

from html import unescape

import nh3
from markdown import Markdown  # type: ignore[import-untyped]  # it has no types
from markdown.extensions import Extension  # type: ignore[import-untyped]  # likewise
from markupsafe import Markup, escape

from generator.render.site.search import Entry

_TAGS = {"a", "abbr", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "hr"}
_TAGS |= {
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_ATTRIBUTES = {"*": {"id", "class"}, "a": {"href", "title"}, "img": {"src", "alt", "title"}}
_SCHEMES = {"https", "http", "mailto", "tel"}


class HtmlAsText(Extension):  # type: ignore[misc]  # likewise
    """Makes Markdown print the HTML it meets as text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Take the two readers of HTML away."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def safe(html: str) -> str:
    """The HTML of a hand-written page with nothing that could run: no scripts, no `javascript:` links."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def entry(address: str, title: Markup, html: str) -> Entry:
    """How a hand-written page is found: by its title and all it says."""
    words = unescape(nh3.clean(html, tags=set()))
    return Entry("handwritten", address, title.unescape(), (title.unescape(),), words)


def title(text: str) -> Markup:
    """A title for HTML; `text` is plain, or HTML text if it was read from a heading."""
    return escape(unescape(text))
