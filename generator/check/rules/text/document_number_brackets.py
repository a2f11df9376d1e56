"""The year of a document number stands in brackets that are not 〔〕.

Why:
    文号里的年份没有用六角括号〔〕。
    发文字号的年份用六角括号括入（GB/T 9704-2012，7.2.5），引用别的文件时也一样；方括号、圆括号都不对。
    法院的案号用圆括号，如（2019）闽01行终1号，不在此列。

Bad:
    （云委办[2021]120号）

Good:
    （云委办〔2021〕120号）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True
SAFE = True

_NUMBER = re.compile(
    r"(?P<open>[〔\[［【〖(（{｛<〈《])(?<=[一-鿿].) ?(?P<year>[12][0-9]{3}|[0-9]{2}) ?(?P<close>[〕\]］】〗)）}｝>〉》])"
    r" ?第? ?[0-9]+ ?号(?![楼院门线池井])"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look at the brackets of every document number."""
    for hit in corpus(dossier).find(_NUMBER):
        brackets = hit.match["open"] + hit.match["close"]
        if brackets != "〔〕":
            start, _ = hit.span("open")
            _, end = hit.span("close")
            message = f"文号的年份用了“{brackets}”，应用六角括号“〔〕”"
            yield hit.passage.fault(start, end, message, mended=f"〔{hit.match['year']}〕")
