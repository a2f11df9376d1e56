"""Working days of the real calendar: weekends, public holidays and the weekends worked in their stead."""

from __future__ import annotations

from datetime import date, timedelta

from chinese_calendar import is_workday  # type: ignore[import-untyped]  # it has no types

PUBLICATION = 20
"""Within how many working days what is to be disclosed must be (政府信息公开条例, 第二十六条)."""


def after_working_days(start: date, days: int) -> date | None:
    """The working day that is the given number of them after a day, which itself does not count.

    None where the calendar of the year in question has not been announced.
    """
    found = start
    try:
        while days:
            found += timedelta(days=1)
            days -= is_workday(found)
    except NotImplementedError:
        return None
    return found


def publication_due(created: date) -> date | None:
    """The last day on which something created on this day may be published; None where no calendar says."""
    return after_working_days(created, PUBLICATION)


def working_days_left(on: date, day: date) -> int | None:
    """How many working days come after one day, up to and with another; None where no calendar says."""
    try:
        return sum(bool(is_workday(on + timedelta(days=step))) for step in range(1, (day - on).days + 1))
    except NotImplementedError:
        return None
