"""No text, however odd or long, makes a rule on data fail or grind to a halt."""

from __future__ import annotations

import dataclasses
import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dossier import Dossier
from generator.model.prose import Paragraph, Prose, Words
from generator.problem import Place
from tests.check.bureaus import BASE, read
from tests.check.test_rules import DATA_RULES

PIECES = (
    *"0123456789.%％零〇一二两十百千万亿每扣加分得不无全号月日季年底（）《》〈〉<>〔〕，。；、：\u201c\u201d",
    *("附件", "百分之", "每月", "云水〔2021〕7号", "6月30日", "逾期", "{{", "}}", " ", "\U00020000"),
)
LONG = 100_000


@cache
def base() -> Dossier:
    """The bureau without fault."""
    return read(BASE)


def speaking(text: str) -> Dossier:
    """The base bureau with this text wherever a text may stand."""
    year = base().years[2021]
    told = {"text": text, "scoring": text, "source": text, "unit": text, "leader": text}
    indicators = tuple(indicator.model_copy(update=told) for indicator in year.indicators)
    file = next(year.prose_files)
    prose = Prose(file, (Paragraph((Words(text, Place(file)),), place=Place(file)),))
    changed = dataclasses.replace(year, indicators=indicators)
    return dataclasses.replace(base(), years={2021: changed}, prose={**base().prose, file: prose})


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join))
def test_odd_texts_are_reported_or_pass(text: str) -> None:
    """Half figures, stray marks and endless numerals never end in a crash."""
    dossier = speaking(text)
    for rule in DATA_RULES:
        for finding in rule.check(dossier):
            assert finding.message


@pytest.mark.parametrize(
    "piece", ["每", "一", "1", "1 ", "附件", "附件1", "每1件扣", "甲", "〔2021〕", "《", "6月", "（"]
)
def test_a_long_text_takes_no_longer_than_its_length_asks(piece: str) -> None:
    """A hundred thousand repetitions are checked in seconds, not in hours."""
    dossier = speaking(piece * (LONG // len(piece)))
    slow = []
    for rule in DATA_RULES:
        begun = time.process_time()
        for _ in rule.check(dossier):
            pass
        if (taken := time.process_time() - begun) > 3:
            slow.append((rule.id, taken))
    assert slow == []
