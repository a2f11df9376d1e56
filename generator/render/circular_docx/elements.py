"""WordprocessingML, element by element. Children are given in the order of the schema: Word insists on it."""

from __future__ import annotations

from functools import cache

from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_WORDS = {"w": _NAMESPACES["w"]}
_KEEP_BLANKS = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """The element `w:name`, its attributes in the namespace w too; a child that is None is left out."""
    return _made(f"w:{name}", {qualified(f"w:{key}"): value for key, value in attributes.items()}, children)


def drawn(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of drawings (`wp:anchor`), its attributes in no namespace."""
    return _made(name, attributes, children)


def text(words: str) -> Element:
    """The text of a run, blanks kept."""
    made = w("t")
    made.text = words
    made.set(_KEEP_BLANKS, "preserve")
    return made


@cache
def qualified(name: str) -> str:
    """A name with its prefix as lxml knows it: `w:p` is `{http://…}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _made(name: str, attributes: dict[str, str | int], children: tuple[Element | None, ...]) -> Element:
    values = {key: str(value) for key, value in attributes.items()}
    known = _WORDS if name.startswith("w:") else _NAMESPACES
    made: Element = oxml_parser.makeelement(qualified(name), values, known)
    made.extend([child for child in children if child is not None])
    return made
