"""A document does not say who drafted, reviewed and signed it.

Why:
    公文缺拟稿、审核或签发的人。
    公文印发以前要经过拟稿、审核、签发；没有签发的，不能作为正式的公文发布。

Bad:
    sign_offs:
      drafted: 王某某

Good:
    sign_offs:
      drafted: 王某某
      reviewed: 李某某
      signed: 张某某
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Circular
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
DRAFT = False

_WORDS = {"drafted": "拟稿", "reviewed": "审核", "signed": "签发"}


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the three names of every document."""
    for year in dossier.years.values():
        for circular in year.papers:
            missing = [key for key in _WORDS if getattr(circular.sign_offs, key) is None]
            if missing:
                yield _finding(circular, missing)


def _finding(circular: Circular, missing: list[str]) -> Finding:
    words = "、".join(_WORDS[key] for key in missing)
    hint = f"照发文稿纸在 sign_offs 下写 {'、'.join(missing)}"
    return Finding(f"{circular.number} 没有写{words}的人", circular.place("sign_offs"), hint)
