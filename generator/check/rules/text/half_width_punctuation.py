"""Half-width punctuation stands in Chinese text.

Why:
    中文里用了半角标点。
    公文的标点用全角（GB/T 15834-2011）：逗号、冒号、括号、引号等写成半角，多半是输入法没有切换。
    数字里的小数点、比例和时刻的冒号、西文里的标点不在此列。

Bad:
    为开创工作新局面,推动发展
    评估内容包括:业务目标(重点任务)
    坚持"两手抓"

Good:
    为开创工作新局面，推动发展
    评估内容包括：业务目标（重点任务）
    坚持“两手抓”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.corpus import Corpus, corpus
from generator.check.passages import DATA, HAN
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.ERROR
ACCEPTABLE = True
SAFE = True

_CHINESE = f"{HAN}{DATA}，。、；：？！“”‘’（）《》〈〉〔〕…—％"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "~": "～"}
_MARK = re.compile(
    r"(?!!\[)[,;:?!~](?:"
    rf"(?<=[{_CHINESE}][^~])|(?<=[{_CHINESE}][0-9A-Za-z%)\"][^~])(?![0-9/\\])"
    rf"|(?<=[^~])(?=[{HAN}“（《{DATA}])"
    rf"|(?<=[0-9{HAN}%]~)(?=[0-9{HAN}]))"
)
_STOP = re.compile(rf"\.(?<=[{HAN}]\.)(?=$|[{HAN}\n]| [{HAN}])", re.MULTILINE)
_BRACKETS = re.compile(rf"\((?:(?<=[{_CHINESE}]\()|(?=[^()\n]*[{HAN}]))[^()\n]*\)")
_ONE_BRACKET = re.compile(rf"[(（](?=[^()（）\n]*[{HAN}])[^()（）\n]*[)）]")
_QUOTES = re.compile(
    rf"(?P<mark>[\"'])(?:(?=[^\"'\n]*[{HAN}])|(?<=[{_CHINESE}]\"))(?P<inner>[^\"'\n]*)(?P=mark)"
)
_NUMBER = re.compile(r"\((?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\)")
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}\.")
"""A number at the head of a passage is for the rule on heading numbers."""


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for half-width marks that have Chinese beside or between them."""
    texts = corpus(dossier)
    for hit in texts.find(_MARK):
        mark = hit.match.group()
        message = f"中文里用了半角的“{mark}”"
        yield hit.passage.fault(hit.start, hit.end, message, mended=_FULL[mark])
    for hit in texts.find(_STOP):
        if _NUMERAL.fullmatch(hit.passage.text, 0, hit.end):
            continue
        hint = "句号写“。”，人名中间的点写“·”"
        yield hit.passage.fault(hit.start, hit.end, "中文里用了半角的“.”", hint=hint)
    yield from _brackets(texts)
    for hit in texts.find(_QUOTES):
        inner = hit.match["inner"]
        mended = f"“{inner}”" if hit.match["mark"] == '"' else f"‘{inner}’"
        mark = hit.match["mark"]
        yield hit.passage.fault(hit.start, hit.end, f"中文里用了直引号 {mark}", mended=mended)


def _brackets(texts: Corpus) -> Iterator[Finding]:
    for hit in texts.find(_BRACKETS):
        if hit.start == 0 and hit.passage.exact and _NUMBER.match(hit.passage.text):
            continue
        inner = hit.passage.quoted(hit.start + 1, hit.end - 1)
        yield hit.passage.fault(hit.start, hit.end, "中文里用了半角括号", mended=f"（{inner}）")
    for hit in texts.find(_ONE_BRACKET):
        if hit.match.group()[0] + hit.match.group()[-1] in ("()", "（）"):
            continue
        inner = hit.passage.quoted(hit.start + 1, hit.end - 1)
        message = "括号一边半角、一边全角"
        yield hit.passage.fault(hit.start, hit.end, message, mended=f"（{inner}）")
