"""The points an item has earned by its scoring rule, in whole hundredths; computed, never published by itself."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.compute.pace import target_quantity
from generator.model.goal import AtMost, By
from generator.model.indicator import AssessedItem
from generator.model.progress import ProgressRow
from generator.model.scoring import AllOrNothing, Deduct, Lateness, ProRata, Slope, Tiers

_NOTHING = Decimal(0)


def score(item: AssessedItem, row: ProgressRow, day: date) -> int | None:
    """What an item earns by a row, judged on a day (the end of a quarter, or of the year).

    Whole steps count: each full unit short or over takes its points. A share is rounded half up to hundredths. None
    where the row does not tell: no figure, or something still to be done that is not yet overdue.
    """
    quantity, value = target_quantity(item), row.cumulative
    if quantity is None:
        return _of_deed(item, row.done_on, day)
    if value is None:
        return None
    return _of_figure(item, quantity, value)


def _of_deed(item: AssessedItem, done: date | None, day: date) -> int | None:
    """What is done or not: done in time it earns all; the bands of lateness or nothing afterwards."""
    limit = item.goal.by if isinstance(item.goal, By) else item.deadline
    late = ((done or day) - limit).days
    if done is None and late <= 0:
        return None
    if late <= 0:
        return item.points
    if isinstance(item.rule, Lateness):
        bands = sorted(item.rule.late, key=lambda band: band.days)
        off = next((band.deduct for band in bands if late <= band.days), item.points)
        return max(0, item.points - off)
    if done is not None and isinstance(item.rule, Deduct):
        return max(item.rule.floor, item.points - item.rule.deduct)
    return 0


def _of_figure(item: AssessedItem, quantity: Decimal, value: Decimal) -> int | None:
    limit = isinstance(item.goal, AtMost)
    short = max(_NOTHING, value - quantity if limit else quantity - value)
    match item.rule:
        case Deduct(deduct=off, floor=floor):
            return max(floor, item.points - int(short) * off)
        case AllOrNothing():
            return 0 if short else item.points
        case ProRata():
            return item.points if not short else _rounded(item.points * value / quantity)
        case Tiers():
            return _of_tiers(item.rule, quantity, value)
        case Slope(slope=slope):
            below = slope.zero_below is not None and value < slope.zero_below and not limit
            return 0 if below else max(0, item.points - int(short / slope.each) * slope.deduct)
        case _:
            return None


def _of_tiers(rule: Tiers, quantity: Decimal, value: Decimal) -> int:
    reached = [tier.points for tier in rule.tiers if value >= tier.at_least]
    earned = max(reached, default=0)
    if rule.bonus is None or value <= quantity:
        return earned
    return earned + min(rule.bonus.limit, int((value - quantity) / rule.bonus.each) * rule.bonus.add)


def _rounded(hundredths: Decimal) -> int:
    return int(hundredths.quantize(Decimal(1), ROUND_HALF_UP))
