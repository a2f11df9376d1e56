"""The figure of a goal is not in the target's text.

Why:
    目标值的数字没有写在目标内容里。
    公众看的是目标内容，计算用的是目标值；两处的数字要一致，否则公布的是一个数，考核的是另一个数。
    数字连同单位照写（100场、98%、6月30日）；每月、每季度、每半年做几次的，按全年次数折算；不许发生的（0 起）写明为零、
    不发生、杜绝等；全部做到的（100%）写明全部、全覆盖等。

Bad:
    text: 全年开展法治宣传活动不少于10场。
    goal: {at_least: 100, unit: 场}

Good:
    text: 全年开展法治宣传活动不少于100场。
    goal: {at_least: 100, unit: 场}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.figures import Figure, figures
from generator.model.goal import AtLeast, AtMost, By, Exactly, Rate
from generator.model.indicator import AssessedItem
from generator.problem import Level

LEVEL = Level.ERROR

_NOTHING = re.compile("零|〇|无|不|未|没有|杜绝|避免|防止|(?<![0-9.])0(?![0-9.])")
_ALL = re.compile("全部|全覆盖|全员|全数|全面|全程|均|应.尽|一律|逐一")
_PERIODS = (
    (re.compile("每个?月"), 12),
    (re.compile("每个?季度?"), 4),
    (re.compile("每半年|上下半年各|上、下半年各"), 2),
    (re.compile("每个?周"), 52),
)
_BETWEEN = "余多个名以上 "
"""What may stand between a figure and its unit (100余场, 3个以上单位)."""
_DAY = re.compile(
    r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[0-9]{1,2})[日号]|(?P<end>底|末))|(?P<half>上半年)|(?P<year>年底|年末|年内|全年)"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the figure of every goal in the text beside it."""
    for year in dossier.years.values():
        for item in year.items:
            wanted = _missing(item)
            if wanted is not None:
                key = next(iter(type(item.goal).model_fields))
                place = item.place("text")
                yield Finding(
                    f"{item.id} 的目标值是“{wanted}”，目标内容里却没有",
                    item.goal.place(key),
                    f"核对第 {place.line} 行的目标内容，把数字和单位写进去，或改正目标值",
                )


def _missing(item: AssessedItem) -> str | None:
    """The figure that should be in the text and is not, as it would be written."""
    goal, text = item.goal, item.text
    match goal:
        case AtLeast(at_least=quantity) | AtMost(at_most=quantity) | Exactly(exactly=quantity):
            found = _states(text, quantity, goal.unit)
            return None if found else f"{quantity}{goal.unit}"
        case Rate(rate=rate):
            return None if _states_rate(text, rate) else f"{rate}%"
        case By(by=day):
            found = _states_day(text, day, default=day == item.deadline)
            return None if found else f"{day.month}月{day.day}日"
        case _:
            return None


def _states(text: str, quantity: Decimal, unit: str) -> bool:
    if quantity == 0 and _NOTHING.search(text):
        return True
    times = {1} | {number for period, number in _PERIODS if period.search(text)}
    return any(
        figure.value * number == quantity and _counts(figure, unit)
        for figure in figures(text)
        for number in times
    )


def _counts(figure: Figure, unit: str) -> bool:
    """Tell whether a figure is followed by the unit, perhaps after 余 or 多."""
    if figure.percent:
        return unit in ("%", "％")
    return figure.after.startswith(unit) or figure.after.lstrip(_BETWEEN).startswith(unit)


def _states_rate(text: str, rate: Decimal) -> bool:
    stated = {figure.value for figure in figures(text) if figure.percent}
    return rate in stated or (rate == 100 and not stated and bool(_ALL.search(text)))


def _states_day(text: str, day: date, *, default: bool) -> bool:
    """Tell whether a text names the day; one that names no day at all leaves it to the deadline."""
    named = [_is(match, day) for match in _DAY.finditer(text)]
    return any(named) if named else default


def _is(match: re.Match[str], day: date) -> bool:
    month_ends = (day + timedelta(days=1)).day == 1
    if match["day"]:
        return (int(match["month"]), int(match["day"])) == (day.month, day.day)
    month = int(match["month"]) if match["month"] else 6 if match["half"] else 12
    return month_ends and month == day.month
