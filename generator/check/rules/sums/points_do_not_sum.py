"""The points of a plan, a category or an indicator are not the sum of what it holds.

Why:
    写明的分值与下面各项的合计不一致。
    分值逐级相加，必须一分不差：一级指标等于其下目标之和，分类等于其下各项之和，总分等于各大类之和。差一分，全年得分就算不对，
    公文、网站、公示栏上的数字也会互相矛盾。提示里列出每一个加数和它所在的文件、行。

Bad:
    id: ZD01
    points: 3.00
    targets:
      - id: ZD01-1
        points: 1.50
      - id: ZD01-2
        points: 1.55

Good:
    id: ZD01
    points: 3.00
    targets:
      - id: ZD01-1
        points: 1.50
      - id: ZD01-2
        points: 1.50
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.indicator import Composite, Single, Target
from generator.model.plan import Category, Plan
from generator.model.scalars import points_text
from generator.problem import Level

LEVEL = Level.ERROR

_Addend = Category | Composite | Single | Target


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the plan with its categories, every category with what it holds, every indicator with its targets."""
    for year in dossier.years.values():
        yield from _compare(year.plan, year.plan.categories)
        for category in year.plan.walk():
            yield from _compare(category, (*category.categories, *year.held_by(category)))
        for indicator in year.indicators:
            if isinstance(indicator, Composite):
                yield from _compare(indicator, indicator.targets)


def _compare(whole: Plan | Category | Composite, addends: Sequence[_Addend]) -> Iterator[Finding]:
    total = sum(addend.points for addend in addends)
    if whole.points is None or total == whole.points:
        return
    more_or_less = "少" if total < whole.points else "多"
    yield Finding(
        f"{_named(whole)}写明 {points_text(whole.points)} 分，下面 {len(addends)} 项合计 {points_text(total)} 分，"
        f"{more_or_less} {points_text(abs(total - whole.points))} 分",
        whole.place("points"),
        f"各项是：{'、'.join(map(_listed, addends))}" if addends else "下面一项也没有：补上各项，或删去它",
    )


def _named(whole: Plan | Category | Composite) -> str:
    match whole:
        case Plan():
            return f"“{whole.title}”"
        case Category():
            return f"“{whole.name}”"
        case Composite():
            return f"{whole.id}“{whole.name}”"


def _listed(addend: _Addend) -> str:
    name = addend.name if isinstance(addend, Category) else addend.id
    place = addend.place("points")
    return f"{name} {points_text(addend.points)}（{place.file}:{place.line}）"
