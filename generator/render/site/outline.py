"""A page before it is rendered: its address, kind, title, place in the navigation, and the view it prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.render.site import addresses
from generator.render.site.page import Anchor, Step
from generator.views.site import YearViews

HOME = Step("首页", addresses.HOME)
DISCLOSURE_MENU = "信息公开"
"""The menu's entry for what tells about publishing itself: catalogue, time limits, downloads, past years."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One page: `view` goes to the template named after `kind`; the rest is as in `SitePage`.

    `published` is when that is known.
    """

    address: str
    kind: str
    title: str
    description: str
    view: Any
    section: str
    trail: tuple[Step, ...] = ()
    label: str = ""
    menu: str = ""
    contents: bool = False
    anchors: tuple[Anchor, ...] = ()
    published: date | None = None
    names: tuple[str, ...] = ()
    words: str = ""


class Branch:
    """Where a year's pages hang: the newest year's in the navigation, another year's below its front page."""

    def __init__(self, year: YearViews, *, newest: bool) -> None:
        self.year = year.year
        self.newest = newest
        front = Step(f"{year.year}年度", addresses.year(year.year))
        self.top = (HOME,) if newest else (HOME, front)

    def below(self, title: str, address: str) -> tuple[Step, ...]:
        """The steps down to the pages below one of the year's pages."""
        return (*self.top, Step(title, address))

    def section(self, address: str) -> str:
        """The page of the navigation under which one of the year's pages stands, being or being below `address`."""
        return address if self.newest else addresses.year(self.year)

    def label(self, label: str) -> str:
        """A name in the navigation, for the newest year."""
        return label if self.newest else ""
