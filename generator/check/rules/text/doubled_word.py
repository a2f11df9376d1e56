"""A word stands twice where it was meant once.

Why:
    字词重复。
    多半是改稿时插入了新词、没有删净旧词。层层、切切实实一类的叠词，目的的、水利局局长一类前后两个词相接的，不在此列。

Bad:
    贯彻落实各项的的要求
    开展内部绩效评考评工作
    按照按照县委部署

Good:
    贯彻落实各项要求
    开展内部绩效考评工作
    按照县委部署
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from generator.check.corpus import Corpus, corpus
from generator.check.passages import HAN, Passage
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING
ACCEPTABLE = True

_BETWEEN_WORDS: Mapping[str, tuple[str, str]] = {
    "的": ("目标有众端", "确士"),
    "了": ("为除不罢明", "解结然不"),
    "和": ("祥总饱缓温平共调随中谐柔附应", "谐睦平解气缓美好"),
    "与": ("参赠给授付干", "会其时"),
    "在": ("存现实潜内外所正好旨", ""),
    "是": ("但凡于可就还只总正都不若便算也或", "非否"),
    "将": ("即必终现上中少大", "军领士要"),
    "及": ("以涉普提顾危波", "时早其格"),
    "对": ("针面相绝反核应成配校", "于象策应照话比接口标"),
    "各": ("", "自"),
    "把": ("", "关脉手"),
    "由": ("自理事缘", "于此"),
    "从": ("服自顺听", "事业严"),
    "向": ("方面倾意导走去动", "上"),
    "按": ("", "时期照"),
    "并": ("合一兼归", ""),
    "于": ("由关对等终基鉴属处位善", ""),
    "以": ("予可所难加得足给", "及"),
    "要": ("重主需必纲摘简扼只首次", "求点素件闻领"),
    "也": ("", ""),
    "使": ("即促行致驱大", "用得命者"),
    "或": ("", "者"),
    "而": ("从因进然", "且"),
    "且": ("并而", ""),
}
"""Words that are hardly ever doubled: what may end with one before it, and begin with one after it."""
_SINGLE = re.compile("|".join(f"{word}{word}" for word in _BETWEEN_WORDS))

_TWICE = re.compile(rf"(?P<word>[{HAN}]{{2,6}})(?P=word)(?P<after>[{HAN}]?)")
_REPEATABLE = re.compile("[〇零一二两三四五六七八九十百千万亿第每逐年月日很最极太多]|.*越")
"""How words begin that are repeated on purpose: 一项一项, 很多很多; and 越来越."""
_VERBS = frozenset(
    {"研究", "讨论", "学习", "考虑", "商量", "了解", "交流", "沟通", "参考", "体验", "检查", "宣传"}
)
_COMPOUNDS = "口地团值员书表长率者们局处室科站所点法权性化制度类型期时式"
"""What may follow a doubled word to make its second half a longer word: 目标目标值, 管理管理员."""

_SANDWICH = re.compile(rf"(?=(?P<one>[{HAN}])(?P<other>[{HAN}])(?P=one))(?<=(?P<before>[{HAN}]{{2}}))")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for doubled small words, doubled longer words, and words retyped within one another."""
    texts = corpus(dossier)
    yield from _small(texts)
    yield from _longer(texts)
    yield from _retyped(texts)


def _small(texts: Corpus) -> Iterator[Finding]:
    for hit in texts.find(_SINGLE):
        word = hit.match.group()[: len(hit.match.group()) // 2]
        if not _meant(hit.passage.text, hit.start, hit.end, *_BETWEEN_WORDS[word]):
            yield _fault(hit.passage, hit.start, hit.end, word)


def _meant(text: str, start: int, end: int, endings: str, beginnings: str) -> bool:
    """Tell 目的的确定, 一把把钥匙 and 暖暖和和 from a slip."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    paired = any(len(pair) == 2 and pair[0] == pair[1] for pair in (before, after))
    return paired or before.endswith((*endings, "一")) or after.startswith(tuple(beginnings))


def _longer(texts: Corpus) -> Iterator[Finding]:
    for hit in texts.find(_TWICE):
        word = hit.match["word"]
        if word in _VERBS or _REPEATABLE.match(word) or hit.match["after"] in tuple(_COMPOUNDS):
            continue
        yield _fault(hit.passage, hit.start, hit.start + 2 * len(word), word)


def _retyped(texts: Corpus) -> Iterator[Finding]:
    """Find 绩效评考评, by 绩效考评 standing elsewhere in the same file and 效评考 nowhere else."""
    prose = Corpus(tuple(passage for passage in texts.passages if passage.exact))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in prose.passages:
        for length in (3, 4):
            counts[passage.file].update(_pieces(passage.text, length))
    for hit in prose.find(_SANDWICH):
        one, other, before = hit.match["one"], hit.match["other"], hit.match["before"]
        count = counts[hit.passage.file]
        if one != other and count[before + other + one] > 1 and count[before[1] + one + other] == 1:
            message = f"“{one}{other}{one}”多了一个“{one}”"
            yield hit.passage.fault(hit.start, hit.start + 3, message, mended=other + one)


def _pieces(text: str, length: int) -> Iterator[str]:
    return (text[at : at + length] for at in range(len(text) - length + 1))


def _fault(passage: Passage, start: int, end: int, word: str) -> Finding:
    return passage.fault(start, end, f"“{word}”重复", mended=word)
