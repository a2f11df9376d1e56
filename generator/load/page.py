"""The words of a hand-written page of the site, for the proof-reader; the site engine prints the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.prose import HandwrittenPage, Words
from generator.problem import Place

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(
    r"(?P<code>`+).+?(?P=code)"
    r"|!?\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\([^)\n]*\)"
    r"|</?[A-Za-z][^>\n]*>|<https?://[^>\n]*>|https?://[\x21-\x7e]+"
    r"|\*{1,3}|(?<![0-9A-Za-z])_{1,3}|_{1,3}(?![0-9A-Za-z])"
    r"|\\(?P<mark>[!-/:-@\[-`{-~])"
)
"""What is no word of the reader's: code, addresses, HTML, marks of emphasis, the backslash before a mark."""


def read_page(text: str, file: str) -> HandwrittenPage:
    """Read the words of a page, already decoded: one passage for each heading, paragraph, item and table cell."""
    if front := _FRONT_MATTER.match(text):
        text = re.sub(r"[^\n]", "", front.group()) + text[front.end() :]
    tokens: list[Token] = []
    _MARKDOWN.block.parse(text, _MARKDOWN, {}, tokens)
    return HandwrittenPage(file, tuple(filter(None, _passages(tokens, text.split("\n"), file))))


def _passages(tokens: list[Token], lines: list[str], file: str) -> Iterator[tuple[Words, ...]]:
    ends: dict[int, int] = {}
    for token in tokens:
        if token.type == "inline" and token.map is not None:
            yield tuple(_words(token, lines, file, ends))


def _words(token: Token, lines: list[str], file: str, ends: dict[int, int]) -> Iterator[Words]:
    """The words of some running text; `ends` is where the text before ended on a line that holds several."""
    first = token.map[0] if token.map else 0
    for index, part in enumerate(token.content.split("\n"), first):
        begins = lines[index].find(part, ends.get(index, 0))
        if begins < 0:  # a cell with an escaped bar stands otherwise in the file
            continue
        ends[index] = begins + len(part)
        for start, words in _readable(part):
            yield Words(words, Place(file, index + 1, begins + start + 1))


def _readable(part: str) -> Iterator[tuple[int, str]]:
    """The runs of a line that a reader reads, each with its offset."""
    done = 0
    for markup in _MARKUP.finditer(part):
        yield from _run(part, done, markup.start())
        for kept in ("text", "mark"):
            yield from _run(part, markup.start(kept), markup.end(kept))
        done = markup.end()
    yield from _run(part, done, len(part))


def _run(part: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    if start < end:
        yield start, part[start:end]
