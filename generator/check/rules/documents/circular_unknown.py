"""The plan names a circular that the bureau has not recorded.

Why:
    方案的文号没有对应的公文。
    plan.yml 写的文号，要在当年的 circulars 文件夹里有同一文号的公文；没有，就不知道这份方案由哪份文件印发。

Bad:
    circular: 某局〔2021〕7号     # circulars/ 里只有 某局〔2021〕8号

Good:
    circular: 某局〔2021〕8号
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the plan's circular among the year's."""
    for year in dossier.years.values():
        numbers = {circular.number for circular in year.circulars}
        number = year.plan.circular
        if number not in numbers:
            hint = nearest(number, numbers, f"{year.year} 年的 circulars 文件夹")
            yield Finding(f"没有文号是“{number}”的公文", year.plan.place("circular"), hint)
