"""No link runs a program, opens a file of the reader's own computer, or brings its content along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "dangerous_address",
    "链接的写法有危险。javascript: 一类的地址点了会运行程序，file: 会打开读者自己电脑上的文件；"
    "链接只用相对的地址和 http、https、mailto、tel。",
    '<a href="javascript:alert(1)">详情</a>',
    '<a href="guide.html">详情</a>',
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]")
_SAFE = frozenset({"http", "https", "mailto", "tel", "urn"})


def look(file: File, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # schemes need no data
    """Find addresses of any other scheme; a picture may come along in a style or as a picture."""
    for lead in file.leads:
        address = _UNSEEN.sub("", lead.address)
        scheme = _SCHEME.match(address)
        if scheme is None or scheme[1].lower() in _SAFE:
            continue
        if lead.fetched and address.lower().startswith(
            ("data:image/png", "data:image/gif", "data:image/jpeg")
        ):
            continue
        if file.kind == "css" and address.lower().startswith("data:image/"):
            continue
        yield Flaw(
            file.address, f"链接的写法有危险：{address[:40]}", "改成相对的地址或 https 的地址", lead.line
        )
