"""Numbers of persons that are broken: by the end of a line in a narrow column or a PDF, or over the cells of a table.

Figures that merely follow one another must not make a number. So an ID number counts only if its digits make one to the
check character, in two pieces; in its own three parts, digit by digit, and a mobile number only where a word announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.compute.personal_kinds import DIGITS, SPACES, Kind, Personal, in_figures
from generator.compute.personal_numbers import is_identity_number, is_mobile_number, within_a_code

_BREAK = rf"[{SPACES}\"']{{0,3}}[\r\n,，;；|][\s\"'|]{{0,8}}"
_LONG = re.compile(f"[{DIGITS}]{{8,}}[Xx]?")
_PIECE_BEFORE = re.compile(rf"(?<![{DIGITS}.])([{DIGITS}]{{1,9}}){_BREAK}\Z")
_PIECE_AFTER = re.compile(rf"{_BREAK}([{DIGITS}]{{1,9}}[Xx]?|[Xx])(?![{DIGITS}A-Za-z.])")
_REACH = 24
_PARTS = (6, 8, 4)
"""Of an ID number: where it was first given, day of birth, serial number with check character."""
_ONE_BY_ONE = re.compile(rf"[{DIGITS}](?:{_BREAK}[{DIGITS}]){{16,}}{_BREAK}[{DIGITS}Xx]")
_IDENTITY_SIGN = "身份"
_ANNOUNCED = re.compile(
    rf"(?:手机|电话|联系|微信)[^{DIGITS}]{{0,12}}([1１](?:(?:{_BREAK}|[{SPACES}]{{0,3}})[{DIGITS}]){{10}})(?![{DIGITS}])"
)
_MOBILE_PARTS = (3, 4, 4)
_AT_BREAK = re.compile(_BREAK)


def broken_identity(text: str, run: re.Match[str]) -> Iterator[Personal]:
    """The ID number of which a run of digits of a text is the longer piece."""
    for start, end in _long_pieces(run.group()):
        yield from _around(text, run.start() + start, run.start() + end)


def broken_numbers(text: str) -> Iterator[Personal]:
    """The ID numbers of a text that are broken digit by digit, and the mobile numbers that are announced and broken."""
    for row in _ONE_BY_ONE.finditer(text) if _IDENTITY_SIGN in text else ():
        digits = "".join(in_figures(one) for one in _AT_BREAK.split(row.group()))
        if is_identity_number(digits):
            yield Personal(Kind.IDENTITY, *row.span(), digits)
    for told in _ANNOUNCED.finditer(text):
        pieces = [in_figures(re.sub(f"[{SPACES}]", "", one)) for one in _AT_BREAK.split(told[1])]
        number, shape = "".join(pieces), tuple(map(len, pieces))
        if is_mobile_number(number) and (len(pieces) == 2 or shape == _MOBILE_PARTS):
            yield Personal(Kind.MOBILE, *told.span(1), number)


@lru_cache(maxsize=4096)
def _long_pieces(run: str) -> tuple[tuple[int, int], ...]:
    """Where in a run of digits many follow one another without a gap; what most runs are is a day, told often."""
    return tuple(long.span() for long in _LONG.finditer(run))


def _around(text: str, start: int, end: int) -> Iterator[Personal]:
    """The ID number that a long piece makes with what stands before it, after it, or both."""
    before = _PIECE_BEFORE.search(text, max(0, start - _REACH), start)
    after = _PIECE_AFTER.match(text, end)
    own = (start, end)
    first = (before.span(1),) if before else ()
    last = (after.span(1),) if after else ()
    for spans in dict.fromkeys(((*first, own), (own, *last), (*first, own, *last))):
        pieces = [text[begin:stop] for begin, stop in spans]
        number = in_figures("".join(pieces))
        in_parts = tuple(map(len, pieces)) == _PARTS and _IDENTITY_SIGN in text
        if (len(pieces) == 2 or in_parts) and is_identity_number(number):
            whole = (spans[0][0], spans[-1][1])
            if not within_a_code(text, *whole):
                yield Personal(Kind.IDENTITY, *whole, number)
