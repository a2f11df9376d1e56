"""Numbers of persons in a text: 18-digit ID numbers, mobile numbers, bank cards.

Digits count in whatever form they are written (full-width, in circles, in Chinese), with spaces, hyphens or points
between them, and with characters of no width among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from generator.compute.personal_kinds import DIGIT, DIGITS, HAN_DIGITS, UNSEEN, Kind, Personal, in_figures

_GROUP = re.compile(
    rf"[{DIGITS}][{DIGITS}XxＸｘ{UNSEEN}]*|[{HAN_DIGITS}][{HAN_DIGITS}XxＸｘ{UNSEEN}]*|[XxＸｘ]"
)
_MIXED_GROUP = re.compile(rf"{DIGIT}[{DIGITS}{HAN_DIGITS}XxＸｘ{UNSEEN}]*|[XxＸｘ]")
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[0-9A-Za-z]*\Z"), re.compile("[0-9A-Za-z]*")
_WORD_REACH = 64

_MOBILE = re.compile("1[3-9][0-9]{9}")
_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 4, 2, 2), (1,) * 11}
_CALLING_CODE = re.compile("(?:0?0?86|0)(?=1[3-9][0-9]{9}$)")
_IDENTITY = re.compile("[1-8][0-9]{5}(?P<day>(?:19|20)[0-9]{6})[0-9]{3}[0-9Xx]")
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_WEIGHTS = tuple(2**power % 11 for power in range(17, 0, -1))
"""GB 11643-1999: the weight of each of the first 17 digits."""
_CARD = re.compile(
    "(?:62[0-9]{14,17}|(?:4[0-9]|5[1-5]|35|60|68|69|9[0-9])[0-9]{14}|(?:60|68|69|9[0-9])[0-9]{17})"
)
_GROUPS_AT_MOST = 6
_SHORTEST, _LONGEST = 11, 24


def numbers(text: str, run: re.Match[str]) -> Iterator[Personal]:
    """The numbers of persons in a run of digits of a text."""
    if run.end() - run.start() < _SHORTEST:
        return
    for number in _numbers(run.group()):
        start, end = run.start() + number.start, run.start() + number.end
        if not within_a_code(text, start, end):
            yield number._replace(start=start, end=end)


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an ID number: province, day of birth and check character (GB 11643-1999)."""
    match = _IDENTITY.fullmatch(number)
    if match is None or number[:2] not in _PROVINCES:
        return False
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def is_card_number(number: str) -> bool:
    """Whether 16 to 19 digits are a bank card's: an issuer's beginning and the check digit of Luhn."""
    if not _CARD.fullmatch(number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return sum(digits[::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0


def is_mobile_number(number: str) -> bool:
    """Whether 11 digits are a mobile number of the mainland."""
    return _MOBILE.fullmatch(number) is not None


def within_a_code(text: str, start: int, end: int) -> bool:
    """Whether the number is but a part of a word such as a digest: letters and other digits are fixed to it."""
    before = _LETTERS_BEFORE.search(text[max(0, start - _WORD_REACH) : start])
    after = _LETTERS_AFTER.match(text, end, end + _WORD_REACH)
    fixed = (before.group() if before else "") + (after.group() if after else "")
    return bool(fixed) and (not fixed.isalpha() or not fixed.lower().strip("abcdef"))


@lru_cache(maxsize=4096)
def _numbers(run: str) -> tuple[Personal, ...]:
    """What the digits of one run make. Where figures and Chinese digits meet, a number may end or go on."""
    found = _grouped(run, _GROUP)
    if run.isascii():
        return found
    mixed = (
        one
        for one in _grouped(run, _MIXED_GROUP)
        if all(one.start >= other.end or one.end <= other.start for other in found)
    )
    return (*found, *mixed)


def _grouped(run: str, group: re.Pattern[str]) -> tuple[Personal, ...]:
    """What the groups of digits of one run make: of those that begin with a group the longest, none within another."""
    groups = tuple(group.finditer(run))
    digits = tuple(in_figures(one.group()) for one in groups)
    found: list[Personal] = []
    taken = 0
    for first in range(len(groups)):
        for last in _ends(digits, first) if first >= taken else ():
            kind, plain = _number(digits[first:last])
            if kind is not None:
                found.append(Personal(kind, groups[first].start(), groups[last - 1].end(), plain))
                taken = last
                break
    return tuple(found)


def _ends(digits: Sequence[str], first: int) -> Iterator[int]:
    """Where a number that begins with a group may end: after few groups, or in a row of single digits."""
    limit = first + _GROUPS_AT_MOST
    if len(digits[first]) == 1 and (first == 0 or len(digits[first - 1]) > 1):
        singles = next((at for at in range(first, len(digits)) if len(digits[at]) > 1), len(digits))
        limit = max(limit, singles)
    ends, length = [], 0
    for last in range(first, min(limit, len(digits))):
        length += len(digits[last])
        if length > _LONGEST:
            break
        if length >= _SHORTEST:
            ends.append(last + 1)
    return reversed(ends)


def _number(groups: Sequence[str]) -> tuple[Kind | None, str]:
    plain, shape = "".join(groups), tuple(map(len, groups))
    if len(plain) == 18 and is_identity_number(plain):
        return Kind.IDENTITY, plain
    if 16 <= len(plain) <= 19 and is_card_number(plain) and (len(groups) == 1 or plain.startswith("62")):
        return Kind.CARD, plain
    called = _CALLING_CODE.match(plain)
    code = called.end() if called else 0
    own = plain[code:]
    if _MOBILE.fullmatch(own) and _without(shape, code) in _MOBILE_GROUPS:
        return Kind.MOBILE, own
    return None, ""


def _without(shape: tuple[int, ...], code: int) -> tuple[int, ...]:
    """The lengths of the groups without the calling code before them, which may stand by itself."""
    if code == 0:
        return shape
    return shape[1:] if shape[0] == code else (shape[0] - code, *shape[1:])
