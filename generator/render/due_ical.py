"""What is due as an iCalendar file (RFC 5545): an entry for each thing on its day, with a reminder before it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.views.due import DueGroup, DueLine, DueList

_BEFORE = timedelta(days=-3, hours=9)
"""A reminder rings at nine in the morning, three days before."""


def due_ical(view: DueList) -> bytes:
    """The calendar; an entry keeps its identity from day to day, so that a newer file replaces an older one.

    What has no day has no entry, and what is overdue stands on the day it was due.
    """
    made = Calendar()
    made.add("prodid", "-//zhengben//due//ZH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{view.bureau}待办事项")
    for group in view.groups:
        for line in group.lines:
            if line.day is not None:
                made.add_component(_entry(view, group, line))
    return bytes(made.to_ical())


def _entry(view: DueList, group: DueGroup, line: DueLine) -> Event:
    entry = Event()
    entry.add("uid", f"{line.key}@zhengben")
    entry.add("dtstamp", datetime.combine(view.on, time(), UTC))
    entry.add("dtstart", line.day)
    entry.add("summary", "：".join(words for words in (line.who, line.what) if words))
    entry.add("description", f"{group.title}。{view.on.isoformat()}：{line.standing}。")
    entry.add("categories", [group.title])
    entry.add("transp", "TRANSPARENT")
    if not line.overdue:
        entry.add_component(_reminder(line))
    return entry


def _reminder(line: DueLine) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _BEFORE)
    alarm.add("description", line.what)
    return alarm
