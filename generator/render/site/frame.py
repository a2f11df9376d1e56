"""The frame around a page: what the theme renders once for a kind of page, to be filled for each page.

The theme renders one page whose texts are placeholders. Cut at the placeholders, the result is a frame;
filling it gives, byte for byte, what rendering the page itself would give, at a fraction of the time.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.render.site.page import Anchor, SitePage

_TITLE, _DESCRIPTION, _ADDRESS, _PATH, _HEAD, _BODY = (
    f"zhengben-{name}-placeholder" for name in ("title", "description", "address", "path", "head", "body")
)
_FIRST, _SECOND = (
    Anchor(f"zhengben-{n}-heading-placeholder", f"zhengben-{n}-id-placeholder") for n in (1, 2)
)
_INDENT = re.compile(r"\n\s+")
_SLOT = re.compile(r"(zhengben-(?:[12]-)?[a-z]+-placeholder)")


def compact(html: str) -> str:
    """HTML without the indentation of its templates, which is a fifth of a small page."""
    return _INDENT.sub("\n", html)


class BrokenFrameError(Exception):
    """The theme did not print the placeholders as a frame needs them: our own mistake in `theme/frame`."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the theme prints of a page, ready for HTML: everything is escaped, or is HTML of our own.

    `path` is its address in the site, `address` the one on the web, empty where the site has none.
    """

    title: Markup
    description: Markup
    address: str
    path: str
    head: Markup
    body: Markup
    anchors: tuple[Anchor, ...]


PLACEHOLDERS = Texts(
    title=escape(_TITLE),
    description=escape(_DESCRIPTION),
    address=_ADDRESS,
    path=_PATH,
    head=escape(_HEAD),
    body=Markup("<h1>{}</h1>").format(_BODY),
    anchors=(_FIRST, _SECOND),
)
"""The texts of the page that becomes a frame. (The theme adds a heading of its own to a body without one.)"""


def texts(page: SitePage, base: str) -> Texts:
    """The texts of a page; `base` is the site's own address on the web, empty when it has none."""
    return Texts(
        title=escape(page.title),
        description=escape(page.description),
        address=posixpath.join(base, page.address) if base else "",
        path=page.address,
        head=head(page.tags),
        body=Markup(page.body),  # noqa: S704  # comes from our own templates, which escape
        anchors=tuple(Anchor(escape(anchor.title), anchor.id) for anchor in page.anchors),
    )


def head(tags: Iterable[tuple[str, str]]) -> Markup:
    """Meta tags as HTML."""
    lines = (f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in tags)
    return Markup("\n".join(lines))  # noqa: S704  # both are escaped


def groups(pages: Iterable[SitePage], *, framed: bool) -> dict[str, tuple[SitePage, ...]]:
    """The pages that share a frame, by the address of the first: same kind, folder and section.

    What stands in the navigation is alone in its group, since the navigation shows where one is; not
    `framed`, every page is.
    """
    found: dict[tuple[str, ...], list[SitePage]] = defaultdict(list)
    for page in pages:
        alone = page.label or not framed
        key = (page.address,) if alone else (page.kind, posixpath.dirname(page.address), page.section)
        found[key].append(page)
    return {group[0].address: tuple(group) for group in found.values()}


class Frame:
    """A rendered page of placeholders, cut open at each of them."""

    def __init__(self, rendered: str) -> None:
        pieces = _SLOT.split(rendered.replace(PLACEHOLDERS.body, _BODY))
        missing = {_TITLE, _BODY, _FIRST.id, _FIRST.title, _SECOND.id, _SECOND.title} - set(pieces[1::2])
        if missing:
            raise BrokenFrameError(f"the theme did not print {', '.join(sorted(missing))}")
        self._before, self._link, self._between, self._after = _around_anchors(pieces)

    def fill(self, page: Texts) -> str:
        """The page in this frame. It has at least one anchor, since the frame shows a list of them."""
        first, *others = page.anchors
        values = {
            _TITLE: page.title,
            _DESCRIPTION: page.description,
            _ADDRESS: page.address,
            _PATH: page.path,
            _HEAD: page.head,
            _BODY: page.body,
            _FIRST.id: first.id,
            _FIRST.title: first.title,
        }
        parts = _filled(self._before, values)
        for anchor in others:
            parts += (*self._between, anchor.id, *self._link, anchor.title)
        parts += _filled(self._after, values)
        return "".join(parts)


def _around_anchors(pieces: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Cut at the list of anchors: up to the first one's end, inside one, between two, and the rest."""
    title_1, id_2, title_2 = (pieces.index(slot) for slot in (_FIRST.title, _SECOND.id, _SECOND.title))
    before, after = pieces[: title_1 + 1], pieces[title_2 + 1 :]
    link, between = pieces[id_2 + 1 : title_2], pieces[title_1 + 1 : id_2]
    if len(link) != 1 or len(between) != 1 or _SECOND.id in after:
        raise BrokenFrameError("the theme does not print the headings as one plain list")
    return before, link, between, after


def _filled(pieces: list[str], values: Mapping[str, str]) -> list[str]:
    return [values.get(piece, piece) if place % 2 else piece for place, piece in enumerate(pieces)]
