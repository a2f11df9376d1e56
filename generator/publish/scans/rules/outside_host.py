"""Nothing that is published makes a reader's computer ask another host for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "outside_host",
    "网页或文件会自己去别的网站取东西。别的网站能看到是谁在看，它停了、变了，这里的网页也跟着坏；"
    "不联网的地方也打不开。读者自己点的链接不算。",
    '<img src="https://example.com/logo.png">',
    "把图片放进 content/pages/，用相对的地址",
)
_IN_PROGRAM = re.compile(r"https?://(?!www\.w3\.org/)[\w.-]+\.\w+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HINT = "把要用的文件放进项目里，用相对的地址"


def look(file: File, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # what is fetched needs no data
    """Find addresses on other hosts that are fetched unasked, in programs any address at all."""
    for lead in file.leads:
        address = re.sub(r"[\t\n\r]", "", lead.address).replace("\\", "/")
        if lead.fetched and (
            urlsplit(address).netloc or address.lower().startswith(("http:", "https:", "ws:", "wss:"))
        ):
            yield Flaw(file.address, f"会自己去取 {lead.address}", _HINT, lead.line)
    for line, program in _programs(file):
        for host in sorted(set(_IN_PROGRAM.findall(_COMMENT.sub("", program)))):
            yield Flaw(file.address, f"脚本里有别的网站 {host}", _HINT, line)


def _programs(file: File) -> Iterator[tuple[int, str]]:
    if file.kind == "js" and not file.address.endswith("search_index.js"):
        yield 1, file.content.decode("utf-8-sig")
    elif file.kind == "html":
        yield from ((script.line, script.text) for script in file.page.scripts)
