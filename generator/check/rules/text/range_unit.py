"""A range does not repeat the unit that belongs to both its ends, or is joined by a hyphen.

Why:
    数值范围的写法会引起歧义。
    百分号和万、亿在前一个数上也要写（15%～30%，不写 15～30%；13万～17万元，不写 13～17万元），见 GB/T 15835-2011。
    表示起止的连接号用“～”或“—”，不用短横线。2至3名、5—8日一类单位相同、没有歧义的，不在此列。

Bad:
    增长15～30%
    补助3—5万元
    2016-2020年

Good:
    增长15%～30%
    补助3万—5万元
    2016—2020年
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING
ACCEPTABLE = True

_RANGE = re.compile(
    r"(?P<low>[0-9](?<![0-9A-Za-z.%‰万亿—～~〔〕-].)[0-9]*(?:\.[0-9]+)?)(?P<joint>[—～~至-])(?P<high>[0-9]+(?:\.[0-9]+)?)"
    r"(?P<unit>[%％‰]|[万亿])"
)
_HYPHEN = re.compile(
    r"(?P<low>[0-9](?<![0-9A-Za-z.%〔〕-].)[0-9]*(?:\.[0-9]+)?)(?P<joint>-)(?P<high>[0-9]+(?:\.[0-9]+)?)"
    r"(?=年|月|日|时|个|项|次|场|人|名|份|件|元|岁|天|周|分|页|级|条|万|亿|%|％)"
)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for ranges whose first figure lacks its unit, and for hyphens between figures."""
    texts = corpus(dossier)
    for hit in texts.find(_RANGE):
        low, joint, high, unit = hit.match.group("low", "joint", "high", "unit")
        joint = {"-": "—", "~": "～"}.get(joint, joint)
        message = f"范围“{hit.match.group()}”的前一个数没有写“{unit}”"
        yield hit.passage.fault(hit.start, hit.end, message, mended=f"{low}{unit}{joint}{high}{unit}")
    for hit in texts.find(_HYPHEN):
        if not _RANGE.match(hit.passage.text, hit.start):
            start, end = hit.span("joint")
            message = f"范围“{hit.match.group()}”用了短横线"
            yield hit.passage.fault(start, end, message, mended="—")
