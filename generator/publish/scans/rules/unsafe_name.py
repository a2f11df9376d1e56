"""Every name of a file can be kept, copied and linked to on any computer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.load.files import MAX_NAME_BYTES
from generator.load.refusals import Refusal
from generator.publish.reading.files import INSIDE
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw, Listing

REFUSAL = Refusal(
    "unsafe_name",
    "文件名在有的电脑上存不下、打不开，或者会覆盖别的文件。"
    "只用字母、数字、汉字和 . _ - ，不以点开头结尾，不只差大小写，不超过 100 字节。",
    "附件 1?.pdf、CON.html",
    "annex-1.pdf",
)
_NAME = re.compile(r"[0-9A-Za-z_㐀-䶿一-鿿][0-9A-Za-z._\-㐀-䶿一-鿿]*(?<!\.)")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST_ADDRESS = 200
_HINT = "改一个名字"


def survey(listing: Listing, facts: Facts) -> Iterator[Flaw]:  # noqa: ARG001  # names need no data
    """Find names that some computer cannot keep, and those that would be one file on a disk that tells no case."""
    met: dict[str, str] = {}
    packed = (address for address in listing.addresses if INSIDE in address)
    for address in sorted({*listing.paths, *packed}):
        name = address.rpartition("/")[2]
        inner = address.rpartition(INSIDE)[2]
        folded = unicodedata.normalize("NFKC", address).casefold()
        if ".." in inner.split("/") or inner.startswith("/") or "\\" in inner:
            yield Flaw(address, "压缩包里的文件会被解到别处去", _HINT)
        elif not _NAME.fullmatch(name) or _DEVICE.fullmatch(name):
            yield Flaw(address, f"有的电脑不能用这样的文件名：{name!a}", _HINT)
        elif len(name.encode(errors="replace")) > MAX_NAME_BYTES or len(inner) > _LONGEST_ADDRESS:
            yield Flaw(
                address, f"文件名超过 {MAX_NAME_BYTES} 字节，或连同文件夹超过 {_LONGEST_ADDRESS} 字", _HINT
            )
        elif folded in met:
            yield Flaw(address, f"与 {met[folded]} 只差大小写或字的编码，在有的电脑上是同一个文件", _HINT)
        met.setdefault(folded, address)
