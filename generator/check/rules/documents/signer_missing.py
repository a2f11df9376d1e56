"""A document to a superior organ does not say who signed it, or one that is none does.

Why:
    签发人该标的没有标，或者不该标的标了。
    上行文（请示、报告）应当标注签发人姓名，别的公文不标（《党政机关公文处理工作条例》第九条，
    GB/T 9704-2012，7.2.6）。

Bad:
    kind: 请示
    signers: （没有写）

Good:
    kind: 请示
    signers: [王某某]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Kind
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_UPWARD = {Kind.REQUEST, Kind.REPORT}
_EITHER = {Kind.OPINION, Kind.LETTER}
"""Kinds that go up or across, as the case may be."""


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the kind of every circular with its signers."""
    for year in dossier.years.values():
        for circular in year.papers:
            kind = circular.kind.value
            if circular.kind in _UPWARD and not circular.signers:
                message = f"{kind}是上行文，没有写签发人"
                yield Finding(message, circular.place("kind"), "加一行 signers，写签发人姓名", kind)
            elif circular.signers and circular.kind not in _UPWARD | _EITHER:
                message = f"{kind}不是上行文，不标签发人"
                names = "、".join(circular.signers)
                yield Finding(message, circular.place("signers"), "删去 signers，或改 kind", names)
