"""A circular of a kind that is sent to someone names no recipient.

Why:
    主送机关没有写。
    通知、报告、请示、批复、议案、函都是发给某个机关的，要写明主送机关（GB/T 9704-2012，7.3.2）；
    命令、公告、通告、公报、决议、决定、意见、通报、纪要可以没有。

Bad:
    kind: 通知
    to: （没有写）

Good:
    kind: 通知
    to: [局各股室]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Kind
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_SENT = {Kind.NOTICE, Kind.REPORT, Kind.REQUEST, Kind.REPLY, Kind.PROPOSAL, Kind.LETTER}


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for recipients in every circular of these kinds."""
    for year in dossier.years.values():
        for circular in year.circulars:
            if circular.kind in _SENT and not circular.to:
                kind = circular.kind.value
                yield Finding(f"{kind}没有写主送机关", circular.place("kind"), "加一行 to，写主送机关", kind)
