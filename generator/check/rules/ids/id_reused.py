"""Two indicators or targets of one year have the same id, or ids that differ only in a leading zero.

Why:
    编号用了两次。
    编号是永久的，网页地址、进度、审批都靠它；两项同号，就分不清说的是哪一项。只差前面一个 0（ZD01-1 与 ZD01-01）
    也容易看错，同样不许。

Bad:
    targets:
      - id: ZD01-1
      - id: ZD01-1

Good:
    targets:
      - id: ZD01-1
      - id: ZD01-2
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Single, Target
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for an id met before in the same year."""
    for year in dossier.years.values():
        met: dict[tuple[str, int], Composite | Single | Target] = {}
        for each in _identified(year):
            head, _, number = each.id.partition("-")
            earlier = met.setdefault((head, int(number or 0)), each)
            if earlier is not each:
                same = "" if earlier.id == each.id else f"（写作 {earlier.id}）"
                at = earlier.place("id")
                message = f"编号 {each.id} 已经用过{same}，在 {at.file}:{at.line}"
                yield Finding(message, each.place("id"), "给新的一项没有用过的编号，不要改动旧的")


def _identified(year: Year) -> Iterator[Composite | Single | Target]:
    for indicator in year.indicators:
        yield indicator
        if isinstance(indicator, Composite):
            yield from indicator.targets
