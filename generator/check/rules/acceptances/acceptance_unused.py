"""An accepted flaw is nowhere to be found.

Why:
    “原文如此”清单里有一条对不上任何问题。
    原文已经改好，或者规则编号、文件、原文有一字之差；留着它，以后同样的毛病就会悄悄放过。
    清单只认已印发的文字（文稿、公文要素、机构名单），只认注明“可以认可”的规则；计划的数据有错，只能改正。

Bad:
    - rule: citation_unregistered     # 这条规则不能认可
      file: content/2021/notice.md
      words: 某办〔2021〕1号
      reason: 原文如此

Good:
    - rule: circular_dates_disagree
      file: data/2021/circulars/7.yml
      words: "2021-08-28"
      reason: 原文如此
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR


def check(dossier: Dossier) -> Iterator[Finding]:
    """Presume every acceptance unused; what covers a finding is taken back when acceptances are settled."""
    for year in dossier.years.values():
        for acceptance in year.acceptances:
            yield Finding(
                f"“原文如此”的这一条没有对上任何问题：{acceptance.rule}，{acceptance.file}，“{acceptance.words}”",
                acceptance.place(),
                "核对规则编号、文件和原文是否一字不差；问题已经没有了的，删去这一条",
            )
