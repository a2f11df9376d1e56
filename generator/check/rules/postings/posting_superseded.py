"""A sheet still hangs although what it says has changed since.

Why:
    墙上贴的是旧内容。
    内容有任何变化，校验码就不同。旧的应当撤下，换上新印的；撤下以后写上 taken_down。
    计划改了还没有批准的时候不提醒，那时没有可以张贴的新内容。

Bad:
    digest: 1a2b3c4d      # 现在的内容是 5e6f7a8b，这张还没有撤下

Good:
    digest: 1a2b3c4d
    taken_down: 2021-07-20
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.postings import superseded
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Hold the digest of all that hangs against that of what there is to say now."""
    for number in dossier.years:
        for one, now in superseded(dossier, number):
            hint = f"换上新印的（校验码 {now.digest}），旧的撤下以后写 taken_down"
            yield Finding(f"{one.where}贴的 {one.bulletin} 是旧内容", one.place("digest"), hint)
