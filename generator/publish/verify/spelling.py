"""How a value of the data may be written where it is shown, whoever prints it: every spelling that means just this value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.model.goal import AtLeast, AtMost, By, Done, Exactly, Goal, Rate
from generator.model.scalars import points_text, quantity_text

Spellings = frozenset[str]
"""Without spaces; the empty one is a cell left empty."""

NOTHING: Spellings = frozenset({"", "—", "-", "无"})
_SPACE = re.compile(r"[\s\u00ad\u200b\ufeff]+")
_IDLE = re.compile(r"\.0+(?=\D|$)|(\.\d*?[1-9])0+(?=\D|$)")


def squeezed(text: str) -> str:
    """A text without spaces and line ends, as two ways of setting it have in common."""
    return _SPACE.sub("", text)


def words(text: str | None) -> Spellings:
    """A text, to the letter."""
    return frozenset({squeezed(text)}) if text else NOTHING


def names(listed: Iterable[str]) -> Spellings:
    """Some names in their order."""
    found = tuple(listed)
    return frozenset({squeezed("、".join(found)), squeezed(",".join(found))}) if found else NOTHING


def points(hundredths: int) -> Spellings:
    """Points (分), with or without idle zeros and their unit."""
    exact = points_text(hundredths)
    return _with_unit({exact, quantity_text(Decimal(exact))}, "分")


def count(number: int) -> Spellings:
    """A number of things."""
    return _with_unit({str(number)}, "项") | (NOTHING if number == 0 else frozenset())


def quantity(number: Decimal | None, unit: str = "") -> Spellings:
    """A quantity, with or without its unit."""
    return NOTHING if number is None else _with_unit({quantity_text(number)}, unit)


def drawn(number: Decimal | None) -> Spellings:
    """A quantity as a chart has room for: to a tenth."""
    return NOTHING if number is None else quantity(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def day(value: date | None) -> Spellings:
    """A calendar day: in full, or without the year where that is plain."""
    if value is None:
        return NOTHING
    short = f"{value.month}月{value.day}日"
    full = full_day(value)
    return frozenset({value.isoformat(), full, short, f"{short}前", f"{full}前"})


def full_day(value: date) -> str:
    """A calendar day in full, as documents write it."""
    return f"{value.year}年{value.month}月{value.day}日"


def yes(value: bool) -> Spellings:  # noqa: FBT001  # the value itself
    """Yes or no, as data for programs have it."""
    return frozenset({str(value).lower(), "是" if value else "否"})


def share(part: int, whole: int) -> Spellings:
    """A part of a whole in per cent, rounded half up."""
    if whole == 0:
        return NOTHING
    return frozenset({f"{(200 * part + whole) // (2 * whole)}%"}) | (NOTHING if part == 0 else frozenset())


def goal(value: Goal) -> Spellings:
    """What is to be reached."""
    match value:
        case AtLeast():
            return frozenset({f"不少于{quantity_text(value.at_least)}{value.unit}"})
        case AtMost():
            return frozenset(
                {f"{'不超过' if value.at_most else ''}{quantity_text(value.at_most)}{value.unit}"}
            )
        case Exactly():
            return frozenset({f"{quantity_text(value.exactly)}{value.unit}"})
        case Rate():
            return frozenset({f"{'不低于' if value.rate < 100 else ''}{quantity_text(value.rate)}%"})
        case Done():
            return frozenset({"完成"})
        case By():
            return frozenset(f"{spelt}完成" for spelt in day(value.by) if spelt.endswith("前"))


def reached(value: Goal, cumulative: Decimal | None, done_on: date | None) -> Spellings:
    """What was reported of a goal."""
    if done_on is not None:
        return frozenset(f"{spelt}完成" for spelt in day(done_on)) | (
            NOTHING if cumulative is None else frozenset()
        )
    return quantity(cumulative, "%" if isinstance(value, Rate) else getattr(value, "unit", ""))


def plain_number(text: str) -> str:
    """A figure as a program may have stored it, without idle zeros: 0.60 is 0.6, 3.0 is 3."""
    return _IDLE.sub(lambda match: match[1] or "", text)


def _with_unit(numbers: Iterable[str], unit: str) -> Spellings:
    return frozenset(f"{number}{after}" for number in numbers for after in {"", squeezed(unit)})
