"""What is published are files: no links, pipes or devices among them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw, Listing

REFUSAL = Refusal(
    "link_published",
    "要发布的文件夹里有链接，或不是普通的文件。链接可能指向这台机器上别的文件，复制到网上时会把它一起带出去。",
    "site/notice.pdf → /home/…/notice.pdf",
    "site/notice.pdf 是文件本身",
)


def survey(listing: Listing, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # links need no data
    """Find whatever is neither a file nor a folder."""
    for address in listing.links:
        yield Flaw(address, "这是一个链接，或不是普通的文件", "把文件本身放进来")
