"""The marks of tracked changes: who changed what, when; and the properties that something had before."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from itertools import count

from lxml import etree  # type: ignore[import-untyped]  # it has no types

from generator.render.circular_docx.elements import Element, qualified, w

_FIRST = 1000
"""The number of the first mark."""

_OF_OTHERS = ("rPr", "sectPr", "headerReference", "footerReference", "pPrChange", "sectPrChange")
"""What stands among properties but is not told as changed with them."""


class Marks:
    """Makes the marks of one document, each with a number of its own."""

    def __init__(self, author: str, day: date | None) -> None:
        self._told = {"author": author} | ({"date": f"{day}T00:00:00Z"} if day else {})
        self._numbers = count(_FIRST)

    def mark(self, name: str, *children: Element) -> Element:
        """The mark `w:ins` or `w:del`, empty or around what came or went."""
        return w(name, *children, id=next(self._numbers), **self._told)

    def properties(self, name: str, old: Element | None, new: Element | None) -> Element | None:
        """The new properties of something, with the old ones in them if they differ."""
        if old is None or new is None or canonical(_own(old)) == canonical(_own(new)):
            return deepcopy(new) if new is not None else None
        made = deepcopy(new)
        change = f"{name}Change"
        if name == "tblGrid":
            made.append(w(change, _own(old), id=next(self._numbers)))  # the schema knows no author here
        else:
            made.append(w(change, _own(old), id=next(self._numbers), **self._told))
        return made


def canonical(element: Element) -> bytes:
    """An element as bytes by which it can be compared."""
    found: bytes = etree.tostring(element, method="c14n")
    return found


def _own(properties: Element) -> Element:
    made = deepcopy(properties)
    for child in list(made):
        if child.tag in {qualified(f"w:{name}") for name in _OF_OTHERS}:
            made.remove(child)
    return made
