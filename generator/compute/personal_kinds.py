"""The kinds of personal data, a finding of one, and the characters in which people write its numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """A kind of personal data, as a clerk calls it."""

    IDENTITY = "公民身份号码"
    MOBILE = "手机号码"
    CARD = "银行卡号"
    PASSPORT = "护照号码"
    PERMIT = "通行证号码"
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


_SHOWN = {
    Kind.IDENTITY: (2, 3),
    Kind.MOBILE: (3, 4),
    Kind.CARD: (4, 4),
    Kind.PASSPORT: (1, 3),
    Kind.PERMIT: (1, 3),
    Kind.MAIL: (1, 0),
    Kind.HOME: (3, 0),
}

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Characters of no width."""
SPACES = rf" \t\u00a0\u2000-\u200a\u3000\-‐-―−－.．·・_{UNSEEN}"
"""What people put between the groups of a number on one line."""
GAP = f"[{SPACES}]{{0,3}}"
DIGITS = "0-9０-９①-⑨⓪⁰¹²³⁴-⁹₀-₉"
_SPOKEN = dict(zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789", strict=True))
HAN_DIGITS = "".join(_SPOKEN)
"""Digits as they are read out: 一三八〇〇…, in plain and in capital characters."""
DIGIT = f"[{DIGITS}{HAN_DIGITS}]"
_RUN = re.compile(rf"{DIGIT}(?:{GAP}{DIGIT}){{6,}}(?:{GAP}[XxＸｘ](?![A-Za-z]))?")
_FIGURES = str.maketrans(_SPOKEN)
_UNSEEN_CHARACTERS = re.compile(f"[{UNSEEN}]")


def digit_runs(text: str) -> Iterator[re.Match[str]]:
    """Where seven or more digits stand on one line, with at most gaps between them. Looked for once, for every kind."""
    return _RUN.finditer(text)


def plain(text: str) -> str:
    """A text in plain characters."""
    return _UNSEEN_CHARACTERS.sub("", unicodedata.normalize("NFKC", text))


def in_figures(text: str) -> str:
    """Digits, in whatever form they are written, as figures."""
    return plain(text).translate(_FIGURES)
