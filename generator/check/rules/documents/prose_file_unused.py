"""A prose file of a year is printed by no circular.

Why:
    有文稿没有被任何公文使用。
    content/<年份>/ 下的文稿只有被当年的公文引用（body）才会印出来；放在那里而没有引用，改了也不起作用。

Bad:
    content/2021/7/plan-old.md      # 旧稿，没有公文写它

Good:
    enclosure:
      title: 绩效评估工作方案
      body: content/2021/7/plan.md
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level, Place

LEVEL = Level.WARNING


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find prose that no circular names."""
    used = {file for year in dossier.years.values() for file in year.prose_files}
    for file in dossier.prose:
        if file not in used:
            yield Finding("没有公文使用这份文稿", Place(file), "在公文的 body 里写上它，或把它移走")
