"""A unit is named almost, but not quite, as it is registered.

Why:
    单位名称与登记的略有出入。
    股室和单位的名称以 organisation.yml 登记的为准，各处一字不差；多一字、少一字、错一字，读者会以为是另一个单位。
    确是另一个单位的，登记到 words.yml 的 names。

Bad:
    河湖与水土保护持股        # 登记的是 河湖与水土保持股
    水旱灾害防预股            # 登记的是 水旱灾害防御股

Good:
    河湖与水土保持股
    水旱灾害防御股
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.check.corpus import corpus
from generator.check.near_miss import near_miss
from generator.check.registry import Finding
from generator.model.dossier import Dossier
from generator.problem import Level

LEVEL = Level.WARNING
ACCEPTABLE = True

_SHORTEST = 5
_HEAD = 2
_MOST_APART = 2


def check(dossier: Dossier) -> Iterator[Finding]:
    """Look for what begins and ends like a registered unit and differs in between."""
    units = dict.fromkeys(
        name
        for year in dossier.years.values()
        for unit in year.organisation.units
        for name in (unit.name, *unit.short)
    )
    known = units.keys() | {text for name in dossier.words.names for text in (name.name, *name.short)}
    for name in units:
        if len(name) >= _SHORTEST:
            yield from _near(name, known, dossier)


def _near(name: str, known: Collection[str], dossier: Dossier) -> Iterator[Finding]:
    between = len(name) - _HEAD - 1
    fewest, most = max(0, between - _MOST_APART), between + _MOST_APART
    head, last = re.escape(name[:_HEAD]), re.escape(name[-1])
    pattern = re.compile(f"{head}(?=(?P<rest>[一-鿿]{{{fewest},{most}}}{last}))")
    for hit in corpus(dossier).find(pattern):
        longest = hit.match.group() + hit.match["rest"]
        ends = (at for at, char in enumerate(longest, 1) if char == name[-1] and at > _HEAD + fewest)
        written = [longest[:end] for end in ends]
        if not any(one in known for one in written):
            for one in written:
                if near_miss(one, name):
                    message = f"没有登记叫“{one}”的单位，与“{name}”只差一两个字"
                    hint = "确是另一个单位，登记到 data/words.yml 的 names"
                    end = hit.start + len(one)
                    yield hit.passage.fault(hit.start, end, message, mended=name, hint=hint)
                    break
