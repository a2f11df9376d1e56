"""A category declares a number of indicators or targets that the data does not have.

Why:
    写明的个数与实有的不一致。
    方案里“设定一级指标若干项”的数字印在公文上，多一项、少一项都会让公文失实。提示里列出计入的每一项和所在的文件、行，
    少了哪项、多了哪项一看便知。

Bad:
    - id: key
      name: 重点任务
      indicators: 12   # 实有 11 个文件

Good:
    - id: key
      name: 重点任务
      indicators: 11
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.indicator import Composite, Indicator
from generator.model.plan import Category
from generator.problem import Level, Place

LEVEL = Level.ERROR


class _Addend(NamedTuple):
    name: str
    number: int
    place: Place


class _Kind(NamedTuple):
    """What is counted: the key that declares it, and how many of it one indicator is."""

    key: str
    term: str
    of_indicator: Callable[[Indicator], int]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each declared count with what the category holds."""
    for year in dossier.years.values():
        terms = year.plan.terms
        kinds = (
            _Kind("indicators", terms.indicator, lambda _: 1),
            _Kind("targets", terms.target, _targets),
        )
        for category in year.plan.walk():
            for kind in kinds:
                yield from _compare(category, kind, year)


def _targets(indicator: Indicator) -> int:
    return len(indicator.targets) if isinstance(indicator, Composite) else 0


def _compare(category: Category, kind: _Kind, year: Year) -> Iterator[Finding]:
    declared = _declared(category, kind)
    if declared is None:
        return
    addends = tuple(_addends(category, kind, year))
    total = sum(addend.number for addend in addends)
    if total == declared:
        return
    difference = f"少 {declared - total} 项" if total < declared else f"多 {total - declared} 项"
    yield Finding(
        f"“{category.name}”写明{kind.term} {declared} 项，实有 {total} 项，{difference}",
        category.place(kind.key),
        _list(addends) if addends else "下面一项也没有",
    )


def _addends(category: Category, kind: _Kind, year: Year) -> Iterator[_Addend]:
    """The categories within, by what each declares if it does, and the indicators held directly."""
    for inner in category.categories:
        declared = _declared(inner, kind)
        place = inner.place() if declared is None else inner.place(kind.key)
        yield _Addend(inner.name, _counted(inner, kind, year) if declared is None else declared, place)
    for indicator in year.held_by(category):
        if number := kind.of_indicator(indicator):
            yield _Addend(indicator.id, number, indicator.place("id"))


def _counted(category: Category, kind: _Kind, year: Year) -> int:
    return sum(addend.number for addend in _addends(category, kind, year))


def _declared(category: Category, kind: _Kind) -> int | None:
    declared: int | None = getattr(category, kind.key)
    return declared


def _list(addends: Iterable[_Addend]) -> str:
    return "计入的是：" + "、".join(
        f"{name}{'' if number == 1 else f' {number} 项'}（{place.file}:{place.line}）"
        for name, number, place in addends
    )
