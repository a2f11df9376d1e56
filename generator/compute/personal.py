"""Personal data in a text: ID numbers, mobile numbers, bank cards, travel documents, mail addresses, home addresses.

What is found is only ever shown masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.personal_breaks import broken_identity, broken_numbers
from generator.compute.personal_kinds import DIGITS, Kind, Personal, digit_runs, plain
from generator.compute.personal_numbers import numbers
from generator.compute.travel_documents import taiwan_permits, travel_document

_MAIL_HOST = re.compile(r"[@＠][A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9])")
_MAIL_NAME = re.compile(r"[A-Za-z0-9._%+\-]+\Z")
_NAME_REACH = 64
_HAN = "[一-鿿]"
_ADDRESS = rf"{_HAN}{{2}}[一-鿿{DIGITS}\-—]{{4,}}"
_HOME_SAID = re.compile(
    rf"(?:家庭住址|家庭地址|现住址|常住地址|户籍地址|户籍所在地|住址)[是为]?[:：]?\s*{_ADDRESS}|家住{_ADDRESS}"
)
_SAID_SIGNS, _ROOM_SIGNS = ("住", "户籍", "家庭地址"), ("栋", "幢", "座", "号楼")
"""Without any of these a text holds no home: looking for them is ten times as fast."""
_HOME_ROOM = re.compile(rf"(?:(?<=[{DIGITS}])[栋幢座]|号楼)(?:[{DIGITS}]+单元)?[{DIGITS}]{{1,4}}[室房号]")


def personal(text: str) -> Iterator[Personal]:
    """Find all personal data in a text, each once: what stands in runs of digits first, then kind by kind."""
    for run in digit_runs(text):
        yield from numbers(text, run)
        yield from broken_identity(text, run)
        yield from travel_document(text, run)
    yield from broken_numbers(text)
    yield from taiwan_permits(text)
    for host in _MAIL_HOST.finditer(text):
        name = _MAIL_NAME.search(text[max(0, host.start() - _NAME_REACH) : host.start()])
        if name:
            start = host.start() - len(name.group())
            yield Personal(Kind.MAIL, start, host.end(), plain(text[start : host.end()]))
    for pattern, signs in ((_HOME_SAID, _SAID_SIGNS), (_HOME_ROOM, _ROOM_SIGNS)):
        for home in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            yield Personal(Kind.HOME, *home.span(), plain(home.group()))


def masked(text: str) -> str:
    """A text as it may be shown: with the personal data in it masked."""
    edge = len(text)
    for found in sorted(personal(text), key=lambda one: one.start, reverse=True):
        text = f"{text[: found.start]}{found.masked}{text[min(found.end, edge) :]}"
        edge = found.start
    return text


def plainly(text: str) -> str:
    """A number, an address as `personal` finds it: without the marks between its digits, in plain characters."""
    found = next(personal(text), None)
    return found.plain if found is not None else plain(text)
