"""A scoring rule cannot be applied to the goal that it stands beside.

Why:
    计分规则与目标值对不上。
    得分由规则按目标值计算，两者要配得起来：

    - 逾期分档（late）只配有日期的目标（by）；按比例（pro_rata）、分档（tiers）、每低多少扣分（slope）只配有数量或比率的
      目标（at_least、exactly、rate）；不超过多少（at_most）只能逐次扣分或全有全无；
    - 逐次扣分的 per 与目标值的 unit 是同一个单位；
    - 分档的最高一档正好是目标值，不得分的界线（zero_below）低于目标值。

Bad:
    goal: {at_most: 0, unit: 起}
    rule: {pro_rata: yes}              # 不超过多少，没有比例可算

Good:
    goal: {at_most: 0, unit: 起}
    rule: {deduct: 0.50, per: 起}
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.goal import AtLeast, AtMost, By, Done, Exactly, Rate
from generator.model.indicator import AssessedItem
from generator.model.record import Record
from generator.model.scoring import AllOrNothing, Deduct, Lateness, ProRata, Slope, Tiers
from generator.problem import Level

LEVEL = Level.ERROR

_OF_QUANTITIES = (Deduct, ProRata, AllOrNothing, Tiers, Slope)
_FITTING = {
    AtLeast: _OF_QUANTITIES,
    Exactly: _OF_QUANTITIES,
    Rate: _OF_QUANTITIES,
    AtMost: (Deduct, AllOrNothing),
    Done: (Deduct, AllOrNothing),
    By: (Deduct, AllOrNothing, Lateness),
}


def check(dossier: Dossier) -> Iterator[Finding]:
    """Hold every scoring rule against the goal of its target."""
    for year in dossier.years.values():
        for item in year.items:
            for finding in _findings(item):
                yield finding._replace(message=f"{item.id}：{finding.message}")


def _findings(item: AssessedItem) -> Iterator[Finding]:
    fitting = _FITTING[type(item.goal)]
    if not isinstance(item.rule, fitting):
        message = f"目标值是 {_key(item.goal)}，不能用 {_key(item.rule)} 计分"
        hint = "可以用：" + "、".join(_key_of(idiom) for idiom in fitting)
        yield Finding(message, item.place("rule"), hint)
        return
    match item.goal:
        case AtLeast(at_least=quantity) | Exactly(exactly=quantity):
            yield from _against(quantity, item)
        case Rate(rate=rate):
            yield from _against(rate, item)
    unit = getattr(item.goal, "unit", None)
    if isinstance(item.rule, Deduct) and unit not in (None, item.rule.per):
        message = f"按“{item.rule.per}”扣分，目标值的单位却是“{unit}”"
        yield Finding(message, item.rule.place("per"), "两处写同一个单位")
    if isinstance(item.rule, Tiers) and item.rule.bonus is not None and isinstance(item.goal, Exactly):
        message = "目标值是正好多少，没有“超过”可以加分"
        yield Finding(message, item.rule.place("bonus"), "删去 bonus，或改用 at_least")


def _against(goal: Decimal, item: AssessedItem) -> Iterator[Finding]:
    """The figures of a rule that are measured as the goal is."""
    match item.rule:
        case Tiers(tiers=tiers):
            top = max(tiers, key=lambda tier: tier.at_least)
            if top.at_least != goal:
                message = f"最高一档是 {top.at_least}，目标值是 {goal}"
                yield Finding(message, top.place("at_least"), "达到目标值的一档给满分；超过的用 bonus 加分")
        case Slope(slope=band) if band.zero_below is not None and band.zero_below >= goal:
            message = f"低于 {band.zero_below} 不得分，目标值却是 {goal}，中间没有可以扣分的余地"
            hint = "不得分的界线应低于目标值；达不到就不得分的，用 all_or_nothing"
            yield Finding(message, band.place("zero_below"), hint)


def _key(record: Record) -> str:
    return _key_of(type(record))


def _key_of(kind: type[Record]) -> str:
    """The key that tells a kind of goal or an idiom: the first of its fields."""
    return next(iter(kind.model_fields))
