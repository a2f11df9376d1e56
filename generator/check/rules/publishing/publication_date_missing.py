"""A circular does not say on what day it is published.

Why:
    公文没有发布日期。
    网页和发布信息上的发布日期出自数据，不取生成那天的日期；发布日期造假，检查时单项否决（国办秘函〔2019〕19号）。

Bad:
    disclosure:
      method: 主动公开

Good:
    disclosure:
      method: 主动公开
      published: 2021-03-10
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
DRAFT = False


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the day of every circular on the website."""
    for year in dossier.years.values():
        for circular in year.circulars:
            if circular.disclosure.published is None:
                place = circular.place("disclosure")
                yield Finding(f"{circular.number} 没有发布日期", place, "在 disclosure 下写 published")
