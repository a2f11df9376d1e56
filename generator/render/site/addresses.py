"""Where each thing stands in the site. Addresses are permanent: ids, slugs and years never change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

HOME = "index.html"
DOWNLOADS = "downloads.html"
FEED = "feed.xml"
ARCHIVE = "archive.html"
MAKING = "making.html"


def year(number: int) -> str:
    """The front page of a year."""
    return f"{number}/index.html"


def table(number: int) -> str:
    """The table of a year's items."""
    return f"{number}/targets/index.html"


def item(number: int, item_id: str) -> str:
    """An indicator or a target by its id."""
    return f"{number}/targets/{item_id}.html"


def category(number: int, key: str) -> str:
    """A category by its key."""
    return f"{number}/categories/{key}.html"


def unit(number: int, slug: str) -> str:
    """A unit by its ASCII name."""
    return f"{number}/units/{slug}.html"


def progress(number: int) -> str:
    """The year at a glance: every item's state in every quarter."""
    return f"{number}/progress/index.html"


def quarter(number: int, key: str) -> str:
    """Where the plan stood at the end of a quarter."""
    return f"{number}/progress/{key}.html"


def unit_quarter(number: int, key: str, slug: str) -> str:
    """What one unit reported for a quarter."""
    return f"{number}/progress/{key}/{slug}.html"


def organisation(number: int) -> str:
    """The units and the leading group."""
    return f"{number}/organisation.html"


def circulars(number: int) -> str:
    """The list of a year's circulars."""
    return f"{number}/circulars/index.html"


def circular(number: int, serial: int) -> str:
    """A circular by the serial of its document number."""
    return f"{number}/circulars/{serial}.html"


def catalogue(number: int) -> str:
    """The disclosure catalogue."""
    return f"{number}/catalogue.html"


def deadlines(number: int) -> str:
    """The list of deadlines."""
    return f"{number}/deadlines.html"


def changes(number: int) -> str:
    """The record of changes."""
    return f"{number}/changes.html"


def boards(number: int) -> str:
    """What hangs on the notice boards."""
    return f"{number}/boards/index.html"


_OUTPUTS: Mapping[str, Callable[[int], str]] = {
    "circulars": circulars,
    "targets": table,
    "organisation": organisation,
    "progress": progress,
    "changes": changes,
    "downloads": lambda _: DOWNLOADS,
    "board": boards,
}
"""Where each thing that the catalogue lists stands in a year."""


class Links:
    """Links from a page of one folder to the things of one year, relative to that folder."""

    def __init__(self, folder: str, number: int) -> None:
        self._folder = folder.split("/") if folder else []
        self._year = number

    def home(self) -> str:
        """To the site's front page."""
        return self.to(HOME)

    def year(self, number: int | None = None) -> str:
        """To the front page of this or another year."""
        return self.to(year(self._year if number is None else number))

    def table(self) -> str:
        """To the table of items."""
        return self.to(table(self._year))

    def item(self, item_id: str) -> str:
        """To an indicator or a target."""
        return self.to(item(self._year, item_id))

    def category(self, key: str) -> str:
        """To a category."""
        return self.to(category(self._year, key))

    def unit(self, slug: str) -> str:
        """To a unit."""
        return self.to(unit(self._year, slug))

    def progress(self) -> str:
        """To the year at a glance."""
        return self.to(progress(self._year))

    def quarter(self, key: str) -> str:
        """To a quarter."""
        return self.to(quarter(self._year, key))

    def unit_quarter(self, key: str, slug: str) -> str:
        """To a unit's report of a quarter."""
        return self.to(unit_quarter(self._year, key, slug))

    def report_of(self, key: str) -> Callable[[str], str]:
        """To a unit's report of a quarter, by the unit's ASCII name."""
        return partial(self.unit_quarter, key)

    def organisation(self) -> str:
        """To the units and the leading group."""
        return self.to(organisation(self._year))

    def circulars(self) -> str:
        """To the list of circulars."""
        return self.to(circulars(self._year))

    def circular(self, serial: int, number: int | None = None) -> str:
        """To a circular of this or another year."""
        return self.to(circular(self._year if number is None else number, serial))

    def catalogue(self) -> str:
        """To the disclosure catalogue."""
        return self.to(catalogue(self._year))

    def changes(self) -> str:
        """To the record of changes."""
        return self.to(changes(self._year))

    def boards(self, year: int = 0) -> str:
        """To what hangs on the notice boards, in another year if one is named."""
        return self.to(boards(year or self._year))

    def deadlines(self) -> str:
        """To the list of deadlines."""
        return self.to(deadlines(self._year))

    def output(self, name: str) -> str:
        """To what the catalogue calls by this name."""
        return self.to(_OUTPUTS[name](self._year))

    def archive(self) -> str:
        """To the list of years."""
        return self.to(ARCHIVE)

    def making(self) -> str:
        """To how the site was made."""
        return self.to(MAKING)

    def feed(self) -> str:
        """To the feed of what was published."""
        return self.to(FEED)

    def downloads(self) -> str:
        """To the downloads."""
        return self.to(DOWNLOADS)

    def to(self, address: str) -> str:
        """To an address of the site."""
        parts = address.split("/")
        shared = 0
        for ours, theirs in zip(self._folder, parts[:-1], strict=False):
            if ours != theirs:
                break
            shared += 1
        return "../" * (len(self._folder) - shared) + "/".join(parts[shared:])
