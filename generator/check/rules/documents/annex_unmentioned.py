"""The circular has an annex that its text never mentions.

Why:
    附件在正文里没有提到。
    正文应当说明每个附件是做什么用的，写“（见附件1）”或附件的标题；读者不会去看正文没有提到的附件。

Bad:
    annexes:
      - title: 目标考评表       # 正文通篇没有“附件1”，也没有“目标考评表”
        content: target_table

Good:
    正文：……设定各项目标（目标考评表见附件1）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.registry import Finding
from generator.model.circular import Circular
from generator.model.dossier import Dossier
from generator.model.prose import Words
from generator.problem import Level

LEVEL = Level.WARNING
ACCEPTABLE = True


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for the number or the title of every annex in the circular's prose, if all of it was found."""
    for year in dossier.years.values():
        for circular in year.papers:
            if all(file in dossier.prose for file in circular.prose_files):
                yield from _of_circular(circular, dossier)


def _of_circular(circular: Circular, dossier: Dossier) -> Iterator[Finding]:
    text = _text(circular, dossier)
    only = len(circular.annexes) == 1
    for number, annex in enumerate(circular.annexes, 1):
        label = "附件" if only else f"附件{number}"
        if annex.title not in text and not re.search(label if only else rf"{label}(?![0-9])", text):
            message = f"{label}“{annex.title}”在正文里没有提到"
            hint = f"在正文里写“（见{label}）”，或删去这个附件"
            yield Finding(message, annex.place("title"), hint, annex.title)


def _text(circular: Circular, dossier: Dossier) -> str:
    inlines = (inline for prose in dossier.prose_of(circular) for inline in prose.inlines())
    return "".join(inline.text for inline in inlines if isinstance(inline, Words))
