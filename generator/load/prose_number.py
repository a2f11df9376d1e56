"""The number a paragraph opens with, and the heading that runs on into its text."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.prose import Inline, Paragraph, Words
from generator.problem import Place

_NUMBERS = (
    (1, re.compile(r"[一二三四五六七八九十]+、")),
    (2, re.compile(r"[（(][一二三四五六七八九十]+[）)]")),
    (3, re.compile(r"[0-9０-９]{1,2}(?:[.．](?![0-9])|、)")),
    (4, re.compile(r"[（(][0-9０-９]{1,2}[）)]")),
)
_RUN_IN_LEVELS = (1, 2)


def heading_level(text: str) -> int | None:
    """The level a text's opening number has: 一、 is 1, （一） 2, `1.` or 1、 3, （1） 4; None if it has none.

    Half-width brackets count too: whether a number is well formed is for `check` to say.
    """
    return next((level for level, number in _NUMBERS if number.match(text)), None)


def numbered(inlines: tuple[Inline, ...], place: Place) -> Paragraph:
    """A paragraph with the level its number gives it.

    A heading of level 1 or 2 runs on when more text follows its first sentence: （一）坚持正确导向。要…
    Then `run_in` holds that sentence with its 。, and `inlines` the rest.
    """
    first = inlines[0] if inlines else None
    level = heading_level(first.text) if isinstance(first, Words) else None
    if level in _RUN_IN_LEVELS:
        run_in, rest = _split_after_sentence(inlines)
        if rest:
            return Paragraph(rest, run_in, level, place)
    return Paragraph(inlines, (), level, place)


def _split_after_sentence(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    for index, inline in enumerate(inlines):
        if isinstance(inline, Words) and "。" in inline.text:
            end = inline.text.index("。") + 1
            head, tail = inline.text[:end], inline.text[end:]
            place = inline.place._replace(column=inline.place.column + end)
            rest = (Words(tail, place),) if tail else ()
            return (*inlines[:index], replace(inline, text=head)), (*rest, *inlines[index + 1 :])
    return inlines, ()
