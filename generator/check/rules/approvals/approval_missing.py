"""A year's plan was not approved by any document.

Why:
    计划没有批准记录。
    没有批准的计划只能是送审稿；批准它的文件、日期和内容的指纹记在 approvals 里，正式发布的就是批准的那一份。

Bad:
    data/2021/approvals/ 里什么也没有

Good:
    data/2021/approvals/001.yml      # 由 zhengben approve 写出
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
DRAFT = False


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the first approval of every year."""
    for number, year in dossier.years.items():
        if not year.approvals:
            message = f"{number} 年的计划没有批准记录"
            yield Finding(message, year.plan.place("circular"), "批准以后运行 zhengben approve")
