"""Every link leads to a file of the same output, and to a place that is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.publish.reading.files import INSIDE
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw, Listing

REFUSAL = Refusal(
    "broken_link",
    "链接点开是空的。链到的文件、或文件里的那一处不存在；"
    "链到另一种成果里、链到网站最外层的，单独放到网上或光盘里也会断。",
    "[办事指南](guied.html)",
    "[办事指南](guide.html)",
)
_HINT = "改正链接；是程序生成的链接，请告诉维护人员"


def survey(listing: Listing, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # links need no data
    """Find links that lead to no file, to no place in it, or out of their output."""
    folders = set(listing.paths)
    for (target, place), (address, line) in sorted(listing.leads.items()):
        shown = f"{target}#{place}" if place else target
        if _home(target) != _home(address):
            yield Flaw(address, f"链接出了这一份成果：{shown}", _HINT, line)
        elif target not in listing.addresses:
            reason = "链接指向文件夹" if target in folders else "链接的文件不存在"
            yield Flaw(address, f"{reason}：{shown}", _HINT, line)
        elif place and place not in listing.places.get(target, {place}):
            yield Flaw(address, f"链接的文件里没有这一处：{shown}", _HINT, line)


def _home(address: str) -> str:
    """What is put to use as one: an output, an article of the portal, an archive."""
    outer, inside, _ = address.partition(INSIDE)
    if inside:
        return outer
    parts = address.split("/")
    return "/".join(parts[:2] if parts[0] == "portal" else parts[:1])
