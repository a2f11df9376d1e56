"""A document is cited by a number that the register does not have.

Why:
    引用的文号没有登记。
    方案依据、任务来源和文稿里引用的每个文号，都要在 words.yml 登记文号和标题，才能核对号与题是否相符、前后是否一致。
    本单位自己的公文不用登记。

Bad:
    basis: [某办〔2021〕5号]      # words.yml 里登记的是 某办〔2021〕15号

Good:
    basis: [某办〔2021〕15号]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.nearest import nearest
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.model.prose import Words
from generator.problem import Level, Place

LEVEL = Level.ERROR

_CITED = re.compile("[一-鿿]{0,20}〔[0-9]{4}〕[0-9]{1,6}号")
_LONGEST_CODE = 10
"""How many characters before 〔 are shown when it is not known where a document number begins."""


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look up every document number that the plan, the indicators and the prose cite."""
    known = {document.number for document in dossier.words.documents}
    known |= {circular.number for year in dossier.years.values() for circular in year.papers}
    for number, place in _cited(dossier):
        if not any(number.endswith(name) for name in known):
            shown = number[-_LONGEST_CODE - len(number) + number.index("〔") :]
            yield Finding(
                f"引用的“{shown}”没有登记", place, nearest(shown, known, "data/words.yml 的 documents")
            )


def _cited(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    for year in dossier.years.values():
        for index, number in enumerate(year.plan.basis):
            yield number, year.plan.place("basis", index)
        for indicator in year.indicators:
            for match in _CITED.finditer(indicator.source):
                yield match.group(), indicator.place("source")
    for prose in dossier.prose.values():
        for inline in prose.inlines():
            if isinstance(inline, Words):
                for match in _CITED.finditer(inline.text):
                    bracket = inline.place.column + match.group().index("〔") + match.start()
                    yield match.group(), inline.place._replace(column=bracket)
