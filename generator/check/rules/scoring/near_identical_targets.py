"""Two targets read alike.

Why:
    两项目标的内容几乎相同。
    同一件事写成两项，就会得两次分；多半是复制之后没有改完。确是两件事的，写明各自的对象、地点或时间，让人分得清。

Bad:
    - id: ZD01-1
      text: 每季度对辖区内各单位开展一次安全生产大检查。
    - id: ZD01-2
      text: 每季度对辖区内各单位开展一次安全生产大排查。

Good:
    - id: ZD01-1
      text: 每季度对辖区内各单位开展一次安全生产大检查。
    - id: ZD01-2
      text: 检查发现的隐患在15日内整改完毕，整改率达到95%。
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import add

from generator.check.registry import Finding
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem
from generator.problem import Level

LEVEL = Level.WARNING

_ALIKE = 0.6
"""The share of their pairs of characters that two texts must have in common to read alike."""
_COMPARED = 8
"""How many earlier texts that share one rare pair are compared: it bounds the work if all are alike."""
_BITS = 512
_MARKS = re.compile(r"[\W_]+")


def check(dossier: Dossier) -> Iterator[Finding]:
    """Find each target that reads like an earlier one of its year."""
    for year in dossier.years.values():
        for item, earlier in _alike(year):
            place = earlier.place("text")
            yield Finding(
                f"{item.id} 的内容与 {earlier.id} 几乎相同（{place.file}:{place.line}）",
                item.place("text"),
                "是同一件事就并成一项；是两件事就写明各自的对象、地点或时间",
            )


def _alike(year: Year) -> Iterator[tuple[AssessedItem, AssessedItem]]:
    """Pair each target with the first earlier one that it reads like.

    Two sets that have a share `s` of their members in common must also share one of the rarest `1 - s` of
    either's members, so only texts that share a rare pair of characters are ever compared. Of these, most
    are told apart by their marks: at most as many pairs are in common as bits, and pairs that share a bit.
    """
    texts = [(item, _pairs(item.text)) for item in year.items]
    frequency = Counter(chain.from_iterable(pairs for _, pairs in texts))
    shared = sorted(
        (pair for pair, times in frequency.items() if times > 1), key=lambda pair: (frequency[pair], pair)
    )
    rank = {pair: place for place, pair in enumerate(shared)}
    by_rare_pair: dict[int, list[int]] = defaultdict(list)
    marks: list[int] = []
    for index, (item, pairs) in enumerate(texts):
        common = sorted([rank[pair] for pair in pairs if pair in rank])
        alone = len(pairs) - len(common)
        rarest = common[: max(0, len(pairs) - int(_ALIKE * len(pairs)) + 1 - alone)]
        mark = _mark(common)
        least = _ALIKE * len(pairs) - (len(common) - mark.bit_count())
        marks.append(mark)
        met = set().union(*(by_rare_pair[pair][:_COMPARED] for pair in rarest))
        for at in sorted(at for at in met if (mark & marks[at]).bit_count() >= least):
            earlier, earlier_pairs = texts[at]
            if _share(pairs, earlier_pairs) >= _ALIKE:
                yield item, earlier
                break
        for pair in rarest:
            by_rare_pair[pair].append(index)


def _mark(ranks: Iterable[int]) -> int:
    """A number with a bit for each pair, by its rank; some share a bit."""
    mark = 0
    for rank in ranks:
        mark |= 1 << rank % _BITS
    return mark


def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text without its marks."""
    letters = _MARKS.sub("", text)
    return frozenset(map(add, letters, letters[1:])) or frozenset((letters,))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
