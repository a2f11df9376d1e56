"""A workbook's parts looked through, each by what it is, and the relations that lead from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import normpath
from typing import TypeVar

from generator.load.spreadsheet.scan import (
    MAX_ELEMENTS,
    Book,
    ListedSheet,
    Relation,
    Relations,
    Scan,
    Styles,
    Texts,
    Types,
    UnsafePartError,
    scan,
)
from generator.load.spreadsheet.scan_sheet import Comments, Drawing, Rows

S = TypeVar("S", bound=Scan)

BOOK = "xl/workbook.xml"
_SCANS: tuple[tuple[str, type[Scan]], ...] = (
    (".rels", Relations),
    ("[Content_Types].xml", Types),
    (BOOK, Book),
    ("/worksheets/", Rows),
    ("/drawings/drawing", Drawing),
    ("/comments", Comments),
    ("haredStrings", Texts),
    ("/styles", Styles),
)
"""What looks through a part whose name has these words in it."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name, as they were looked through, and those that must not be read, with why."""

    scans: Mapping[str, Scan]
    unsafe: Mapping[str, UnsafePartError]

    def of(self, kind: type[S]) -> Iterator[tuple[str, S]]:
        """The parts of a kind, by name."""
        yield from ((name, one) for name, one in self.scans.items() if isinstance(one, kind))

    def related(self, part: str, kind: type[S]) -> Iterator[S]:
        """The parts of a kind that a part leads to."""
        for relation in self._relations(part):
            found = self.scans.get(_target(part, relation))
            if isinstance(found, kind):
                yield found

    def sheets(self) -> Iterator[tuple[ListedSheet, str, str]]:
        """The sheets in the order in which the workbook lists them, each with the kind of its part and the part.

        Both are empty if nothing leads from the workbook to the sheet.
        """
        by_id = {relation.id: (relation.kind, _target(BOOK, relation)) for relation in self._relations(BOOK)}
        book = self.scans.get(BOOK)
        for listed in book.sheets if isinstance(book, Book) else ():
            yield listed, *by_id.get(listed.relation, ("", ""))

    def _relations(self, part: str) -> tuple[Relation, ...]:
        folder, _, name = part.rpartition("/")
        found = self.scans.get(f"{folder}/_rels/{name}.rels")
        return tuple(found.relations) if isinstance(found, Relations) else ()


def looked_through(parts: Mapping[str, bytes]) -> Package:
    """Look through all parts in XML."""
    scans = {name: _scan_of(name) for name in parts if name.endswith((".xml", ".rels"))}
    unsafe: dict[str, UnsafePartError] = {}
    left = MAX_ELEMENTS
    for name, one in scans.items():
        one.left = left
        try:
            scan(parts[name], one)
        except UnsafePartError as error:
            unsafe[name] = error
        left = max(one.left, 0)
    return Package(scans, unsafe)


def _scan_of(name: str) -> Scan:
    return next((kind() for words, kind in _SCANS if words in name), Scan())


def _target(part: str, relation: Relation) -> str:
    """The part a relation leads to, from the part that has it."""
    target = relation.target
    return normpath(target.lstrip("/") if target.startswith("/") else f"{part.rpartition('/')[0]}/{target}")
