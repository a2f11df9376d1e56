"""The figures of a scoring rule cannot be right beside the points of its target.

Why:
    计分规则的数字不成立。
    扣的分不能是 0，也不能超过这一项的分值；最低得分要低于分值；分档的最高一档给满分，档次越高得分越多；
    逾期越久扣分越多。不然算出来的得分会超过分值，或者怎样做都一样。

Bad:
    points: 1.50
    rule: {tiers: [{at_least: 100, points: 1.00}, {at_least: 80, points: 0.50}]}   # 最高一档不是满分

Good:
    points: 1.50
    rule: {tiers: [{at_least: 100, points: 1.50}, {at_least: 80, points: 0.50}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.indicator import AssessedItem
from generator.model.scalars import points_text
from generator.model.scoring import Bonus, Deduct, LateBand, Lateness, Slope, SlopeBand, Tiers
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Hold the figures of every scoring rule against the points of its target."""
    for year in dossier.years.values():
        for item in year.items:
            for finding in _findings(item):
                yield finding._replace(message=f"{item.id}：{finding.message}")


def _findings(item: AssessedItem) -> Iterator[Finding]:
    match item.rule:
        case Deduct() as rule:
            yield from _amount(rule, item.points)
            if rule.floor >= item.points:
                message = (
                    f"最低得 {points_text(rule.floor)} 分，不低于分值 {points_text(item.points)}，等于不扣"
                )
                yield Finding(message, rule.place("floor"), "最低得分应低于分值；扣完为止的不写 floor")
        case Tiers() as rule:
            yield from _tiers(rule, item.points)
            if rule.bonus is not None:
                yield from _bonus(rule.bonus)
        case Slope(slope=band):
            yield from _amount(band, item.points)
            if band.each == 0:
                yield Finding("“每低多少”的数是 0", band.place("each"), "每低 1 个百分点写 each: 1")
        case Lateness() as rule:
            yield from _lateness(rule, item.points)


def _tiers(rule: Tiers, points: int) -> Iterator[Finding]:
    ordered = sorted(rule.tiers, key=lambda tier: tier.at_least)
    for lower, tier in pairwise(ordered):
        if tier.at_least == lower.at_least:
            yield Finding(f"{tier.at_least} 这一档写了两次", tier.place("at_least"), "每档写一次")
        elif tier.points <= lower.points:
            yield Finding(
                f"达到 {tier.at_least} 得 {points_text(tier.points)} 分，"
                f"不多于达到 {lower.at_least} 的 {points_text(lower.points)} 分",
                tier.place("points"),
                "档次越高，得分越多",
            )
    top = ordered[-1]
    if top.points != points:
        message = f"最高一档得 {points_text(top.points)} 分，这一项的分值是 {points_text(points)}"
        yield Finding(message, top.place("points"), "最高一档给满分")


def _bonus(bonus: Bonus) -> Iterator[Finding]:
    if bonus.each == 0:
        yield Finding("“每超过多少”的数是 0", bonus.place("each"), "每多 1 件写 each: 1")
    if bonus.add == 0:
        yield Finding("加 0 分等于不加", bonus.place("add"), "填上加分，或删去 bonus")
    if bonus.add > bonus.limit:
        message = f"每次加 {points_text(bonus.add)} 分，最多却只加 {points_text(bonus.limit)} 分"
        yield Finding(message, bonus.place("limit"), "加分的上限不低于每次所加的分")


def _lateness(rule: Lateness, points: int) -> Iterator[Finding]:
    for band in rule.late:
        yield from _amount(band, points)
        if band.days == 0:
            yield Finding("逾期 0 天就是没有逾期", band.place("days"), "逾期天数从 1 起")
    for before, band in pairwise(rule.late):
        if band.days <= before.days:
            message = f"逾期 {band.days} 天一档排在 {before.days} 天之后"
            yield Finding(message, band.place("days"), "按天数从少到多排列")
        elif band.deduct <= before.deduct:
            message = f"逾期 {band.days} 天扣 {points_text(band.deduct)} 分，不多于逾期 {before.days} 天的"
            yield Finding(message, band.place("deduct"), "逾期越久，扣分越多")


def _amount(band: Deduct | SlopeBand | LateBand, points: int) -> Iterator[Finding]:
    if band.deduct == 0:
        yield Finding("扣 0 分等于不扣", band.place("deduct"), "填上要扣的分")
    elif band.deduct > points:
        message = f"扣 {points_text(band.deduct)} 分，超过这一项的分值 {points_text(points)}"
        yield Finding(message, band.place("deduct"), "扣分不超过分值")
