"""A workbook's XML looked through as it is parsed: no DTD, no depth, no flood of elements; kept is what a kind asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from generator.load.refusals import Refusal
from generator.load.spreadsheet import refusals

MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT = 64, 300_000, 100_000
"""How deep a part may nest, how many elements a workbook may have, and its longest text."""

Attributes = Mapping[str, str]

_STRICT = "http://purl.oclc.org/ooxml/"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class UnsafePartError(Exception):
    """A part that must not be read further: which refusal, what is wrong, and the cell, if it is known."""

    def __init__(self, refusal: Refusal, message: str, row: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.refusal, self.message, self.row, self.column = refusal, message, row, column


class Scan:
    """Receives a part's elements, without their namespaces, and keeps nothing of them."""

    def __init__(self) -> None:
        self.left = MAX_ELEMENTS
        self._depth = self._length = 0
        self._pieces: list[str] = []

    def meet(self, name: str, attributes: Attributes) -> None:
        """An element opens."""

    def leave(self, name: str, text: str) -> None:
        """An element closes; `text` is what stood in it since the last element opened or closed."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element opens, as the parser tells it."""
        self.left -= 1
        self._depth += 1
        if tag.startswith(_STRICT):
            message = "这是“Strict Open XML”工作簿，不是通常的 .xlsx"
            raise UnsafePartError(refusals.WORKBOOK_FORMAT, message)
        if self.left < 0:
            message = "格子和格式太多，多半是格式一直刷到了表的尽头"
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, message)
        if self._depth > MAX_DEPTH:
            raise damaged("工作簿的结构不正常，嵌套过深")
        self._pieces, self._length = [], 0
        self.meet(tag.rpartition("}")[2], attributes)

    def end(self, tag: str) -> None:
        """An element closes, as the parser tells it."""
        self._depth -= 1
        self.leave(tag.rpartition("}")[2], "".join(self._pieces))
        self._pieces, self._length = [], 0

    def data(self, text: str) -> None:
        """Text within an element, perhaps a piece of it."""
        self._length += len(text)
        self._pieces.append(text)
        if self._length > MAX_TEXT:
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, f"有一处文字超过 {MAX_TEXT:,} 字")


class Relation(NamedTuple):
    """How a part refers to another: the id it uses, the kind, where it leads, whether out of the workbook."""

    id: str
    kind: str
    target: str
    external: bool


class Relations(Scan):
    """A part's relations."""

    def __init__(self) -> None:
        super().__init__()
        self.relations: list[Relation] = []

    def meet(self, name: str, attributes: Attributes) -> None:
        """Keep a relation."""
        if name == "Relationship":
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            external = attributes.get("TargetMode", "").lower() == "external"
            target = attributes.get("Target", "")
            self.relations.append(Relation(attributes.get("Id", ""), kind, target, external))


class Types(Scan):
    """The list of the parts and what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.macros = False

    def meet(self, name: str, attributes: Attributes) -> None:
        """Note whether the workbook says that it has macros."""
        if name in ("Default", "Override") and "macroEnabled" in attributes.get("ContentType", ""):
            self.macros = True


class ListedSheet(NamedTuple):
    """A sheet as the workbook lists it: its name, the relation that leads to it, whether it shows."""

    name: str
    relation: str
    state: str


class Book(Scan):
    """The workbook's own part: its sheets, its names of areas, and whether its days count from 1904."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[ListedSheet] = []
        self.names: dict[str, str] = {}
        self.from_1904 = False
        self._name = ""

    def meet(self, name: str, attributes: Attributes) -> None:
        """Keep a sheet, and what days count from."""
        match name:
            case "sheet":
                relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
                state = attributes.get("state", "visible")
                self.sheets.append(ListedSheet(attributes.get("name", ""), relation, state))
            case "workbookPr":
                self.from_1904 = attributes.get("date1904", "0") in ("1", "true")
            case "definedName":
                self._name = attributes.get("name", "")

    def leave(self, name: str, text: str) -> None:
        """Keep what a name stands for."""
        if name == "definedName":
            self.names[self._name] = text


class TextScan(Scan):
    """A part with texts, each in runs of one font; how a word sounds (`rPh`) is written above it and is not part of it."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[str] = []
        self._sound = False

    def meet(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002  # what it is called says all
        """Leave out how a word sounds."""
        self._sound = self._sound or name == "rPh"

    def leave(self, name: str, text: str) -> None:
        """Keep a run."""
        if name == "rPh":
            self._sound = False
        elif name == "t" and not self._sound:
            self._runs.append(text)

    def taken(self) -> str:
        """The text of the runs so far; those to come belong to the next."""
        text, self._runs = "".join(self._runs), []
        return unescaped(text)


class Texts(TextScan):
    """The texts that cells share, by their number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def leave(self, name: str, text: str) -> None:
        """Keep a text."""
        super().leave(name, text)
        if name == "si":
            self.texts.append(self.taken())


class Styles(Scan):
    """The number format of each style: its number, and the codes of those that are not built in."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []
        self._cells = False

    def meet(self, name: str, attributes: Attributes) -> None:
        """Keep a code, or the number of a cell style's format."""
        match name:
            case "numFmt":
                self.codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
            case "cellXfs":
                self._cells = True
            case "xf" if self._cells:
                self.formats.append(attributes.get("numFmtId", "0"))

    def leave(self, name: str, text: str) -> None:  # noqa: ARG002  # styles have no text
        """Tell cell styles from named ones."""
        if name == "cellXfs":
            self._cells = False


def scan(content: bytes, target: Scan) -> None:
    """Look through one part. Raises `UnsafePartError` at the first thing that forbids reading it.

    A DTD is refused at its first word, before any entity could be declared in it.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.StartElementHandler = target.start
    parser.EndElementHandler = target.end
    parser.CharacterDataHandler = target.data
    parser.buffer_text = True
    try:
        parser.Parse(content, True)  # noqa: FBT003  # expat has no name for "this is all of it"
    except (expat.ExpatError, ValueError, LookupError):
        raise damaged("工作簿的内容坏了，读到一半读不下去") from None


def damaged(message: str, row: int = 0, column: int = 0) -> UnsafePartError:
    """The refusal of what is not as it should be."""
    return UnsafePartError(refusals.WORKBOOK_DAMAGED, message, row, column)


def unescaped(text: str) -> str:
    """A text whose control characters were written as _x000D_ (ECMA-376, 22.9.2.19); half a character stays as it is."""
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)


def _refuse_dtd(*_: object) -> None:
    raise damaged("工作簿里夹带了 DTD 声明，正常保存的表里没有")
