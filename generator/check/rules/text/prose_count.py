"""A count or a sum in a circular's text is not what the data holds, or not what the text goes on to list.

Why:
    正文里的个数或分值与实际不一致。
    公文写明的分值、指标和目标的个数、股室的个数要与数据相同，列举的项数要与写明的个数相同，“其中”的各项加起来不能超过总数。
    个数最好不手写，用取数的写法从数据里取，如 {{ plan.targets }} 一类。

Bad:
    重大任务（45分）：设定一级指标15项     # 数据里是 16 项
    包括组织、责任和措施等四方面内容
    共106项，其中重点50项、常规48项、动态13项

Good:
    重大任务（45分）：设定一级指标16项
    包括组织、责任和措施等三方面内容
    共106项，其中重点45项、常规48项、动态13项
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.check.corpus import Corpus, prose_passages
from generator.check.passages import DATA, Passage
from generator.check.registry import Finding
from generator.compute import datawords
from generator.model.dossier import Dossier, Year
from generator.model.figures import chinese_number
from generator.model.plan import Terms
from generator.model.words import Words
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_SUBJECT = r"(?:^|(?<=[。；①-⑳“]))(?P<name>{names})”?"
_NUMBER = re.compile(r"^(?:[0-9]{1,2}[.．、]|[（(][^（）()]{1,3}[）)]|[一二三四五六七八九十]{1,3}、) ?")
_CIRCLED = re.compile("[①-⑳]")
_INSIDE = re.compile("（[^（）]*）|“[^“”]*”|《[^《》]*》")
_CONJUNCTION = re.compile("[和及与]")
_COUNT = "(?P<count>[0-9]{1,4}|[二两三四五六七八九十]{1,3})"
_LISTED_AFTER = re.compile(rf"（{_COUNT}[个项家名类种]）[：:](?P<list>[^。；：:\n]+)")
_LISTED_BEFORE = re.compile(rf"包括(?P<list>[^。；，：\n]{{1,80}})等{_COUNT}(?:个?方面|个|[大]?项|类|种|条)")
_LISTED_CIRCLED = re.compile(rf"{_COUNT}个?(?:方面|大?项|条|类|种)[^。①\n]{{0,8}}：(?P<list>①[^\n]*)")
_TOTAL = re.compile(
    r"(?P<total>[0-9](?<![0-9].)[0-9]{0,8})(?P<unit>[项个分人名件场次])[，（]?其中：?"
    r"(?P<parts>(?:[^0-9，。；、（）\n]{1,20}[0-9]{1,9}(?P=unit)[、，和]?){2,})"
)


class _Data(NamedTuple):
    """What a year's data says: each category's id by name, the names as a pattern, and every figure by its word."""

    categories: Mapping[str, str]
    subject: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, re.Pattern[str]]
    figures: Mapping[str, str]


def check(dossier: Dossier) -> Iterator[Finding]:
    """Check the figures of every circular's text against the year's data, and against the text itself."""
    for year in dossier.years.values():
        data = _data(year, dossier.words)
        for circular in year.papers:
            for prose in dossier.prose_of(circular):
                passages = tuple(prose_passages(prose))
                if circular.number == year.plan.circular:
                    for passage in passages:
                        yield from _of_data(passage, data)
                yield from _of_text(Corpus(passages))


def _data(year: Year, words: Words) -> _Data:
    categories = {category.name: category.id for category in year.plan.walk()}
    names = "|".join(map(re.escape, sorted(categories, key=len, reverse=True)))
    kinds = {
        f"units.{kind.id}.count": re.compile(rf"{re.escape(kind.name)}（(?P<count>[0-9]+)个）")
        for kind in year.organisation.kinds
    }
    patterns = _patterns(year.plan.terms, words)
    return _Data(categories, re.compile(_SUBJECT.format(names=names)), patterns, kinds, datawords.words(year))


def _of_data(passage: Passage, data: _Data) -> Iterator[Finding]:
    """Compare what is said of each category and each kind of unit with the data."""
    subjects = [*data.subject.finditer(_NUMBER.sub(_blank, passage.text))]
    ends = [*(subject.start() for subject in subjects[1:]), len(passage.text)]
    for subject, end in zip(subjects, ends, strict=False):
        category = data.categories[subject["name"]]
        for word, pattern in data.patterns.items():
            match = pattern.search(passage.text, subject.end(), end)
            if match and (word != "points" or match["other"] or match.start() == subject.end()):
                actual = data.figures[f"plan.{category}.{word}"]
                yield from _compare(passage, match, actual, f"“{subject['name']}”")
    for word, pattern in data.kinds.items():
        for match in pattern.finditer(passage.text):
            yield from _compare(passage, match, data.figures[word], f"“{match.group().partition('（')[0]}”")


def _blank(match: re.Match[str]) -> str:
    return "。" * len(match.group())


def _patterns(terms: Terms, words: Words) -> Mapping[str, re.Pattern[str]]:
    """How points, indicators and targets are counted in text; a target goes by its registered other names too."""
    targets = [
        terms.target,
        *(also for term in words.terms if term.term == terms.target for also in term.also),
    ]
    return {
        "points": re.compile(
            r"（(?P<count>[0-9]+(?:\.[0-9]+)?)分）|分值[^，。；0-9]{0,15}(?P<other>[0-9]+(?:\.[0-9]+)?)分"
        ),
        "indicators": re.compile(rf"{re.escape(terms.indicator)} ?(?P<count>[0-9]+) ?[项个]"),
        "targets": re.compile(rf"(?:{'|'.join(map(re.escape, targets))}) ?(?P<count>[0-9]+) ?[项个]"),
    }


def _compare(passage: Passage, match: re.Match[str], actual: str, what: str) -> Iterator[Finding]:
    group = "count" if match["count"] else "other"
    if Decimal(match[group]) != Decimal(actual):
        message = f"{what}这里写的是{match[group]}，数据里是{actual}"
        start, end = match.span(group)
        yield passage.fault(start, end, message, mended=actual)


def _of_text(texts: Corpus) -> Iterator[Finding]:
    """Compare what the text counts with what it lists, and its sums with their addends."""
    for pattern in (_LISTED_AFTER, _LISTED_BEFORE):
        for hit in texts.find(pattern):
            counts = _listed(hit.match["list"])
            if counts and _value(hit.match["count"]) not in counts:
                message = f"写的是{hit.match['count']}，列举的是{counts[-1]}"
                start, end = hit.span("count")
                yield hit.passage.fault(start, end, message, hint="改正个数，或补齐列举")
    for hit in texts.find(_LISTED_CIRCLED):
        count = len(set(_CIRCLED.findall(hit.match["list"])))
        if _value(hit.match["count"]) != count:
            message = f"写的是{hit.match['count']}，后面列了{count}"
            start, end = hit.span("count")
            yield hit.passage.fault(start, end, message, hint="改正个数，或补齐列举")
    for hit in texts.find(_TOTAL):
        unit = hit.match["unit"]
        parts = [int(figure) for figure in re.findall(rf"([0-9]+){unit}", hit.match["parts"])]
        if sum(parts) > int(hit.match["total"]):
            added = "＋".join(map(str, parts))
            message = f"其中各项相加 {added}＝{sum(parts)}，超过了{hit.match['total']}{unit}"
            yield hit.passage.fault(hit.start, hit.end, message, hint="核对各个数")


def _listed(text: str) -> tuple[int, ...]:
    """How many things a listing may name: a final 和 may join two of them or stand within a name."""
    if DATA in text:
        return ()
    items = _INSIDE.sub("", text).split("、")
    joined = sum(len(_CONJUNCTION.findall(item)) for item in items)
    return tuple(range(len(items), len(items) + joined + 1))


def _value(count: str) -> int:
    return int(count) if count.isdecimal() else chinese_number(count)
