"""When a name is probably a slip for a registered one, and not the name of something else."""

from __future__ import annotations

_MOST = 2
_TELLING = frozenset("省市县区镇乡村州一二三四五六七八九十上中下甲乙丙丁东南西北前后新旧")
"""Characters by which two proper names differ on purpose: 县水利局 and 市水利局, 上半年 and 下半年."""


def near_miss(written: str, registered: str) -> bool:
    """Tell whether one name is the other with one character exchanged, or one or two put in or left out."""
    if len(written) == len(registered):
        pairs = [pair for pair in zip(written, registered, strict=True) if pair[0] != pair[1]]
        return len(pairs) == 1 and not _TELLING.issuperset(pairs[0])
    shorter, longer = sorted((written, registered), key=len)
    if len(longer) - len(shorter) > _MOST:
        return False
    rest = iter(longer)
    return all(char in rest for char in shorter)
