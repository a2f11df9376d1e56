"""One document approves twice.

Why:
    同一份文件批准了两次。
    一份文件批准一次，记一条；又要改，要有新的文件。

Bad:
    document: 云水〔2021〕7号      # 第 1 条已经用过

Good:
    document: 云水〔2021〕12号
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Remember every approving document of a year."""
    for year in dossier.years.values():
        used: dict[str, int] = {}
        for approval in year.approvals:
            first = used.setdefault(approval.document, approval.number)
            if first != approval.number:
                message = f"{approval.document} 在第 {first} 条批准记录里用过了"
                yield Finding(message, approval.place("document"), "写这一次批准的文件")
