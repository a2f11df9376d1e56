"""A row is behind and does not say why, or what is done about it.

Why:
    欠进度的没有写原因或整改措施。
    欠进度的目标排在季度页最前面公开，原因和措施一个也不能少。

Bad:
    state: behind

Good:
    state: behind
    cause: 设计方案推迟批复。
    remedy: 倒排工期，11月15日前完工。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.progress import BEHIND
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find the rows that are behind without cause or remedy."""
    for year in dossier.years.values():
        for report in year.progress:
            for row in report.rows:
                fields = (("原因", row.cause), ("整改措施", row.remedy))
                missing = [name for name, text in fields if text is None]
                if row.state == BEHIND and missing:
                    message = f"{row.target} 欠进度，没有写{'和'.join(missing)}"
                    yield Finding(message, row.place("state"), "补写 cause（原因）和 remedy（整改措施）")
