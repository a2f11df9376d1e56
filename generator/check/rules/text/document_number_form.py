"""A document number has a short year, a padded serial, or the word 第.

Why:
    文号的写法不合规定。
    年份标全称，序号不加“第”字、不编虚位（1 不写成 01），见 GB/T 9704-2012，7.2.5。

Bad:
    云委办〔21〕120号、云政办〔2021〕第64号、云水〔2021〕044号

Good:
    云委办〔2021〕120号、云政办〔2021〕64号、云水〔2021〕44号
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
    r"〔(?P<year>[0-9]{4}|[0-9]{2})〕 ?(?P<ordinal>第?) ?(?P<zeros>0*)(?P<serial>[0-9]+) ?号"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look at the year and the serial of every document number in 〔〕."""
    for hit in corpus(dossier).find(_NUMBER):
        year, serial = hit.match["year"], f"{hit.match['serial']}号"
        if len(year) == 2:
            start, end = hit.span("year")
            hint = f"写全四位年份，如 〔20{year}〕{serial}"
            yield hit.passage.fault(start - 1, end + 1, f"文号的年份“{year}”不是全称", hint=hint)
        if hit.match["ordinal"]:
            start, _ = hit.span("ordinal")
            message = "文号的序号前不加“第”字"
            yield hit.passage.fault(start, hit.end, message, mended=serial)
        elif hit.match["zeros"]:
            start, _ = hit.span("zeros")
            yield hit.passage.fault(start, hit.end, "文号的序号前不编虚位", mended=serial)
