"""An approval no longer fits the fingerprints: it, or one before it, was altered.

Why:
    批准记录被改动过，指纹对不上。
    每条记录写着改前、改后的计划指纹，一环扣一环。把批准的改动退回去，应当正好得到改前的指纹。

Bad:
    plan:
      before: 0000…      # 和前一条的 after 不同

Good:
    plan:
      before: 照前一条的 after
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.approvals import chain
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Hang each approval on the one before it, and undo them one by one from the plan as it stands."""
    for year in dossier.years.values():
        before = None
        for approval in year.approvals:
            if approval.plan.before != before:
                hint = f"before 应为 {before}" if before else "第一条不写 before"
                yield Finding("改前的指纹没有接上前一条批准", approval.place("plan"), hint)
            before = approval.plan.after
        for link in chain(year):
            if link.before is not None and link.before != link.approval.plan.before:
                message = "把批准的改动退回去，得不到改前的计划"
                yield Finding(message, link.approval.place("changes"), "恢复原来的记录；记录只增不改")
