"""How figures, days and goals are put in words: one way, used by every view."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.goal import AtLeast, AtMost, By, Done, Exactly, Goal, Rate

NONE = "—"
"""What is printed where a fact is not known or does not apply."""


def points(hundredths: int) -> str:
    """Points in running text, without idle zeros: 4500 is 45, 150 is 1.5."""
    return (
        f"{Decimal(hundredths) / 100:f}".rstrip("0").rstrip(".")
        if hundredths % 100
        else str(hundredths // 100)
    )


def points_column(hundredths: int) -> str:
    """Points in a column, always to the hundredth, so that the decimal points stand below each other."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def count(number: int) -> str:
    """A count in a column; nothing to count is a dash."""
    return str(number) if number else NONE


def day(value: date) -> str:
    """A day as documents write it (GB/T 15835): 2019年8月29日."""
    return f"{value.year}年{value.month}月{value.day}日"


def day_in_year(value: date) -> str:
    """A day in a table whose year is plain from its heading: 9月30日."""
    return f"{value.month}月{value.day}日"


def goal(value: Goal, plain_year: int | None = None) -> str:
    """What is to be reached: 不少于100场, 不超过3起, 4次, 不低于98%, 完成, 2019年6月30日前完成.

    A day in `plain_year`, which is plain from a table's heading, is printed without its year.
    """
    match value:
        case AtLeast():
            return f"不少于{number(value.at_least)}{value.unit}"
        case AtMost():
            return f"{'不超过' if value.at_most else ''}{number(value.at_most)}{value.unit}"
        case Exactly():
            return f"{number(value.exactly)}{value.unit}"
        case Rate():
            return f"{'不低于' if value.rate < 100 else ''}{number(value.rate)}%"
        case Done():
            return "完成"
        case By():
            by = day_in_year(value.by) if value.by.year == plain_year else day(value.by)
            return f"{by}前完成"


def reached(
    value: Goal, cumulative: Decimal | None, done_on: date | None, plain_year: int | None = None
) -> str:
    """What was reported of a goal, as `goal` puts what is to be reached: 80场, 97.5%, 6月28日完成; a dash if nothing.

    A day in `plain_year` is printed without its year.
    """
    if done_on is not None:
        return f"{day_in_year(done_on) if done_on.year == plain_year else day(done_on)}完成"
    if cumulative is None:
        return NONE
    unit = "%" if isinstance(value, Rate) else getattr(value, "unit", "")
    return f"{number(cumulative)}{unit}"


def shortened(text: str, length: int) -> str:
    """The beginning of a text for a title or a description: at most so many characters, cut with …."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip("，、；：。") + "…"


def number(value: Decimal) -> str:
    """A quantity without idle zeros: 98.50 is 98.5."""
    return f"{value.normalize():f}"
