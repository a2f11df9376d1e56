"""A target's id is not its indicator's id with a number after it.

Why:
    目标的编号不在它的一级指标之下。
    目标编号是一级指标编号加横线和序号（ZD01 下是 ZD01-1、ZD01-2）；一级指标自己的编号不带横线。
    从别的文件复制过来而忘了改编号，会使进度记到别的目标上。

Bad:
    id: ZD02
    targets:
      - id: ZD01-1

Good:
    id: ZD02
    targets:
      - id: ZD02-1
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.indicator import Composite
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare every target's id with its indicator's."""
    for year in dossier.years.values():
        for indicator in year.indicators:
            if not isinstance(indicator, Composite):
                continue
            for target in indicator.targets:
                if not target.id.startswith(f"{indicator.id}-"):
                    yield Finding(
                        f"编号 {target.id} 不在一级指标 {indicator.id} 之下",
                        target.place("id"),
                        f"写成 {indicator.id}-1 的样子，横线后是序号",
                    )
