"""A circular's title, its text and its data do not name the same kind of document.

Why:
    文种前后不一致。
    公文标题以文种结尾，正文里“现通知如下”“特此函告”一类的话也要用同一文种，数据里登记的文种决定版式；报告里不夹带请示事项
    （党政机关公文处理工作条例，第十五条）。

Bad:
    kind: 通知
    title: 关于2019年度绩效评估情况的通报

Good:
    kind: 通报
    title: 关于2019年度绩效评估情况的通报
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import Corpus, prose_passages
from generator.check.registry import Finding
from generator.model.circular import Circular, Kind
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True

_ENDINGS = {kind.value: kind for kind in Kind} | {"令": Kind.ORDER}
_KIND_AT_END = re.compile(f"(?:{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})$")
_PHRASE = re.compile(
    r"(?:现将[^。\n]{0,60}?|现)(?P<said>通知|通报|报告|公告|通告|批复|函复)如下"
    r"|特此(?P<hereby>通知|通报|报告|公告|通告|请示|批复|函告|函复|函达)"
)
_SAID = {"函告": Kind.LETTER, "函复": Kind.LETTER, "函达": Kind.LETTER}
_ASKS = re.compile("请(?:予)?(?:批示|批复|审批|批准)|妥否，|当否，")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Compare the kind of each circular with its title and with what its body says it is."""
    for year in dossier.years.values():
        for circular in year.papers:
            yield from _of_title(circular)
            if circular.body in dossier.prose:
                yield from _of_body(circular, Corpus(tuple(prose_passages(dossier.prose[circular.body]))))


def _of_title(circular: Circular) -> Iterator[Finding]:
    match = _KIND_AT_END.search(circular.title)
    named = _ENDINGS[match.group()] if match else None
    if named is not circular.kind:
        what = f"标题的文种是“{named.value}”" if named else "标题没有以文种结尾"
        message = f"{what}，登记的文种是“{circular.kind.value}”"
        hint = f"标题写成“关于……的{circular.kind.value}”，或改正 kind"
        yield Finding(message, circular.place("title"), hint, circular.title)


def _of_body(circular: Circular, body: Corpus) -> Iterator[Finding]:
    for hit in body.find(_PHRASE):
        said = hit.match["said"] or hit.match["hereby"]
        named = _SAID.get(said) or Kind(said)
        if named is not circular.kind:
            message = f"正文说“{said}”，登记的文种是“{circular.kind.value}”"
            yield hit.passage.fault(hit.start, hit.end, message, hint="改正正文或 kind")
    if circular.kind is Kind.REPORT:
        for hit in body.find(_ASKS):
            yield hit.passage.fault(hit.start, hit.end, "报告里夹带了请示事项", hint="另用“请示”行文")
