"""Two marks stand where one belongs.

Why:
    标点重复或者连用了不能连用的两个。
    多半是改稿时删字没有删净，或者在括号、引号前后多打了一个。省略号“……”和破折号“——”本来就占两个字，不在此列。

Bad:
    按时报送。。
    加强领导，、压实责任

Good:
    按时报送。
    加强领导，压实责任
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

_MARKS = re.compile("[，、；：。！？][，、；：。]+")
_ENDS = "。；：，、"
"""Of several marks the one that comes first here is kept."""


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find runs of marks that end a clause."""
    for hit in corpus(dossier).find(_MARKS):
        run = hit.match.group()
        if set(run) == {"。"} and len(run) >= 3:
            mended = "……"
        else:
            mended = run[0] if run[0] in "！？" else min(run, key=_ENDS.index)
        yield hit.passage.fault(hit.start, hit.end, f"标点“{run}”重复", mended=mended)
