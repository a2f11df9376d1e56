"""A circular names a prose file that is not there.

Why:
    公文的文稿文件没有找到。
    公文的正文写在 content/<年份>/ 下的 Markdown 文件里；文件名写错或文件没有放进来，公文就没有内容。

Bad:
    body: content/2021/7/notcie.md

Good:
    body: content/2021/7/notice.md
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the prose of every circular and of its enclosure."""
    for year in dossier.years.values():
        for circular in year.papers:
            for record in (circular, circular.enclosure):
                if record is not None and record.body not in dossier.prose:
                    hint = nearest(record.body, dossier.prose, "content/ 下当年的文件夹")
                    yield Finding(f"没有读到文稿 {record.body}", record.place("body"), hint)
