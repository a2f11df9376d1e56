"""Personal data in a text: 18-digit ID numbers, mobile numbers, bank cards, e-mail addresses, home addresses.

Digits count in whatever form they are written (full-width, in circles), with spaces, hyphens or points between
them, and with characters of no width among them. What is found is only ever shown masked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple


class Kind(Enum):
    """A kind of personal data, as a clerk calls it."""

    IDENTITY = "公民身份号码"
    MOBILE = "手机号码"
    CARD = "银行卡号"
    MAIL = "电子邮箱"
    HOME = "家庭住址"


class Personal(NamedTuple):
    """One finding: its kind, where it begins and ends in the text, and what it says, plainly written."""

    kind: Kind
    start: int
    end: int
    plain: str

    @property
    def masked(self) -> str:
        """The finding as it may be shown: 138****1234, 35*************123."""
        head, tail = _SHOWN[self.kind]
        hidden = max(4, len(self.plain) - head - tail)
        return self.plain[:head] + "*" * hidden + (self.plain[-tail:] if tail else "")


_SHOWN = {Kind.IDENTITY: (2, 3), Kind.MOBILE: (3, 4), Kind.CARD: (4, 4), Kind.MAIL: (1, 0), Kind.HOME: (3, 0)}

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_GAP = rf"[ \t\u00a0\u2000-\u200a\u3000\-‐-―−－.．·・_{_UNSEEN}]{{0,3}}"
_DIGITS = "0-9０-９①-⑨⓪⁰¹²³⁴-⁹₀-₉"
_DIGIT = f"[{_DIGITS}]"
_RUN = re.compile(rf"{_DIGIT}(?:{_GAP}{_DIGIT}){{10,}}(?:{_GAP}[XxＸｘ](?![A-Za-z]))?")
_GROUP = re.compile(rf"{_DIGIT}[{_DIGITS}XxＸｘ{_UNSEEN}]*|[XxＸｘ]")
_UNSEEN_CHARACTERS = re.compile(f"[{_UNSEEN}]")
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

_MAIL_HOST = re.compile(r"[@＠][A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9])")
_MAIL_NAME = re.compile(r"[A-Za-z0-9._%+\-]+\Z")
_HAN = "[一-鿿]"
_ADDRESS = rf"{_HAN}{{2}}[一-鿿{_DIGITS}\-—]{{4,}}"
_HOME_SAID = re.compile(
    rf"(?:家庭住址|家庭地址|现住址|常住地址|户籍地址|户籍所在地|住址)[是为]?[:：]?\s*{_ADDRESS}|家住{_ADDRESS}"
)
_SAID_SIGNS, _ROOM_SIGNS = ("住", "户籍", "家庭地址"), ("栋", "幢", "座", "号楼")
"""Without any of these a text holds no home: looking for them is ten times as fast."""
_HOME_ROOM = re.compile(rf"(?:(?<=[{_DIGITS}])[栋幢座]|号楼)(?:[{_DIGITS}]+单元)?[{_DIGITS}]{{1,4}}[室房号]")


def personal(text: str) -> Iterator[Personal]:
    """Find all personal data in a text, each once, in order of kind and then of place."""
    for run in _RUN.finditer(text):
        for number in _numbers(run.group()):
            start, end = run.start() + number.start, run.start() + number.end
            if not _within_a_code(text, start, end):
                yield number._replace(start=start, end=end)
    for host in _MAIL_HOST.finditer(text):
        name = _MAIL_NAME.search(text[max(0, host.start() - _WORD_REACH) : host.start()])
        if name:
            start = host.start() - len(name.group())
            yield Personal(Kind.MAIL, start, host.end(), _plain(text[start : host.end()]))
    for pattern, signs in ((_HOME_SAID, _SAID_SIGNS), (_HOME_ROOM, _ROOM_SIGNS)):
        for home in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            yield Personal(Kind.HOME, *home.span(), _plain(home.group()))


def masked(text: str) -> str:
    """A text as it may be shown: with the personal data in it masked."""
    for found in sorted(personal(text), key=lambda one: one.start, reverse=True):
        text = f"{text[: found.start]}{found.masked}{text[found.end :]}"
    return text


def plainly(text: str) -> str:
    """A number, an address as `personal` finds it: without the marks between its digits, in plain characters."""
    found = next(personal(text), None)
    return found.plain if found is not None else _plain(text)


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


@lru_cache(maxsize=4096)
def _numbers(run: str) -> tuple[Personal, ...]:
    """What the groups of digits of one run make: of those that begin with a group the longest, none within another."""
    groups = tuple(_GROUP.finditer(run))
    digits = tuple(_plain(group.group()) for group in groups)
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


def _within_a_code(text: str, start: int, end: int) -> bool:
    """Whether the number is but a part of a word such as a digest: letters and other digits are fixed to it."""
    before = _LETTERS_BEFORE.search(text[max(0, start - _WORD_REACH) : start])
    after = _LETTERS_AFTER.match(text, end, end + _WORD_REACH)
    fixed = (before.group() if before else "") + (after.group() if after else "")
    return bool(fixed) and (not fixed.isalpha() or not fixed.lower().strip("abcdef"))


def _plain(text: str) -> str:
    return _UNSEEN_CHARACTERS.sub("", unicodedata.normalize("NFKC", text))
