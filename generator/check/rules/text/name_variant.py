"""A registered name or title is written in another way.

Why:
    同一个名称有两种写法。
    文件、会议、活动的名称登记在 words.yml，方案、公文、附件的标题登记在各自的数据里；正文里写得略有出入（多一字、少一字、
    换了标点），读者会以为是另一回事。确是另一个名称的，登记到 words.yml 的 names。

Bad:
    《2019年某局绩效评估工作方案》         # 登记的是《2019年度某局绩效评估工作方案》
    “节水优先，绿色发展”主题活动         # 登记的是“节水优先、绿色发展”主题活动

Good:
    《2019年度某局绩效评估工作方案》
    “节水优先、绿色发展”主题活动
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import corpus
from generator.check.near_miss import near_miss
from generator.check.registry import Finding
from generator.check.titles import cited_titles, same, same_without_issuer
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING
ACCEPTABLE = True

_SHORTEST = 8
_MARKS = " ，、；：·—“”‘’《》〈〉,;:\"'<>-"
_DIGITS = re.compile("[0-9]+")
_CITED_NUMBER = re.compile(r" ?[（(][一-鿿]+[〔\[［【（(][0-9]{4}")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for near misses of registered titles in 《》, and for names whose marks differ."""
    yield from _titles(dossier)
    yield from _marks(dossier)


def _titles(dossier: Dossier) -> Iterator[Finding]:
    known = {same_without_issuer(title): title for title in _known_titles(dossier)}
    by_digits: dict[tuple[str, ...], list[str]] = {}
    for title in known:
        by_digits.setdefault(tuple(_DIGITS.findall(title)), []).append(title)
    for cited in cited_titles(corpus(dossier)):
        title = same_without_issuer(cited.text)
        if title in known or _CITED_NUMBER.match(cited.passage.text, cited.end):
            continue
        for near in by_digits.get(tuple(_DIGITS.findall(title)), ()):
            if len(near) >= _SHORTEST and near_miss(title, near):
                words = cited.passage.quoted(cited.start, cited.end)
                message = f"{words}与登记的名称《{known[near]}》只差一两个字"
                hint = f"改为“《{known[near]}》”；确是另一份文件，登记到 data/words.yml 的 names"
                yield Finding(message, cited.passage.place(cited.start), hint, words)
                break


def _known_titles(dossier: Dossier) -> Iterator[str]:
    for document in dossier.words.documents:
        yield document.title
    for name in dossier.words.names:
        yield name.name
        yield from name.short
    for year in dossier.years.values():
        yield year.plan.title
        for circular in year.papers:
            yield circular.title
            if circular.enclosure is not None:
                yield circular.enclosure.title
            yield from (annex.title for annex in circular.annexes)


def _marks(dossier: Dossier) -> Iterator[Finding]:
    texts = corpus(dossier)
    between = f"[{re.escape(_MARKS)}]*"
    for name in dossier.words.names:
        if not any(char in _MARKS for char in name.name.strip(_MARKS)):
            continue
        letters = (re.escape(char) for char in name.name if char not in _MARKS)
        for hit in texts.find(re.compile(between.join(letters))):
            text = hit.passage.text
            start = hit.start - 1 if text[hit.start - 1 : hit.start] in _opening(name.name) else hit.start
            if same(text[start : hit.end]) not in same(name.name):
                message = f"名称的标点与登记的不同，登记的是{name.name}"
                yield hit.passage.fault(start, hit.end, message, mended=name.name)


def _opening(name: str) -> tuple[str, ...]:
    return (name[0],) if name[0] in _MARKS else ()
