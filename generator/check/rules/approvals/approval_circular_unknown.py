"""The circular that carries an approval is not in the data, or bears another date.

Why:
    印发批准内容的公文找不到，或者日期对不上。
    批准要有公文，公文要在 circulars 里；批准文件就是这份公文的，日期要相同。

Bad:
    circular: 云水〔2021〕99号      # 没有这份公文

Good:
    circular: 云水〔2021〕7号
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up the circular of every approval."""
    for year in dossier.years.values():
        dates = {circular.number: circular.date for circular in year.circulars}
        for approval in year.approvals:
            if approval.circular not in dates:
                message = f"没有 {approval.circular} 这份公文"
                yield Finding(message, approval.place("circular"), "公文写进 circulars，或改正文号")
            elif approval.document == approval.circular and approval.date != dates[approval.circular]:
                message = f"批准日期 {approval.date} 和公文的成文日期 {dates[approval.circular]} 不同"
                yield Finding(message, approval.place("date"), "照公文的成文日期写")
