"""A text of the data holds markup of web pages.

Why:
    文字里有网页代码。
    数据里的文字原样印在网页、公文和表格上，代码不会起作用，只会被读者看见；混进别处还会带来安全问题。
    文稿里的代码在读取时就已拒绝，不在此列。

Bad:
    text: 全年走访<b>100</b>人次<script>…</script>
    text: 详见[公告](javascript:…)

Good:
    text: 全年走访100人次
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR

_MARKUP = re.compile(
    r"</?[A-Za-z][^<>\n]*>?|<!--|javascript:|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);", re.IGNORECASE
)
_SHOWN = 20


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find tags, comments, entities and script addresses; the first of each value speaks for all."""
    told = None
    for hit in corpus(dossier).find(_MARKUP):
        if hit.passage.exact or hit.passage is told:
            continue
        told = hit.passage
        code = hit.match.group()
        shown = code if len(code) <= _SHOWN else f"{code[: _SHOWN - 1]}…"
        yield hit.passage.fault(
            hit.start, hit.end, f"文字里有网页代码“{shown}”", hint="删去代码，只留要印出来的字"
        )
