"""What the text of a document claims: every sentence of its prose with the figures that the data give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.compute.datawords import words
from generator.model.circular import Circular
from generator.model.prose import DataWord, Heading, Inline, Paragraph
from generator.publish.verify.context import Context
from generator.publish.verify.spelling import squeezed
from generator.publish.verify.table_claims import Claim

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SHOWN = 24


def prose_claims(text: str, circular: Circular, context: Context) -> Iterator[Claim]:
    """Every claim that a circular's own words make in a text without spaces: a claim for each figure of a passage."""
    subject = circular.number
    said = dict(words(context.facts.year))
    yield passage_claim(text, subject, "signature", squeezed(circular.signature))
    yield passage_claim(
        text, subject, "date", f"{circular.date.year}年{circular.date.month}月{circular.date.day}日"
    )
    for prose in context.dossier.prose_of(circular):
        for block in prose.blocks:
            match block:
                case Heading():
                    passage = _said(block.inlines, said)
                case Paragraph():
                    passage = _said((*block.run_in, *block.inlines), said)
                case _:
                    continue
            if passage is not None:
                for _ in _FIGURE.findall(passage) or ("",):
                    yield passage_claim(text, subject, f"{prose.file}:{block.place.line}", passage)


def _said(inlines: tuple[Inline, ...], said: dict[str, str]) -> str | None:
    """A passage with its data words put in; None if one of them says nothing."""
    parts = [said.get(one.path) if isinstance(one, DataWord) else one.text for one in inlines]
    return squeezed("".join(part for part in parts if part)) if None not in parts else None


def passage_claim(text: str, subject: str, field: str, *passages: str) -> Claim:
    """That a passage stands in a text, put in one of some ways; else where the first departs from what does."""
    found = next((one for one in passages if one in text), None)
    return Claim(subject, field, "正文", found or _nearest(text, passages[0]), frozenset(passages))


@cache
def _nearest(text: str, passage: str) -> str:
    """Where a passage that is not there departs from what is: the last words in common, and what follows them."""
    low, high = 0, len(passage)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if passage[:middle] in text else (low, middle - 1)
    if low == 0:
        return ""
    at = text.find(passage[:low])
    return f"…{text[at + max(0, low - _SHOWN) : at + low + _SHOWN]}…"
