"""The published sentence on scoring does not say what the rule computes.

Why:
    计分办法一句与计分规则对不上。
    公布的是 scoring 这句话，计算用的是 rule；规则里的每个数都要写在句子里，句子里的每个“几分”也要出自规则。
    一句没有数字的，要说明怎样算：按比例得分写明比例或折算，全有全无写明不得分。

Bad:
    scoring: 每发生1起扣0.3分，扣完为止。
    rule: {deduct: 0.50, per: 起}

Good:
    scoring: 每发生1起扣0.5分，扣完为止。
    rule: {deduct: 0.50, per: 起}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.figures import figures
from generator.model.indicator import AssessedItem
from generator.model.scalars import points_text
from generator.model.scoring import AllOrNothing, Deduct, Lateness, ProRata, Slope, Tiers
from generator.problem import Level

LEVEL = Level.ERROR

_POINTS = re.compile(r"\s*分(?![之点钟管类级别])")
_STEP = re.compile("每([^，。；每]*?)[扣加]")
_PRO_RATA = re.compile("比例|折算|百分比|完成率")
_NOTHING = re.compile(
    "不得分|不予得分|不计分|不给分|零分|(?<![0-9.])0分|全部扣除|扣全部分|扣除全部|才得分|方可得分|方得"
)


class _Wanted(NamedTuple):
    """What the sentence must state: points (hundredths), other figures, a step (每几件), a unit, and words."""

    points: tuple[int, ...] = ()
    figures: tuple[Decimal, ...] = ()
    step: Decimal | None = None
    unit: str = ""
    words: tuple[str, re.Pattern[str]] | None = None


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the figures of every scoring sentence with those of the rule beside it."""
    for year in dossier.years.values():
        for item in year.items:
            faults = "；".join(_faults(item))
            if faults:
                yield Finding(
                    f"{item.id} 的计分办法与计分规则对不上：{faults}",
                    item.place("scoring"),
                    f"改正这句话，或改正第 {item.place('rule').line} 行的规则，使两处一致",
                )


def _faults(item: AssessedItem) -> Iterator[str]:
    wanted = _wanted(item)
    stated = list(figures(item.scoring))
    points = {100 * figure.value for figure in stated if _POINTS.match(figure.after)}
    others = {figure.value for figure in stated if not _POINTS.match(figure.after)}
    missing = [f"{points_text(each)}分" for each in wanted.points if each not in points]
    missing += [str(each) for each in wanted.figures if each not in others]
    if wanted.unit not in item.scoring:
        missing.append(f"“{wanted.unit}”")
    if wanted.words is not None and not wanted.words[1].search(item.scoring):
        missing.append(f"“{wanted.words[0]}”")
    if wanted.step is not None and not _steps(item.scoring, wanted.step):
        missing.append(f"“每{wanted.step}”")
    if missing:
        yield f"规则有{'、'.join(missing)}，句子里没有"
    strange = sorted(points - {*wanted.points, item.points, 0})
    if strange:
        yield f"句子里的{'、'.join(f'{each / 100:f}分' for each in strange)}，规则里没有"


def _wanted(item: AssessedItem) -> _Wanted:
    match item.rule:
        case Deduct(deduct=deduct, per=per, floor=floor):
            wanted = _Wanted((deduct, floor) if floor else (deduct,), step=Decimal(1), unit=per)
        case ProRata():
            wanted = _Wanted(words=("按比例", _PRO_RATA))
        case AllOrNothing():
            wanted = _Wanted(words=("不得分", _NOTHING))
        case Tiers(tiers=tiers, bonus=bonus):
            below_full = tuple(tier.points for tier in tiers if tier.points != item.points)
            wanted = _Wanted(below_full, tuple(tier.at_least for tier in tiers))
            if bonus is not None:
                wanted = wanted._replace(points=(*below_full, bonus.add, bonus.limit), step=bonus.each)
        case Slope(slope=band):
            bounds = () if band.zero_below is None else (band.zero_below,)
            wanted = _Wanted((band.deduct,), bounds, band.each)
        case Lateness(late=bands):
            points = tuple(band.deduct for band in bands)
            wanted = _Wanted(points, tuple(Decimal(band.days) for band in bands))
    return wanted


def _steps(sentence: str, step: Decimal) -> bool:
    """Tell whether the sentence counts by this step; one may stay unsaid (每起扣0.5分)."""
    stated = [{figure.value for figure in figures(part)} for part in _STEP.findall(sentence)]
    return any(step in values or (step == 1 and not values) for values in stated)
