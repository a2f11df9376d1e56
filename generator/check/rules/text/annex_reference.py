"""The text refers to an annex in an unclear way, or by a title it does not have.

Why:
    正文提到附件的写法不清楚。
    附件不止一个时要写明附件几，只有一个时不编号；附件的序号用阿拉伯数字（GB/T 9704-2012，7.3.4）；
    序号和标题一起写的，标题要与附件清单一致。

Bad:
    （目标考评表见附件）        # 有附件1和附件2
    见附件二

Good:
    （目标考评表见附件1）
    见附件2
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import Corpus, Hit, prose_passages
from generator.check.registry import Finding
from generator.check.titles import cited_titles, same
from generator.model.circular import Circular
from generator.model.dossier import Dossier
from generator.model.figures import chinese_number
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_MENTION = re.compile(
    r"附件(?<=[见（照按填]附件) ?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})?(?=[）)，。；、：的和及与]|$)"
)
_NEAR = 60
_AFTER_TITLE = re.compile(r"[（(](?:见|详见)?附件(?P<number>[0-9]{1,3})[）)]")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look at every mention of an annex in the prose that a circular prints."""
    for year in dossier.years.values():
        for circular in year.papers:
            passages = [passage for prose in dossier.prose_of(circular) for passage in prose_passages(prose)]
            texts = Corpus(tuple(passages))
            for hit in texts.find(_MENTION):
                yield from _of_mention(hit, circular)
            yield from _of_titles(texts, circular)


def _of_mention(hit: Hit, circular: Circular) -> Iterator[Finding]:
    number = hit.match["number"]
    if number is None:
        if len(circular.annexes) > 1:
            message = f"附件有 {len(circular.annexes)} 个，这里没有写明是哪一个"
            meant = _meant(hit, circular)
            mended = None if meant is None else f"附件{meant}"
            hint = "" if meant else "写成“附件1”的样子"
            yield hit.passage.fault(hit.start, hit.end, message, mended=mended, hint=hint)
    elif len(circular.annexes) == 1 and number in ("1", "一"):
        yield hit.passage.fault(hit.start, hit.end, "只有一个附件，不编序号", mended="附件")
    elif not number.isdecimal():
        mended = f"附件{chinese_number(number)}"
        yield hit.passage.fault(hit.start, hit.end, "附件的序号用阿拉伯数字", mended=mended)


def _meant(hit: Hit, circular: Circular) -> int | None:
    """The annex whose title stands before the mention, if it is the only one."""
    before = hit.passage.text[max(0, hit.start - _NEAR) : hit.start]
    meant = [number for number, annex in enumerate(circular.annexes, 1) if annex.title in before]
    return meant[0] if len(meant) == 1 else None


def _of_titles(texts: Corpus, circular: Circular) -> Iterator[Finding]:
    for cited in cited_titles(texts):
        match = _AFTER_TITLE.match(cited.passage.text, cited.end)
        if match is None or not 1 <= int(match["number"]) <= len(circular.annexes):
            continue
        title = circular.annexes[int(match["number"]) - 1].title
        if same(title) != same(cited.text):
            words = cited.passage.quoted(cited.start, match.end())
            message = f"附件{match['number']}的标题是“{title}”，这里写的不同"
            place = cited.passage.place(cited.start)
            yield Finding(message, place, f"改为“《{title}》{match.group()}”，或改正附件清单", words)
