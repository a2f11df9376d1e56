"""Titles as they are cited in text, and when two of them are the same title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.corpus import Corpus
from generator.check.passages import Passage

_OPENING = re.compile("《[^\n]*")
_ISSUER = re.compile(r"[一-鿿、]+?(?:委员会|人民政府|办公室|领导小组|[局厅部委院会办])(?=关于)")
_NESTING = str.maketrans("《》<>", "〈〉〈〉")


class CitedTitle(NamedTuple):
    """A title within its outermost 《》; `start` and `end` take the marks in."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The title without its marks."""
        return self.passage.text[self.start + 1 : self.end - 1]


def cited_titles(texts: Corpus) -> Iterator[CitedTitle]:
    """Every title cited in some texts; one whose marks have no pair is left out."""
    for hit in texts.find(_OPENING):
        text, depth, start = hit.passage.text, 0, 0
        for position in range(hit.start, hit.end):
            if text[position] == "《":
                start = position if depth == 0 else start
                depth += 1
            elif text[position] == "》" and depth:
                depth -= 1
                if depth == 0:
                    yield CitedTitle(hit.passage, start, position + 1)


def same(title: str) -> str:
    """What two spellings of one title share: width, spaces and the kind of title marks do not count."""
    return unicodedata.normalize("NFKC", title).replace(" ", "").translate(_NESTING)


def same_without_issuer(title: str) -> str:
    """Likewise, for a title that may be cited with or without the body that issued it."""
    return _ISSUER.sub("", same(title), count=1)
