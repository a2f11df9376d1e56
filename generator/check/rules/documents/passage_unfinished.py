"""A passage of a document's prose is marked as still to be written.

Why:
    文稿里还有没有写完的地方。
    起草时暂时写不出来的话，用【待补：……】标明还缺什么；草稿照样印出来，谁都看得见。正式发布以前必须补上，或者删去。

Bad:
    下一步，【待补：2020年的重点工作，请各股室10日前报来】。

Good:
    下一步，把社区矫正中心建设作为2020年的重点工作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import Corpus, prose_passages
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING
RELEASE = True

_MARK = re.compile("【待补[^】\n]{0,200}】?")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find the marks in whatever prose a document prints."""
    for prose in dossier.prose.values():
        for hit in Corpus(tuple(prose_passages(prose))).find(_MARK):
            said = hit.match.group()
            yield hit.passage.fault(hit.start, hit.end, f"还没有写完：{said}", hint="补写，或删去这一处")
