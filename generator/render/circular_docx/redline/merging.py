"""Paragraphs and tables of two documents put into one, what differs marked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.render.circular_docx.elements import Element, qualified, w
from generator.render.circular_docx.redline.aligning import aligned
from generator.render.circular_docx.redline.marks import Marks, canonical
from generator.render.circular_docx.redline.paragraphs import Paragraphs, words_of
from generator.render.circular_docx.redline.wording import splitter

_PARAGRAPH, _TABLE, _ROW, _CELL = map(qualified, ("w:p", "w:tbl", "w:tr", "w:tc"))
_SECTION = qualified("w:sectPr")

_ALIKE = 0.4
"""Two paragraphs or rows this near to equal are one, changed."""


class Revision(NamedTuple):
    """Who changed a document, the day from which the change holds if that is known, and the names that are one word."""

    author: str
    day: date | None
    names: tuple[str, ...] = ()


Names = Mapping[Element, Sequence[str]]
"""What the rows of tables are about, by which they are known again; empty where only their words tell."""


def merged(old: Sequence[Element], new: Sequence[Element], names: Names, revision: Revision) -> list[Element]:
    """The body of the later document with the differences from the earlier one; both end with a section's properties."""
    merging = _Merging(names, revision)
    section = merging.marks.properties("sectPr", old[-1], new[-1])
    return [*merging.blocks(old[:-1], new[:-1]), *([section] if section is not None else [])]


class _Row(NamedTuple):
    name: str
    element: Element


class _Merging:
    def __init__(self, names: Names, revision: Revision) -> None:
        self.marks = Marks(revision.author, revision.day)
        self._names = names
        self._paragraphs = Paragraphs(self.marks, splitter(revision.names), self.blocks)

    def blocks(self, old: Sequence[Element], new: Sequence[Element]) -> list[Element]:
        """Paragraphs and tables in their order."""
        return [
            block
            for was, now in aligned(old, new, _block_name, _block_likeness)
            for block in self._block(was, now)
        ]

    def _block(self, old: Element | None, new: Element | None) -> Iterator[Element]:
        if old is not None and new is not None:
            if canonical(old) == canonical(new):
                yield deepcopy(new)
            else:
                yield self._table(old, new) if new.tag == _TABLE else self._paragraphs.merged(old, new)
        elif new is not None:
            yield self._whole("ins", new)
        elif old is not None:
            yield self._whole("del", old)

    def _whole(self, kind: str, block: Element) -> Element:
        if block.tag != _TABLE:
            return self._paragraphs.whole(kind, block)
        made = deepcopy(block)
        for row in made.findall(_ROW):
            made.replace(row, self._whole_row(kind, row))
        return made

    def _table(self, old: Element, new: Element) -> Element:
        properties = self._properties("tblPr", old, new), self._properties("tblGrid", old, new)
        pairs = aligned(self._rows(old), self._rows(new), _row_name, _row_likeness)
        return w("tbl", *properties, *(row for was, now in pairs for row in self._row(was, now)))

    def _rows(self, table: Element) -> list[_Row]:
        rows = table.findall(_ROW)
        names = self._names.get(table) or [""] * len(rows)
        return [_Row(name, row) for name, row in zip(names, rows, strict=True)]

    def _row(self, old: _Row | None, new: _Row | None) -> Iterator[Element]:
        if old is not None and new is not None and _spans(old.element) == _spans(new.element):
            same = canonical(old.element) == canonical(new.element)
            yield deepcopy(new.element) if same else self._merged_row(old.element, new.element)
            return
        if old is not None:
            yield self._whole_row("del", old.element)
        if new is not None:
            yield self._whole_row("ins", new.element)

    def _merged_row(self, old: Element, new: Element) -> Element:
        cells = zip(old.findall(_CELL), new.findall(_CELL), strict=True)
        return w("tr", self._properties("trPr", old, new), *(self._cell(was, now) for was, now in cells))

    def _cell(self, old: Element, new: Element) -> Element:
        return w("tc", self._properties("tcPr", old, new), *self.blocks(list(old)[1:], list(new)[1:]))

    def _whole_row(self, kind: str, row: Element) -> Element:
        made = deepcopy(row)
        properties = made.find(qualified("w:trPr"))
        if properties is None:
            properties = w("trPr", w("cantSplit", val="off"))  # the schema wants something before a mark
            made.insert(0, properties)
        properties.append(self.marks.mark(kind))
        for cell in made.findall(_CELL):
            for paragraph in cell.findall(_PARAGRAPH):
                cell.replace(paragraph, self._paragraphs.whole(kind, paragraph))
        return made

    def _properties(self, name: str, old: Element, new: Element) -> Element | None:
        tag = qualified(f"w:{name}")
        return self.marks.properties(name, old.find(tag), new.find(tag))


def _block_name(block: Element) -> Hashable:
    if block.tag == _TABLE:
        return (_TABLE, _columns(block), _words(block.find(_ROW)))
    return (_style(block), _ends_section(block), words_of(block))


def _block_likeness(old: Element, new: Element) -> float:
    if old.tag != new.tag:
        return 0
    if old.tag == _TABLE:
        return float(_columns(old) == _columns(new))
    if (_style(old), _ends_section(old)) != (_style(new), _ends_section(new)):
        return 0
    return _likeness(words_of(old), words_of(new))


def _row_name(row: _Row) -> Hashable:
    return row.name or _words(row.element)


def _row_likeness(old: _Row, new: _Row) -> float:
    """Rows that are known by a name are one only by that name."""
    return 0 if old.name or new.name else _likeness(_words(old.element), _words(new.element))


def _likeness(old: str, new: str) -> float:
    if old == new:
        return 1
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.quick_ratio()


def _words(element: Element) -> str:
    return "\t".join(words_of(paragraph) for paragraph in element.iter(_PARAGRAPH))


def _columns(table: Element) -> int:
    return len(table.findall(f"{qualified('w:tblGrid')}/{qualified('w:gridCol')}"))


def _spans(row: Element) -> list[str]:
    path = f"{qualified('w:tcPr')}/{qualified('w:gridSpan')}"
    spans = (cell.find(path) for cell in row.findall(_CELL))
    return ["" if span is None else str(span.get(qualified("w:val"))) for span in spans]


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
    return "" if style is None else str(style.get(qualified("w:val")))


def _ends_section(paragraph: Element) -> bool:
    return paragraph.find(f"{qualified('w:pPr')}/{_SECTION}") is not None
