"""Prose asks for a figure or a name that the data does not have.

Why:
    文稿里的取数没有对应的数据。
    文稿用 {{ plan.分类代号.targets }} 这样的写法从数据取个数和分值，保证公文与数据一致；名字写错就取不到，公文上会缺一个数。
    写在句子里的和单独成段的（如领导小组名单）各有各的名字。

Bad:
    设定年度工作目标{{ plan.key.target }}项。

Good:
    设定年度工作目标{{ plan.key.targets }}项。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.compute import datawords
from generator.model.dossier import Dossier, Year
from generator.model.prose import DataBlock, Prose
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every data word of the prose that a year's circulars print."""
    for year in dossier.years.values():
        for file in dict.fromkeys(year.prose_files):
            if file in dossier.prose:
                yield from _of_prose(dossier.prose[file], year)


def _of_prose(prose: Prose, year: Year) -> Iterator[Finding]:
    words, blocks = frozenset(datawords.words(year)), frozenset(datawords.blocks(year))
    for word in prose.data_words():
        known, others = (blocks, words) if isinstance(word, DataBlock) else (words, blocks)
        if word.path in known:
            continue
        if word.path in others and isinstance(word, DataBlock):
            hint = "它是一个词，写在句子里，不单独成段"
        elif word.path in others:
            hint = "它印成一整块，要单独成段，前后空一行"
        else:
            hint = nearest(word.path, words | blocks, f"{year.year} 年的数据")
        yield Finding(f"数据里没有“{word.path}”", word.place, hint)
