"""Digits or Latin letters are full-width.

Why:
    数字或字母用了全角。
    公文里的阿拉伯数字和字母用半角；全角的数字看起来相近，检索、计算都认不出来。

Bad:
    全年开展宣传活动１００场

Good:
    全年开展宣传活动100场
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True
SAFE = True

_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]+")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find runs of full-width digits and letters."""
    for hit in corpus(dossier).find(_FULL_WIDTH):
        run = hit.match.group()
        message = f"“{run}”是全角字符"
        yield hit.passage.fault(hit.start, hit.end, message, mended=unicodedata.normalize("NFKC", run))
