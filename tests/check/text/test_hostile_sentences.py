"""No sentence, however odd or long, makes a text rule fail, lose its place or grind to a halt."""

from __future__ import annotations

import dataclasses
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.corpus import corpus
from generator.load.prose import read_prose
from generator.model.dossier import Dossier
from generator.model.prose import DataWord, Inline, Paragraph, Prose, Words
from generator.problem import Place
from tests.check.text.test_sentences import FILE, TEXT_RULES, base, found

PIECES = (
    *"0123456789.%〇一二十万年月日号〔〕[]()（）《》〈〉<>，,。.；;：:、？?！!“”\"'—～~- 　的和了要①②",
    *(
        "附件",
        "见附件1",
        "水利",
        "工程建",
        "设股",
        "2021年",
        "8月",
        "{{ plan.targets }}",
        "# ",
        "## ",
        "\n\n",
    ),
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "1、",
        "《办法》（县〔2021〕1号）",
        "包括",
        "等三方面",
        "共9项，其中",
        "考评",
    ),
)
REPEATED = (
    *(
        "，",
        ",",
        "甲",
        "的",
        "评考",
        "一",
        "1",
        "1.",
        "1-",
        "1—",
        "《",
        "》",
        "<甲",
        "<",
        "(",
        "（",
        "(甲",
        "①",
    ),
    *(
        '"',
        '"甲',
        "[2021]",
        "〔1〕",
        "见附件，",
        "《甲》（县〔2021〕1号）",
        "0月",
        "1年",
        "2021年1月",
        "甲 ",
        "( ",
    ),
    *(
        "包括甲、",
        "（9个）：甲",
        "9项其中",
        "共9项，其中甲1项、",
        "重点任务（3分）：",
        "工程建",
        "不忘初心，",
        "现将",
    ),
)
LONG = 100_000


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join))
def test_odd_sentences_are_reported_at_their_place(text: str) -> None:
    """Whatever is found has a message, a hint, and words that stand in the line of its place."""
    lines = text.split("\n")
    prose, _ = read_prose(text, FILE)
    dossier = dataclasses.replace(base(), prose={FILE: prose})
    for rule in TEXT_RULES:
        for finding in rule.check(dossier):
            assert finding.message and finding.hint
            if finding.place.file == FILE:
                assert finding.words in lines[finding.place.line - 1].replace("\\", "")


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_sentence_takes_no_longer_than_its_length_asks(piece: str) -> None:
    """A hundred thousand characters of one thing are checked in seconds, not in hours."""
    dossier = printing((Words(piece * (LONG // len(piece)), Place(FILE)),))
    assert slow(dossier) == []


def test_many_data_words_take_no_longer_than_their_number_asks() -> None:
    """Ten thousand data words, each with a fault beside it, are checked in seconds."""
    words: list[Inline] = []
    for index in range(10_000):
        words += [
            DataWord("plan.targets", Place(FILE, 1, 30 * index + 1)),
            Words(" 项,", Place(FILE, 1, 30 * index + 20)),
        ]
    assert slow(printing(tuple(words))) == []


def test_all_texts_are_gathered_once_for_all_rules() -> None:
    """The rules of one run share one corpus; another dossier gets its own."""
    assert corpus(base()) is corpus(base())
    assert corpus(dataclasses.replace(base())) is not corpus(base())
    assert found("各股室要抓好落实。", FILE) == []


def printing(inlines: tuple[Inline, ...]) -> Dossier:
    """The small bureau with one paragraph for its plan."""
    return dataclasses.replace(base(), prose={FILE: Prose(FILE, (Paragraph(inlines, place=Place(FILE)),))})


def slow(dossier: Dossier) -> list[tuple[str, float]]:
    """The rules that take more than three seconds of work."""
    taken = []
    for rule in TEXT_RULES:
        begun = time.process_time()
        for _ in rule.check(dossier):
            pass
        taken.append((rule.id, time.process_time() - begun))
    return [(rule, seconds) for rule, seconds in taken if seconds > 3]
