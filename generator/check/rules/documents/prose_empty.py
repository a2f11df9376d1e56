"""A circular's prose file has no text in it.

Why:
    公文的文稿是空的。
    文件放进来了，里面还没有写正文；这样印出来只有版头和落款。

Bad:
    content/2021/7/notice.md（空文件，或只有标题）

Good:
    content/2021/7/notice.md
    现将有关事项通知如下：……
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.prose import Heading
from generator.problem import Level, Place

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for text other than headings in the prose of every circular and of its enclosure."""
    for year in dossier.years.values():
        for circular in year.papers:
            for prose in dossier.prose_of(circular):
                if all(isinstance(block, Heading) for block in prose.blocks):
                    message = f"文稿 {prose.file} 里没有正文"
                    yield Finding(message, Place(prose.file, 1, 1), "写上正文；标题之外至少要有一段")
