"""A unit's report leaves out an item that the unit answers for.

Why:
    报表漏了一个目标。
    一个单位要报自己负责的全部目标；没有进展的也要报一行，写“未启动”，
    不然分不清是没有做还是忘了填。

Bad:
    办公室负责 RC01 和 RC02，报表里只有 RC01

Good:
    rows:
      - target: RC01
      - target: RC02
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.compute.form import form_items
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the items of every report with those the unit answers for."""
    for year in dossier.years.values():
        for report in year.progress:
            rows = {row.target for row in report.rows}
            wanted = form_items(year, report.unit, report.quarter)
            missing = [item.id for item in wanted if item.id not in rows]
            if missing:
                message = f"{report.unit}的报表漏了{len(missing)}个目标：{'、'.join(missing)}"
                yield Finding(message, report.place("unit"), "每个目标补一行")
