"""A space stands inside Chinese text.

Why:
    中文里多了空格。
    汉字、标点、数字之间都不空格；多出的空格会在排版时留下空当，检索时也会找不到。
    西文词之间的空格、“组  长”一类为对齐而空的两个字、联系人和电话之间的空格不在此列。

Bad:
    设定一级指标 16项
    （四） 建立工作台账

Good:
    设定一级指标16项
    （四）建立工作台账
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.passages import DATA, HAN
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True
SAFE = True

_MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕…"
_SPACE = re.compile(
    r"[ 　](?:"
    rf"(?<=[{HAN}].)[ 　]*(?=[{HAN}{_MARKS}{DATA}0-9(<])"
    rf"|(?<=[{_MARKS}{DATA}].)[ 　]*(?=\S)"
    rf"|(?<=[0-9A-Za-z%)>].)[ 　]*(?=[{HAN}{_MARKS}{DATA}])"
    rf"|(?<=\S[<(].)[ 　]*(?=[^<>\n]{{0,40}}[{HAN}])"
    r"|(?<=　)　*(?=\n|$))"
)
_ALIGNED = re.compile(rf"(?<![^ 　、，；：\n])[{HAN}][ 　]{{1,2}}[{HAN}](?=$|[ 　、，；：\n])")
_LABEL = re.compile(rf"[{HAN}]{{1,8}}：")
_TIME = re.compile(r"[0-9]{1,2}(?:时|点|[:：][0-9]{2})")
_LATIN = re.compile("[A-Za-z]")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find spaces beside Chinese characters and marks, save those that are meant."""
    for hit in corpus(dossier).find(_SPACE):
        text = hit.passage.text
        if not _meant(text, hit.start, hit.end):
            yield hit.passage.fault(hit.start, hit.end, "中文里多了空格", mended="")


def _meant(text: str, start: int, end: int) -> bool:
    """Tell the spaces that align two characters, part one label from the next, or a day from its hour."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        _ALIGNED.match(text, max(0, start - 1)) is not None
        or _LABEL.match(text, end) is not None
        or (before == "日" and _TIME.match(text, end) is not None)
        or bool(_LATIN.fullmatch(before) or _LATIN.fullmatch(after))
    )
