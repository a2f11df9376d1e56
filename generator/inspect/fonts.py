"""Which kind of Chinese type a font is, told by its name: the standard asks for kinds, not for makers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from functools import cache

from generator.inspect.reading.facts import Font, Glyph, Line


class Kind(Enum):
    """The kinds of type that a circular is set in, and everything else."""

    FANGSONG = "仿宋"
    KAI = "楷体"
    HEI = "黑体"
    TITLE_SONG = "小标宋"
    SONG = "宋体"
    OTHER = "其他字体"


_KINDS = (
    (
        Kind.OTHER,
        r"yahei|雅黑|dengxian|等线|gothic|ゴシック|mincho|明朝|batang|gulim|fallback|圆|yuan|隶|lishu|lisu|行楷|xingkai|魏|wei",
    ),
    (Kind.FANGSONG, r"fang|仿宋|^fzfs|^hyfs|stfs"),
    (Kind.KAI, r"kai|楷|^fzkt|^fzkai|^hykt"),
    (Kind.TITLE_SONG, r"小标宋|标宋|xiaobiaosong|biaosong|fzxbs|^fzxb|xbs|^fzdbs|大标宋"),
    (Kind.HEI, r"hei|黑|^fzht|^hyht"),
    (Kind.SONG, r"simsun|nsimsun|song|宋|^fzss|^fzsy|mingliu|hanserif|notoserif|uming"),
)
_SANS = re.compile(r"sourcehansans|source han sans|noto ?sans|思源黑", re.IGNORECASE)
_HEAVY = re.compile(r"bold|heavy|black|semibold|粗", re.IGNORECASE)


@cache
def kind(font: Font) -> Kind:
    """The kind of a font. A bold Song counts as 小标宋, of which it is the free stand-in."""
    name = font.name.replace("_", "").replace("-", "").casefold()
    if not name or _SANS.search(font.name):
        return Kind.OTHER
    for each, pattern in _KINDS:
        if re.search(pattern, name):
            heavy = font.bold or _HEAVY.search(font.name)
            return Kind.TITLE_SONG if each is Kind.SONG and heavy else each
    return Kind.OTHER


def kinds(glyphs: Iterable[Glyph]) -> Counter[Kind]:
    """How many Chinese characters and marks are set in each kind."""
    return Counter(kind(glyph.font) for glyph in glyphs if glyph.chinese)


def main_kind(glyphs: Iterable[Glyph]) -> Kind | None:
    """The kind that most Chinese characters are set in; `None` if there is no Chinese character."""
    counted = kinds(glyphs)
    return max(counted, key=lambda each: counted[each]) if counted else None


def line_kind(line: Line) -> Kind | None:
    """The kind of a line's characters."""
    return main_kind(line.glyphs)
