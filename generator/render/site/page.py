"""A finished page of the site, before any frame is put around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading of a page that can be jumped to: its text and its id."""

    title: str
    id: str


@dataclass(frozen=True, slots=True)
class Step:
    """A page above another, by title and address."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page. Texts are plain text, what `render` gives is HTML.

    `address` is relative to the site, ASCII, ending in `.html`. Pages of one `kind` share a layout.
    `label` is the name in the site's navigation, empty for pages that are not in it, `menu` the entry it stands
    below, if below one; `trail` are the pages above, outermost first; `section` is the address of the navigation's page it belongs under; `tags` are
    names and contents of meta tags; `contents` puts the anchors beside the page as its list of contents;
    `names` are what a search takes it to be called, `words` what else it is found by.
    """

    address: str
    kind: str
    title: str
    description: str
    render: Callable[[], str]
    anchors: tuple[Anchor, ...]
    trail: tuple[Step, ...]
    section: str
    label: str = ""
    menu: str = ""
    contents: bool = False
    tags: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    words: str = ""

    @property
    def body(self) -> str:
        """The page's HTML, rendered when it is asked for: all of a large site at once would fill the memory."""
        return self.render()
