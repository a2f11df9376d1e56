"""Every date that is published comes from the data, or follows from them; none from a clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.load.refusals import Refusal
from generator.publish.reading.files import File
from generator.publish.scans.facts import Facts, days_in
from generator.publish.scans.registry import Flaw

REFUSAL = Refusal(
    "invented_date",
    "要发布的文件里有数据里没有的日期。日期一律来自数据，不取当天的日期：伪造发稿日期是单项否决（国办秘函〔2019〕19号）；"
    "办理期限由数据里的日期推算。",
    '<meta name="PubDate" content="（生成的那一天）">',
    "数据里写明的发布日期；还没有的，不写",
)
_STAMP = re.compile(
    r"D:([0-9]{4})([0-9]{2})([0-9]{2})|(?:DTSTAMP|CREATED|LAST-MODIFIED):([0-9]{4})([0-9]{2})([0-9]{2})T"
)
_STAMPED = ("D:", "DTSTAMP:", "CREATED:", "LAST-MODIFIED:")
"""Without any of these a text holds no stamp: looking for them is ten times as fast."""
_HINT = "日期写进数据，不由程序来取；是程序生成的，请告诉维护人员"


def look(file: File, facts: Facts) -> Iterator[Flaw]:
    """Find dates that the data know nothing of, in what was made from these data."""
    if file.output not in facts.fresh or file.kind in ("css", "js"):
        return
    told: set[date] = set(facts.days)
    for where, text in file.texts:
        for start, day in (*days_in(text), *_stamps(text)):
            if day not in told:
                told.add(day)
                line = 1 if where else text.count("\n", 0, start) + 1
                message = f"{day:%Y-%m-%d} 这个日期，数据里没有" + (f"（{where}）" if where else "")
                yield Flaw(file.address, message, _HINT, line)


def _stamps(text: str) -> Iterator[tuple[int, date]]:
    """The stamps of PDF and of calendars, which write dates without marks between."""
    for match in _STAMP.finditer(text) if any(mark in text for mark in _STAMPED) else ():
        year, month, day = filter(None, match.groups())
        yield match.start(), date(int(year), int(month), int(day))
