"""Where lines of the body break, so that the document can be laid out for the pages they will make."""

from __future__ import annotations

from generator.render.circular_docx.lengths import CHARACTER, DIGIT

_NEVER_FIRST = frozenset("，。、；：？！》〉）”’〕】…—·％!%),.:;>?]}")
_NEVER_LAST = frozenset("《〈（“‘〔【([{<")


def lines_of(words: str, first: int, others: int, gap: int) -> tuple[str, ...]:
    """Words broken into a first line of one width and others of another, in twips.

    `gap` is what a program puts between a half-width letter or figure and a Chinese character. Numbers and Latin
    words stay whole; no line begins with a closing mark or ends with an opening one.
    """
    lines = []
    start = last = end = 0
    used, room = 0, first
    while end < len(words):
        if end > start and _may_break(words[end - 1], words[end]):
            last = end
        used += _advance(words, end, gap)
        if used > room and end > start and words[end] != " ":
            start, cut = (last if last > start else end), start
            lines.append(words[cut:start])
            end, last, used, room = start, start, 0, others
        else:
            end += 1
    return (*lines, words[start:])


def _advance(words: str, place: int, gap: int) -> int:
    sign = words[place]
    advance = DIGIT if sign.isascii() else CHARACTER
    if gap and place:
        before = words[place - 1]
        if before.isalnum() and sign.isalnum() and before.isascii() != sign.isascii():
            advance += gap
    return advance


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return not (before.isascii() and after.isascii() and before != " ")
