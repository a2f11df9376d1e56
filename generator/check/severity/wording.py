"""Whether two wordings of a text promise the same: every figure, date, unit, negation and qualifier in its order."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from generator.model.figures import figures

_MARKS = re.compile(
    "原则上|不少于|不低于|不超过|不得|不予|至少|至多|最多|最少|不足|以上|以下|以内|以外|之前|之后|左右|超过|达到|高于|低于|控制在|大于|小于"
    "|除外|但|如|若|可以|可|应当|应|必须|须|一律|全部|部分|主要|基本|力争|争取|确保|逐步|每|各|均|全|约|近|仅|只|或|和|及|与|并"
    "|不|无|未|没|非|禁|免|勿|莫|否|零|前|后|起|止|至|到|内|外|本|上|下|半|双|倍|百分|增|减|升|降|扣|加|年|月|日|周|季|旬|天|时"
)
_MEASURE = re.compile(r"[一-鿿%％]{0,2}")
_HIDDEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp"})
_ALIKE = 0.6
_UNLIKE = 0.1
WORDED = frozenset({"text", "expected", "scoring", "name", "source", "note", "title", "duty", "post"})
"""The fields that hold a wording."""
_LONG = 20_000
"""Texts beyond this are never called a correction: nobody reads them over."""


def corrective(old: str, new: str) -> bool:
    """Whether a change of wording is 更正性: nothing that is promised differs, and most of the words stay."""
    if len(old) > _LONG or len(new) > _LONG or _hidden(new):
        return False
    if _promised(old) != _promised(new):
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def _promised(text: str) -> tuple[object, ...]:
    """The figures with the measure that follows each, and the words that bend a promise, each in order."""
    stated = unicodedata.normalize("NFKC", text).replace(" ", "")
    return (
        tuple((figure.value, figure.percent, _measure(figure.after)) for figure in figures(stated)),
        tuple(_MARKS.findall(stated)),
    )


def _measure(after: str) -> str:
    match = _MEASURE.match(after)
    return match[0] if match else ""


def _hidden(text: str) -> bool:
    """Whether a text holds characters that nobody sees, such as one of no width within a number."""
    return any(unicodedata.category(char) in _HIDDEN for char in text)


def unlike(old: str, new: str) -> bool:
    """Whether two texts have next to nothing in common: the one is not a rewording of the other."""
    return _shared(old, new) < _UNLIKE


def _shared(old: str, new: str) -> float:
    before, after = ({text[at : at + 2] for at in range(len(text) - 1)} or {text} for text in (old, new))
    return len(before & after) / min(len(before), len(after))
