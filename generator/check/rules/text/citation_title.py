"""A document is cited by a number and a title that do not belong together.

Why:
    引用的文号和标题对不上。
    同一个文号只有一个标题，同一份文件只有一个文号；前后引用不一致，或者与 words.yml 登记的不一致，必有一处写错。
    全角半角、空格、书名号的层次和标题前有没有写发文机关，不算不同。

Bad:
    《关于印发〈2021年度县政府系列绩效评估工作方案〉的通知》（云政办〔2021〕64号）
    # words.yml 登记的 64 号是《关于印发〈2021年度县政府系列暨第四系列绩效评估工作方案〉的通知》

Good:
    《关于印发〈2021年度县政府系列暨第四系列绩效评估工作方案〉的通知》（云政办〔2021〕64号）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.corpus import corpus
from generator.check.registry import Finding
from generator.check.titles import CitedTitle, cited_titles, same_without_issuer
from generator.model.dossier import Dossier
from generator.problem import Level, Place

LEVEL = Level.ERROR
ACCEPTABLE = True

_NUMBER = re.compile(
    r" ?[（(](?P<code>[一-鿿]+) ?[〔\[［【（(](?P<year>[0-9]{4})[〕\]］】）)] ?第?0*(?P<serial>[0-9]+) ?号(?P<close>[）)]?)"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A number and a title that belong together, and where that is said."""

    number: str
    title: str
    place: Place

    @property
    def where(self) -> str:
        return f"{self.place.file}:{self.place.line}"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare each citation with the register, and with the citations before it."""
    known = [
        _Known(document.number, document.title, document.place("title"))
        for document in dossier.words.documents
    ]
    known += [
        _Known(circular.number, circular.title, circular.place("title"))
        for year in dossier.years.values()
        for circular in year.papers
    ]
    by_number: dict[str, _Known] = {}
    by_title: dict[str, _Known] = {}
    for one in known:
        by_number.setdefault(one.number, one)
        by_title.setdefault(same_without_issuer(one.title), one)
    for cited in cited_titles(corpus(dossier)):
        match = _NUMBER.match(cited.passage.text, cited.end)
        if match is None:
            continue
        here = _Known(_number(match), cited.text, cited.passage.place(cited.start))
        title = same_without_issuer(cited.text)
        before = by_number.setdefault(here.number, here)
        if same_without_issuer(before.title) != title:
            message = f"文号“{here.number}”的标题与 {before.where} 的不一致"
            hint = f"那里的标题是《{before.title}》；改正标题或文号"
            yield _fault(cited, match, message, hint)
            continue
        twin = by_title.setdefault(title, here)
        if twin.number != here.number and by_number[here.number] is here:
            message = f"这个标题在 {twin.where} 的文号是“{twin.number}”，这里是“{here.number}”"
            hint = "改正文号；确是两份同名的文件，都登记到 data/words.yml 的 documents"
            yield _fault(cited, match, message, hint)


def _number(match: re.Match[str]) -> str:
    return f"{match['code']}〔{match['year']}〕{match['serial']}号"


def _fault(cited: CitedTitle, match: re.Match[str], message: str, hint: str) -> Finding:
    words = cited.passage.quoted(cited.start, match.end())
    return Finding(message, cited.passage.place(cited.start), hint, words)
