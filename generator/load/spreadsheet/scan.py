"""One XML part of a workbook, looked through before anything is built of it: no DTD, no depth, no flood of elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml import (  # type: ignore[import-untyped]  # it has no types
    DefusedXmlException,
    DTDForbidden,
)
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]  # it has no types

from generator.load.refusals import Refusal
from generator.load.spreadsheet import refusals
from generator.load.spreadsheet.workbook import Area

MAX_DEPTH, MAX_ELEMENTS, MAX_STYLES, MAX_AREAS = 64, 500_000, 50_000, 2_000
"""How deep a part may nest, its elements (of sheets and texts, and of any other part), and its areas of a kind."""

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_MAX_AREA = 100_000
_MAX_TEXT = 100_000
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_STRICT = "http://purl.oclc.org/ooxml/"
_ANCHORED = {
    "pic": "图片",
    "sp": "文本框或图形",
    "graphicFrame": "图表",
    "cxnSp": "线条",
    "contentPart": "墨迹",
}


class Relation(NamedTuple):
    """How a part refers to another: the id it uses, the kind, where it leads, whether out of the workbook."""

    id: str
    kind: str
    target: str
    external: bool


class Anchored(NamedTuple):
    """A thing that floats over a sheet: the cell at its top left corner, and what it is."""

    row: int
    column: int
    what: str


class UnsafePartError(Exception):
    """A part that must not be parsed further: which refusal, what is wrong, and the cell, if it is known."""

    def __init__(self, refusal: Refusal, message: str, row: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.refusal, self.message, self.row, self.column = refusal, message, row, column


@dataclass(slots=True)
class Scanned:
    """What a part said of itself: its relations, the sheets it lists by id, what floats, whether it has formulas."""

    relations: list[Relation] = field(default_factory=list)
    sheets: dict[str, str] = field(default_factory=dict)
    anchored: list[Anchored] = field(default_factory=list)
    macros: bool = False
    formulas: bool = False


def scan(name: str, content: bytes) -> Scanned:
    """Look through one part. Raises `UnsafePartError` at the first thing that forbids parsing it."""
    target = _Target(name)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        parser.feed(content)
        parser.close()
    except DTDForbidden:
        raise UnsafePartError(
            refusals.WORKBOOK_DAMAGED, "工作簿里夹带了 DTD 声明，正常保存的表里没有"
        ) from None
    except (DefusedXmlException, ParseError, ValueError, LookupError):
        raise UnsafePartError(refusals.WORKBOOK_DAMAGED, f"工作簿的内容坏了（{name}）") from None
    return target.scanned


def area(reference: str) -> Area:
    """The area that `B2:C5` or `B2` names. Raises `ValueError` when it names none."""
    spots = [_REFERENCE.fullmatch(half) for half in reference.split(":")]
    if len(spots) > 2 or None in spots:
        raise ValueError(reference)
    corners = [(int(spot[2]), _column(spot[1])) for spot in spots if spot is not None]
    rows, columns = zip(*corners, strict=True)
    made = Area(min(rows), min(columns), max(rows), max(columns))
    if made.top < 1 or made.bottom > MAX_ROW or made.right > MAX_COLUMN:
        raise ValueError(reference)
    return made


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class _Target:
    """Receives the elements of a part as they are parsed, and builds nothing of them."""

    def __init__(self, name: str) -> None:
        self.scanned = Scanned()
        self._limit = MAX_ELEMENTS if "/worksheets/" in name or "haredStrings" in name else MAX_STYLES
        self._elements = self._depth = 0
        self._areas: dict[str, list[int]] = {}
        self._spots: set[str] = set()
        self._anchor = {"col": 0, "row": 0}
        self._open = ""
        self._shared = False
        self._text = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        self._elements += 1
        self._depth += 1
        namespace, _, local = tag.rpartition("}")
        if namespace.startswith("{" + _STRICT):
            raise UnsafePartError(refusals.WORKBOOK_FORMAT, "这是“Strict Open XML”工作簿，不是通常的 .xlsx")
        if self._elements > self._limit:
            message = f"内容太多，超过 {self._limit:,} 个格子和格式的上限"
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, message)
        if self._depth > MAX_DEPTH or any(len(value) > _MAX_TEXT for value in attributes.values()):
            raise UnsafePartError(refusals.WORKBOOK_DAMAGED, "工作簿的结构不正常（嵌套过深或属性过长）")
        self._open, self._text = local, 0
        self._meet(local, attributes)

    def end(self, tag: str) -> None:  # noqa: ARG002  # the parser gives it
        """An element closes."""
        self._depth -= 1
        self._open = ""

    def data(self, text: str) -> None:
        """Text within an element, perhaps a piece of it."""
        if self._open in ("col", "row") and text.strip().isdecimal():
            self._anchor[self._open] = min(int(text[:8]), MAX_ROW - 1)
        elif self._open == "v" and self._shared and not text.strip().isdecimal():
            raise UnsafePartError(refusals.WORKBOOK_DAMAGED, "工作簿的内容坏了（文字的序号不是数）")
        self._text += len(text)
        if self._text > _MAX_TEXT:
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, f"有一格的内容超过 {_MAX_TEXT:,} 字")

    def _meet(self, local: str, attributes: dict[str, str]) -> None:
        match local:
            case "c" if "r" in attributes:
                self._cell(attributes)
            case "f":
                self.scanned.formulas = True
            case "mergeCell" | "hyperlink":
                self._area(local, attributes.get("ref", ""))
            case "Relationship":
                kind = attributes.get("Type", "").rsplit("/", 1)[-1]
                outside = attributes.get("TargetMode", "").lower() == "external"
                self.scanned.relations.append(
                    Relation(attributes.get("Id", ""), kind, attributes.get("Target", ""), outside)
                )
            case "sheet" if "name" in attributes:
                id_ = next((value for key, value in attributes.items() if key.endswith("}id")), "")
                self.scanned.sheets[id_] = attributes["name"]
            case "Default" | "Override" if "macroEnabled" in attributes.get("ContentType", ""):
                self.scanned.macros = True
            case "pic" | "sp" | "graphicFrame" | "cxnSp" | "contentPart":
                spot = (self._anchor["row"] + 1, min(self._anchor["col"] + 1, MAX_COLUMN))
                self.scanned.anchored.append(Anchored(*spot, _ANCHORED[local]))

    def _cell(self, attributes: dict[str, str]) -> None:
        spot = attributes["r"]
        self._shared = attributes.get("t") == "s"
        try:
            place = area(spot)
        except ValueError:
            raise UnsafePartError(
                refusals.WORKBOOK_DAMAGED, f"工作簿里有一格的地址“{spot[:20]}”不对"
            ) from None
        if place.size > 1 or spot in self._spots:
            message = f"{spot[:20]} 这一格在工作簿里写了不止一次，不知道以哪一个为准"
            raise UnsafePartError(refusals.WORKBOOK_DAMAGED, message, place.top, place.left)
        self._spots.add(spot)

    def _area(self, local: str, reference: str) -> None:
        try:
            met = area(reference)
        except ValueError:
            raise UnsafePartError(refusals.WORKBOOK_DAMAGED, f"区域“{reference[:20]}”的写法不对") from None
        sizes = self._areas.setdefault(local, [])
        sizes.append(met.size)
        if len(sizes) > MAX_AREAS or sum(sizes) > _MAX_AREA:
            what = "合并的格子" if local == "mergeCell" else "链接"
            message = f"{what}太多或太大（如 {met}），超过 {_MAX_AREA:,} 格的上限"
            raise UnsafePartError(refusals.WORKBOOK_TOO_LARGE, message, met.top, met.left)
