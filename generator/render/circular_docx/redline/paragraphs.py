"""Paragraphs: the words that came and went within one, and paragraphs that came or went whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from generator.render.circular_docx.elements import Element, qualified, text, w
from generator.render.circular_docx.redline.marks import Marks, canonical
from generator.render.circular_docx.redline.wording import differences

Splitter = Callable[[str], list[str]]

_P_PR, _RUN, _R_PR, _TEXT = map(qualified, ("w:pPr", "w:r", "w:rPr", "w:t"))
_BOX = qualified("w:txbxContent")
_NUMBERED = qualified("wp:docPr")

_DELETED_DRAWING = 500
"""A drawing that went has its number and this: the one that came in its place may have the same number."""


class Piece(NamedTuple):
    """A word of a paragraph with its looks, or, without words, something else that stands in the text.

    `source` is the run the piece stands in; it never takes part in comparing.
    """

    words: str
    look: bytes
    source: Element

    @property
    def key(self) -> tuple[str, bytes]:
        """What makes it the same as another."""
        return self.words, self.look


class Paragraphs:
    """Merges paragraphs of two documents; `boxed` merges what stands in text boxes."""

    def __init__(
        self,
        marks: Marks,
        split: Splitter,
        boxed: Callable[[Sequence[Element], Sequence[Element]], list[Element]],
    ) -> None:
        self._marks = marks
        self._split = split
        self._boxed = boxed

    def merged(self, old: Element, new: Element) -> Element:
        """One paragraph of two: the new one with what differs marked."""
        properties = self._marks.properties("pPr", old.find(_P_PR), new.find(_P_PR))
        section = None if properties is None else properties.find(qualified("w:sectPr"))
        if section is not None and properties is not None:
            before = old.find(f"{_P_PR}/{qualified('w:sectPr')}")
            properties.replace(section, self._marks.properties("sectPr", before, section))
        return w("p", properties, *self._content(old, new))

    def whole(self, kind: str, one: Element) -> Element:
        """A paragraph that came (`ins`) or went (`del`) whole, its mark at the end with it."""
        made = deepcopy(one)
        properties = made.find(_P_PR)
        marked = w("rPr", self._marks.mark(kind))
        section = properties.find(qualified("w:sectPr"))
        if section is None:
            properties.append(marked)
        else:
            section.addprevious(marked)
        pieces = list(_pieces(one, self._split))
        for child in list(made)[1:]:
            made.remove(child)
        made.extend(self._marked(kind, pieces))
        return made

    def _content(self, old: Element, new: Element) -> Iterator[Element]:
        was, now = (list(_pieces(one, self._split)) for one in (old, new))
        keys = [one.key for one in was], [one.key for one in now]
        for before, after, same in differences(*keys, length=lambda key: len(key[0]) or 1):  # type: ignore[index]  # a key is a pair
            if same:
                yield from self._kept(was[before], now[after])
            else:
                yield from self._marked("del", was[before])
                yield from self._marked("ins", now[after])

    def _kept(self, old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Element]:
        place = 0
        for run in _runs(new):
            yield _with_words(run, text) if run[0].words else self._with_box(old[place].source, run[0].source)
            place += len(run)

    def _with_box(self, old: Element, new: Element) -> Element:
        """Something other than words that stayed; what stands in its text boxes may have changed."""
        made = deepcopy(new)
        for before, after, box in zip(old.iter(_BOX), new.iter(_BOX), made.iter(_BOX), strict=True):
            content = self._boxed(list(before), list(after))
            for child in list(box):
                box.remove(child)
            box.extend(content)
        return made

    def _marked(self, kind: str, pieces: Sequence[Piece]) -> Iterator[Element]:
        runs = [
            _with_words(run, _deleted_text if kind == "del" else text)
            if run[0].words
            else _renumbered(run[0].source, _DELETED_DRAWING if kind == "del" else 0)
            for run in _runs(pieces)
        ]
        if runs:
            yield self._marks.mark(kind, *runs)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(one.text or "" for one in paragraph.findall(f"{_RUN}/{_TEXT}"))


def _pieces(paragraph: Element, split: Splitter) -> Iterator[Piece]:
    """Words are found over all runs that stand side by side; one that runs end within is divided there."""
    children = (child for child in paragraph if child.tag != _P_PR)
    for has_words, group in groupby(children, _has_words):
        runs = list(group)
        if not has_words:
            yield from (Piece("", _shell(run), run) for run in runs)
            continue
        ends = _ends(runs)
        place = 0
        for word in split("".join(run.findtext(_TEXT) or "" for run in runs)):
            yield from _divided(word, place, ends)
            place += len(word)


def _ends(runs: Iterable[Element]) -> list[tuple[int, bytes, Element]]:
    """Where each run's words end, with its looks."""
    found, end = [], 0
    for run in runs:
        end += len(run.findtext(_TEXT) or "")
        look = run.find(_R_PR)
        found.append((end, b"" if look is None else canonical(look), run))
    return found


def _divided(word: str, place: int, ends: Iterable[tuple[int, bytes, Element]]) -> Iterator[Piece]:
    start, stop = place, place + len(word)
    for end, look, run in ends:
        if start < min(end, stop):
            yield Piece(word[start - place : min(end, stop) - place], look, run)
            start = min(end, stop)


def _has_words(element: Element) -> bool:
    return element.tag == _RUN and [child.tag for child in element if child.tag != _R_PR] == [_TEXT]


def _shell(element: Element) -> bytes:
    """Something other than words without what stands in its text boxes."""
    made = deepcopy(element)
    for box in made.iter(_BOX):
        for child in list(box):
            box.remove(child)
    return canonical(made)


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that make one run: words of one look; what is no words stands alone."""
    for (look, words), group in groupby(pieces, lambda one: (one.look, bool(one.words))):
        if words and look is not None:
            yield list(group)
        else:
            yield from ([one] for one in group)


def _with_words(pieces: Sequence[Piece], holder: Callable[[str], Element]) -> Element:
    look = pieces[0].source.find(_R_PR)
    return w("r", deepcopy(look) if look is not None else None, holder("".join(one.words for one in pieces)))


def _deleted_text(words: str) -> Element:
    made = w("delText")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _renumbered(element: Element, by: int) -> Element:
    made = deepcopy(element)
    for one in made.iter(_NUMBERED):
        one.set("id", str(int(one.get("id", "0")) + by))
    return made
