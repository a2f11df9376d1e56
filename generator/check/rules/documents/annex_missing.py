"""The text refers to an annex that the circular does not have.

Why:
    正文提到的附件不存在。
    读者照正文去找附件，附件清单里却没有；不是少列了附件，就是附件号写错。

Bad:
    annexes:
      - title: 目标考评表
        content: target_table
    # 正文：……填写季度报表（附件2）

Good:
    annexes:
      - title: 目标考评表
        content: target_table
      - title: 季度报表
        content: quarterly_form
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Circular
from generator.model.dossier import Dossier
from generator.model.figures import chinese_number
from generator.model.prose import Words
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_MENTION = re.compile("附件(?P<number>[0-9]{1,4}|[一二三四五六七八九十]{1,3})?")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare every annex number in a circular's prose with its list of annexes."""
    for year in dossier.years.values():
        for circular in year.papers:
            yield from _of_circular(circular, dossier)


def _of_circular(circular: Circular, dossier: Dossier) -> Iterator[Finding]:
    listed = len(circular.annexes)
    for prose in dossier.prose_of(circular):
        for inline in prose.inlines():
            if not isinstance(inline, Words):
                continue
            for match in _MENTION.finditer(inline.text):
                number = match["number"] or "1"
                if not 1 <= (int(number) if number.isdecimal() else chinese_number(number)) <= listed:
                    place = inline.place._replace(column=inline.place.column + match.start())
                    hint = f"附件清单在 {circular.place('annexes').file}，列了 {listed} 件：补上附件，或改正附件号"
                    yield Finding(f"正文提到“{match.group()}”，没有这个附件", place, hint, match.group())
