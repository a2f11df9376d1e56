"""Every file that is published can be read through; what cannot, is not passed in silence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.reading.texts import PICTURES, readable
from generator.publish.scans.facts import Facts
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "unreadable_file",
    "有的文件程序读不了，不能替您看过。坏了的、加密的、格式不认识的文件，只有图片没有文字的 PDF，"
    "和主题以外的图片，里面有没有不该公开的内容，要有人看过才能发布。",
    "content/pages/名单.png",
    "看过的图片，在 data/privacy.yml 写上它的文件名、理由和看过的人",
)
_THEME = "site/assets/"
_HINT = "请人看过；可以公开的，在 data/privacy.yml 登记，words 写文件名"


def look(file: File, facts: Facts) -> Iterator[Flaw]:
    """Find what no reader can read: broken files, unknown kinds, pictures."""
    name = file.address.rpartition("/")[2]
    if name in facts.allowed or file.address.startswith(_THEME):
        return
    if not readable(file.kind):
        yield Flaw(file.address, "程序不认识这种文件，不能看过", _HINT)
    elif file.kind in PICTURES:
        yield Flaw(file.address, "程序看不了图片", _HINT)
    elif file.broken:
        yield Flaw(file.address, "文件坏了，或加了密，读不出来", _HINT)
    elif file.kind == "pdf" and not any(map(str.strip, file.pdf.pages)):
        yield Flaw(file.address, "PDF 里没有文字，可能是扫描的图片", _HINT)
